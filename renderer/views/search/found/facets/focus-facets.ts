/** Moves the keyboard between the hits and what they are narrowed by. */

const rowIn = (list: string): HTMLElement | null => {
  const walked = `${list} [data-walked]`;
  return (
    document.querySelector<HTMLElement>(`${walked}[tabindex="0"]`) ??
    document.querySelector<HTMLElement>(walked)
  );
};

function focusIn(list: string): boolean {
  const row = rowIn(list);
  row?.focus();
  return row !== null;
}

/** Where one was among the facets; false when there are none. */
export const focusFacets = (): boolean => focusIn('[data-facets]');

/** Where one was among the hits; false when there are none. */
export const focusHits = (): boolean => focusIn('[data-hits]');
