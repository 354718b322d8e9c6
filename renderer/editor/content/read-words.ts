/**
 * Where passages stand in the plain text of edited blocks, by the same rule as `plainText`: counted block by block, so that
 * of a long text only what was edited is counted anew, and put together for the whole.
 */
import type { CodePointOffset, TextRange } from '../../../shared/text/offset-types';
import type { PassageKey } from '../passages/passages-state';

/** A stretch of text nodes of one passage. */
interface Piece {
  readonly key: PassageKey;
  readonly start: number;
  readonly end: number;
}

/** How long the text of a block is, in code points, and the stretches of passages in it. */
export interface ReadWords {
  readonly length: number;
  /** None: it adds nothing to the text, not even a line. */
  readonly leaves: number;
  readonly pieces: readonly Piece[];
}

/** Counts the plain text of one block while it is read. */
export class Reading {
  private at = 0;
  private leaves = 0;
  private readonly pieces: Piece[] = [];

  beginLeaf(): void {
    if (this.leaves++ > 0) this.at += 1;
  }

  pass(length: number): void {
    this.at += length;
  }

  text(length: number, passages: readonly PassageKey[]): void {
    const start = this.at;
    this.at += length;
    if (length > 0) for (const key of passages) this.pieces.push({ key, start, end: this.at });
  }

  words(): ReadWords {
    return { length: this.at, leaves: this.leaves, pieces: this.pieces };
  }
}

interface Stretch {
  readonly start: number;
  end: number;
}

const lengthOf = ({ start, end }: Stretch) => end - start;

/**
 * From the first to the last of a passage's characters, with what was typed among them; where they lie too far apart (a
 * part was moved away), the longest piece. The bound is that of `followEdits`.
 */
function wholeOf(stretches: readonly Stretch[]): Stretch | null {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last) return null;
  const whole = { start: first.start, end: last.end };
  const own = stretches.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
  if (lengthOf(whole) <= 2 * own + 6) return whole;
  return stretches.reduce((longest, stretch) => (lengthOf(stretch) > lengthOf(longest) ? stretch : longest));
}

/** Pieces with only a line break or the end of a block between them are one. */
function addPiece(found: Map<PassageKey, Stretch[]>, key: PassageKey, start: number, end: number): void {
  const stretches = found.get(key);
  const last = stretches?.at(-1);
  if (last && start - last.end <= 1) last.end = end;
  else if (stretches) stretches.push({ start, end });
  else found.set(key, [{ start, end }]);
}

/** Where each passage stands in the text of all blocks. */
export function passagesOf(blocks: readonly ReadWords[]): Map<PassageKey, TextRange> {
  const found = new Map<PassageKey, Stretch[]>();
  let at = 0;
  let hasLeaves = false;
  for (const { length, leaves, pieces } of blocks) {
    if (leaves === 0) continue;
    if (hasLeaves) at += 1;
    hasLeaves = true;
    for (const { key, start, end } of pieces) addPiece(found, key, at + start, at + end);
    at += length;
  }
  const ranges = new Map<PassageKey, TextRange>();
  for (const [key, stretches] of found) {
    const whole = wholeOf(stretches);
    if (whole) ranges.set(key, { start: whole.start as CodePointOffset, end: whole.end as CodePointOffset });
  }
  return ranges;
}
