/** Which paragraph of a revision's text a passage stands in. List items and rows of tables count as paragraphs. */
import { get, type ReadableDB } from '../../core/sql';

/** The code points at which the paragraphs after the first begin, ascending. */
export function paragraphStarts(text: string): Uint32Array {
  const starts: number[] = [];
  let astral = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10) starts.push(at + 1 - astral);
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) astral++;
  }
  return Uint32Array.from(starts);
}

/** The number of the paragraph (from 0) that a code point stands in. */
export function paragraphAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A revision's text never changes: its paragraphs are worked out once for as long as the notebook is open. */
const known = new WeakMap<ReadableDB, Map<string, Uint32Array>>();

/** The paragraphs of a revision, see {@link paragraphStarts}. */
export function paragraphsOf(db: ReadableDB, revisionId: string): Uint32Array {
  let revisions = known.get(db);
  if (!revisions) known.set(db, (revisions = new Map()));
  let starts = revisions.get(revisionId);
  if (!starts) {
    const row = get<{ text: string }>(db, 'SELECT text FROM revision WHERE id = ?', [revisionId]);
    revisions.set(revisionId, (starts = paragraphStarts(row?.text ?? '')));
  }
  return starts;
}
