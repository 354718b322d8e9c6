import type { Block, CitationInline } from '../../../shared/document/blocks';
import { leafSpans } from '../../../shared/document/plain-text';

function citationsIn(blocks: readonly Block[]): CitationInline[] {
  return leafSpans(blocks).flatMap(({ inlines }) =>
    inlines.filter((inline): inline is CitationInline => inline.kind === 'citation'),
  );
}

/**
 * Citations that only point to another thing now, as after a merge: the new id by the old kind and id. None where the
 * citations themselves are others.
 */
export function movedCitations(before: readonly Block[], now: readonly Block[]): ReadonlyMap<string, string> {
  const [old, current] = [citationsIn(before), citationsIn(now)];
  const moved = new Map<string, string>();
  if (old.length !== current.length) return moved;
  for (const [index, { target, targetId, label }] of old.entries()) {
    const next = current[index];
    if (next?.target !== target || next.label !== label) return new Map();
    if (next.targetId !== targetId) moved.set(`${target} ${targetId}`, next.targetId);
  }
  return moved;
}
