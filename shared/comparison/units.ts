/**
 * The paragraphs of a content as a comparison sets them side by side: a paragraph, heading or list item is one; so is a
 * row of a table. Joined by LF they are the plain text.
 */
import type { Block } from '../document/blocks';
import { type LeafSpan, leafSpans } from '../document/plain-text';
import type { TextRange } from '../text/offset-types';

/** One of them, with the leaves it is made of and its place in the plain text (code points). */
export interface Unit extends TextRange {
  readonly kind: LeafSpan['kind'];
  readonly leaves: readonly LeafSpan[];
}

const isSameRow = (one: LeafSpan, other: LeafSpan): boolean =>
  one.kind === 'cell' &&
  other.kind === 'cell' &&
  one.path[0] === other.path[0] &&
  one.path[1] === other.path[1];

/** The units of a content, in order. */
export function unitsOf(blocks: readonly Block[]): Unit[] {
  const groups: LeafSpan[][] = [];
  for (const leaf of leafSpans(blocks)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isSameRow(last, leaf)) group.push(leaf);
    else groups.push([leaf]);
  }
  return groups.flatMap((leaves) => {
    const [first, last] = [leaves[0], leaves.at(-1)];
    return first && last ? [{ kind: first.kind, leaves, start: first.start, end: last.end }] : [];
  });
}
