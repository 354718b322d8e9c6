/**
 * The text that a reading surface shows, as a list of leaves with their places. It is the surface's door between code
 * points (outside) and UTF-16 code units (inside). It knows nothing of the DOM.
 */
import type { Block, Inline } from '../../../shared/document/blocks';
import { type LeafSpan, leafSpans, plainText } from '../../../shared/document/plain-text';
import type { TextRange } from '../../../shared/text/offset-types';
import { createOffsetMap, type OffsetMap } from '../../../shared/text/offsets';
import type { Stretch } from './stretch';

/** A leaf with its place in the text. */
export interface Leaf extends Stretch {
  readonly index: number;
  readonly kind: LeafSpan['kind'];
  /** As in `LeafSpan`: the first number is the top-level block. */
  readonly path: readonly number[];
  readonly inlines: readonly Inline[];
}

export interface TextModel {
  readonly blocks: readonly Block[];
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly leaves: readonly Leaf[];
}

export function createTextModel(blocks: readonly Block[]): TextModel {
  const text = plainText(blocks);
  const offsets = createOffsetMap(text);
  const leaves = leafSpans(blocks).map(({ kind, path, inlines, start, end }, index) => {
    return { index, kind, path, inlines, start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
  });
  return { blocks, text, offsets, leaves };
}

/** Where a range (code points) stands on the surface; clamped to the text. */
export function toStretch({ offsets }: TextModel, { start, end }: TextRange): Stretch {
  return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
}

/** A stretch of the surface in code points. */
export function toRange({ offsets }: TextModel, { start, end }: Stretch): TextRange {
  return { start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) };
}

/**
 * The leaf that an offset is in; between two leaves (on a separator's far side) the one that ends there. Undefined only
 * where there are no leaves.
 */
export function leafAt({ leaves }: TextModel, offset: number): Leaf | undefined {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((leaves[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return leaves[Math.max(0, low - 1)];
}

/** The leaves that a stretch touches, in order. */
export function leavesWithin(model: TextModel, { start, end }: Stretch): readonly Leaf[] {
  const first = leafAt(model, start)?.index ?? 0;
  const last = leafAt(model, end)?.index ?? -1;
  return model.leaves.slice(first, last + 1);
}
