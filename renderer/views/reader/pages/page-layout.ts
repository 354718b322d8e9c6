/** Where the pages of a PDF stand below each other, in CSS pixels: sizes of pages not yet met are those of the first. */

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PageLayout {
  /** Of the whole column of pages. */
  readonly height: number;
  readonly width: number;
  readonly topOf: (page: number) => number;
  readonly sizeOf: (page: number) => PageSize;
  /** The page at a height of the column. */
  readonly pageAt: (top: number) => number;
}

/** Between pages, and around them. */
export const pageGapPx = 12;

/** `width` of the widest page in CSS pixels; `sizes` are of pages that were met, in points. */
export function layOutPages(count: number, sizes: ReadonlyMap<number, PageSize>, width: number): PageLayout {
  const usual = sizes.get(0) ?? { width: 595, height: 842 };
  const widest = Math.max(usual.width, ...[...sizes.values()].map((size) => size.width));
  const scale = width / widest;
  const tops = new Float64Array(count + 1);
  tops[0] = pageGapPx;
  const sizeOf = (page: number): PageSize => {
    const size = sizes.get(page) ?? usual;
    return { width: size.width * scale, height: size.height * scale };
  };
  for (let page = 0; page < count; page += 1)
    tops[page + 1] = (tops[page] ?? 0) + sizeOf(page).height + pageGapPx;
  const topOf = (page: number): number => tops[Math.min(Math.max(page, 0), count)] ?? 0;
  return {
    height: topOf(count),
    width: width + 2 * pageGapPx,
    topOf,
    sizeOf,
    pageAt: (top) => {
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (topOf(middle) <= top) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
  };
}
