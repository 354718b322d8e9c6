/** The row that has the keyboard, framed while its list has the focus. */
export const activeRowLook =
  'group-focus-visible:data-active:outline-1 group-focus-visible:data-active:outline-accent ' +
  'group-focus-visible:data-active:-outline-offset-1';
