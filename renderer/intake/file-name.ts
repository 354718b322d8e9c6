/** The last part of a path or an address, as it is shown. */
export const fileName = (path: string): string =>
  path === 'clipboard:' ? 'Clipboard' : path.split(/[\\/]/).findLast((part) => part !== '') || path;
