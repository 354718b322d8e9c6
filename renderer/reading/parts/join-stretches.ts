/** Anything with ends, in whatever offsets. */
interface Ends<Offset extends number> {
  readonly start: Offset;
  readonly end: Offset;
}

/**
 * Stretches in reading order, those that touch or overlap made one; empty ones fall away. Of those that `stay`, two that
 * merely touch stay two.
 */
export function joinStretches<Offset extends number>(
  stretches: readonly Ends<Offset>[],
  stay: readonly Ends<Offset>[] = [],
): Ends<Offset>[] {
  const joined: (Ends<Offset> & { readonly stays: boolean })[] = [];
  const all = [
    ...stretches.map(({ start, end }) => ({ start, end, stays: false })),
    ...stay.map(({ start, end }) => ({ start, end, stays: true })),
  ];
  const inOrder = all.filter(({ start, end }) => start < end);
  for (const one of inOrder.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    const isApart = !last || one.start > last.end || (one.start === last.end && one.stays && last.stays);
    if (isApart) joined.push(one);
    else {
      const end = one.end > last.end ? one.end : last.end;
      joined[joined.length - 1] = { start: last.start, end, stays: false };
    }
  }
  return joined.map(({ start, end }) => ({ start, end }));
}
