/** Nothing that a person chose has the focus: only the page, or the screen as a whole. */
export function isFocusFree(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.tagName === 'MAIN';
}

/** Gives the focus to a screen's list unless something else has it. */
export function focusIfFree(element: HTMLElement | null): void {
  if (element && isFocusFree()) element.focus({ preventScroll: true });
}
