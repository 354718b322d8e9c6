/** The longest selection of items, in their order, whose values ascend strictly; O(n log n). */
export function longestAscent<Item>(items: readonly Item[], valueOf: (item: Item) => number): Item[] {
  /** By length of a selection less one: the index of the item that ends the one with the smallest last value. */
  const ends: number[] = [];
  const before: number[] = [];
  const valueAt = (index: number | undefined): number => {
    const item = index === undefined ? undefined : items[index];
    return item === undefined ? Number.POSITIVE_INFINITY : valueOf(item);
  };
  for (const [index, item] of items.entries()) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if (valueAt(ends[middle]) < valueOf(item)) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const chosen: Item[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const item = items[index];
    if (item !== undefined) chosen.push(item);
  }
  return chosen.reverse();
}
