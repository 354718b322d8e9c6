/** By which endings of a name each format is known: apart from the readers, which would make the program's start slow. */

/** Lower case, without dots. */
export const extensionsOf = {
  html: ['html', 'htm', 'xhtml', 'xht'],
  text: ['txt', 'text', 'md', 'markdown', 'asc'],
} as const;

/** The extensions of all formats. */
export const importExtensions: ReadonlySet<string> = new Set(Object.values(extensionsOf).flat());
