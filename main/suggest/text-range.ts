/** A stretch of a text in UTF-16 code units. */
export interface TextRange16 {
  readonly start: number;
  readonly end: number;
}

/** How many code units two stretches share. */
export const overlap = (a: TextRange16, b: TextRange16): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
