/** Anything with ends, in whatever offsets. */
interface Ends<Offset extends number> {
  readonly start: Offset;
  readonly end: Offset;
}

/** Stretches in reading order, those that touch or overlap made one; empty ones fall away. */
export function joinStretches<Offset extends number>(stretches: readonly Ends<Offset>[]): Ends<Offset>[] {
  const joined: Ends<Offset>[] = [];
  const inOrder = stretches.filter(({ start, end }) => start < end);
  for (const { start, end } of inOrder.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: end > last.end ? end : last.end };
    else joined.push({ start, end });
  }
  return joined;
}
