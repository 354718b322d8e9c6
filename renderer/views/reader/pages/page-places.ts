/** Which page of the source words stand on. Offsets are code points of the revision that is shown. */
import type { Locator } from '../../../../shared/model/article';
import type { TextRange } from '../../../../shared/text/offset-types';
import { codePoints } from '../../../../shared/text/offsets';

/** Pages of a text in the order of the source. */
export interface PagePlaces {
  readonly count: number;
  /** As the source has it. */
  readonly labelOf: (page: number) => string;
  /** The page (from 0) of a place; of several that begin there the last. */
  readonly pageAt: (place: number) => number;
  /** The words of a page; none on an empty one. */
  readonly rangeOf: (page: number) => TextRange;
  /** The page of a label as somebody types it, or null. */
  readonly find: (label: string) => number | null;
}

/** Of a revision's locators; `length` is that of its text. */
export function pagePlaces(locators: readonly Locator[], length: number): PagePlaces {
  const pages = locators.filter(({ kind }) => kind === 'page');
  const startOf = (page: number): number => pages[page]?.start ?? length;
  const labelOf = (page: number): string => pages[page]?.label ?? String(page + 1);
  return {
    count: pages.length,
    labelOf,
    pageAt: (place) =>
      Math.max(
        0,
        pages.findLastIndex(({ start }) => start <= place),
      ),
    rangeOf: (page) => ({ start: codePoints(startOf(page)), end: codePoints(startOf(page + 1)) }),
    find: (label) => {
      const wanted = label.trim().toLowerCase();
      const found = pages.findIndex((page) => page.label.toLowerCase() === wanted);
      return found < 0 ? null : found;
    },
  };
}
