/** The pages of a document, as the program that wrote it counted them. */
import type { Locator } from '../../../../shared/model/article';

/** The key of the place where a page begins. */
export const pageStart = (page: number): string => `page ${page}`;

/**
 * `pageCount`: pages that began while the text was read; `saidCount`: what the document says of itself. Only where both agree: a
 * page number that is not true is worse than none. A page without words has no place.
 */
export function pageLocators(
  pageCount: number,
  saidCount: string,
  places: ReadonlyMap<string, number>,
): Locator[] {
  if (pageCount < 2 || saidCount.trim() !== String(pageCount)) return [];
  const starts = new Map<number, string>();
  let last = 0;
  for (let page = 1; page <= pageCount; page += 1) {
    const start = page === 1 ? 0 : places.get(pageStart(page));
    // Pages that begin out of order are those of text beside the text.
    if (start === undefined || start < last) return [];
    last = start;
    starts.set(start, String(page));
  }
  return [...starts].map(([start, label]) => ({ kind: 'page', label, start }));
}
