/**
 * Takes the anchors of an article from one revision to the next: where the editor followed a passage its word is
 * checked against the text, the others are followed by comparing the two texts. Selectors are left as they are.
 */
import { type FollowedRange, followEdits } from '../../../shared/anchoring/follow-edit';
import type { Resolution } from '../../../shared/anchoring/resolve';
import type { EditedAnchor } from '../../../shared/contract/articles';
import type { TextRange } from '../../../shared/text/offset-types';
import { codePoints } from '../../../shared/text/offsets';
import { insert, type WritableDB } from '../core/sql';
import { anchorsOfRevision, type StoredAnchor } from './anchors';

/** A revision that anchors come from or go to. */
export interface AnchoredText {
  readonly revisionId: string;
  readonly text: string;
}

/** How the passages of an article stood the move; counted by annotation. */
export interface Carried {
  readonly orphaned: number;
  readonly changed: number;
}

const keyOf = ({ annotationId, part }: Pick<StoredAnchor, 'annotationId' | 'part'>) =>
  `${annotationId} ${part}`;

function followed({ start, end, state, exact, prefix, suffix }: StoredAnchor): FollowedRange {
  return { start: codePoints(start), end: codePoints(end), state, quote: { exact, prefix, suffix } };
}

/** What the editor says of each anchor: undefined where it says nothing. */
function trackedBy(
  edited: readonly EditedAnchor[],
  anchors: readonly StoredAnchor[],
): (TextRange | null | undefined)[] {
  const ranges = new Map(edited.map((anchor) => [keyOf(anchor), anchor.range as TextRange | null])); // code points, says the contract
  return anchors.map((anchor) => ranges.get(keyOf(anchor)));
}

function countAnnotations(
  anchors: readonly StoredAnchor[],
  resolutions: readonly Resolution[],
  state: string,
): number {
  const inState = anchors.filter(
    (anchor, index) => resolutions[index]?.state === state && anchor.state !== state,
  );
  return new Set(inState.map(({ annotationId }) => annotationId)).size;
}

/**
 * Writes where every part of the earlier revision (or those of the annotations in `only`) stands in the next; counts
 * annotations that newly lost or changed words.
 */
export function carryAnchors(
  db: WritableDB,
  from: AnchoredText,
  to: AnchoredText,
  edited: readonly EditedAnchor[],
  only?: ReadonlySet<string>,
): Carried {
  const all = anchorsOfRevision(db, from.revisionId);
  const anchors = only ? all.filter(({ annotationId }) => only.has(annotationId)) : all;
  const resolutions = followEdits(from.text, to.text, anchors.map(followed), {
    tracked: trackedBy(edited, anchors),
  });
  anchors.forEach(({ annotationId, part, former }, index) => {
    const resolution = resolutions[index];
    if (!resolution) return;
    const { start, end, state } = resolution;
    insert(db, 'anchor', {
      annotation_id: annotationId,
      part,
      revision_id: to.revisionId,
      start,
      end,
      state,
      former,
    });
  });
  return {
    orphaned: countAnnotations(anchors, resolutions, 'orphan'),
    changed: countAnnotations(anchors, resolutions, 'changed'),
  };
}
