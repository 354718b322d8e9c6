/** Where lists were left, by their names, for coming back to them while the program runs. */

/** How far they were scrolled, CSS pixels. */
export const scrolledTo = new Map<string, number>();

/** The row that had the keyboard. */
export const activeRows = new Map<string, number>();

/** The lists have other rows now. */
export function forgetLists(): void {
  scrolledTo.clear();
  activeRows.clear();
}
