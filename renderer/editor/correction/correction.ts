/** A correction in the making: which passages the editor follows, where they stand, what it begins with. No React. */
import { followEdits } from '../../../shared/anchoring/follow-edit';
import type { Draft, EditedAnchor } from '../../../shared/contract/articles';
import type { Block } from '../../../shared/document/blocks';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import type { Annotation } from '../../../shared/model/annotation';
import type { RevisionText } from '../../../shared/model/article';
import { codePoints } from '../../../shared/text/offsets';
import type { KeyedRange } from '../content/content-to-editor';
import type { EditedContent } from '../content/editor-to-content';
import { type PassageKey, passageKey, readPassageKey } from '../passages/passages-state';

export interface Correction {
  readonly blocks: readonly Block[];
  /** Where the passages stand in the blocks. */
  readonly passages: readonly KeyedRange[];
  /** Every passage that is followed, those included whose words a draft has lost already. */
  readonly followed: readonly PassageKey[];
}

function rangesOf(annotations: readonly Annotation[]): KeyedRange[] {
  return annotations.flatMap(({ id, parts }) =>
    parts.flatMap(({ start, end, state }, part) =>
      state === 'orphan' ? [] : [{ key: passageKey(id, part), start, end }],
    ),
  );
}

/** Where the draft has the passages. */
function rangesOfDraft({ anchors }: Draft): KeyedRange[] {
  return anchors.flatMap(({ annotationId, part, range }) =>
    range
      ? [{ key: passageKey(annotationId, part), start: codePoints(range.start), end: codePoints(range.end) }]
      : [],
  );
}

/** Where passages stand in words that were written without them. */
function followInto(text: string, revision: RevisionText, ranges: readonly KeyedRange[]): KeyedRange[] {
  const found = followEdits(revision.text, text, ranges);
  return ranges.flatMap(({ key }, index) => {
    const place = found[index];
    return place && place.state !== 'orphan' ? [{ key, start: place.start, end: place.end }] : [];
  });
}

function resume(
  revision: RevisionText,
  ranges: readonly KeyedRange[],
  draft: Draft,
  taken: ReadonlySet<string>,
): Correction {
  const blocks = parseContent(draft.content);
  const isOfThis = draft.baseRevisionId === revision.id;
  const inDraft = new Set(
    isOfThis ? draft.anchors.map(({ annotationId, part }) => passageKey(annotationId, part)) : [],
  );
  // Made since the draft was kept, or the draft began from an earlier revision.
  const others = ranges.filter(({ key }) => !inDraft.has(key));
  const known = new Set(ranges.map(({ key }) => key));
  const mayStay = (key: PassageKey) => known.has(key) || taken.has(readPassageKey(key).annotationId);
  const passages = [
    ...(isOfThis ? rangesOfDraft(draft).filter(({ key }) => mayStay(key)) : []),
    ...(others.length > 0 ? followInto(plainText(blocks), revision, others) : []),
  ];
  return { blocks, passages, followed: [...known] };
}

/**
 * What the editor begins with: the draft where there is one, else the revision itself. `taken`: annotations
 * of other articles, whose words the draft has by paste.
 */
export function beginCorrection(
  revision: RevisionText,
  annotations: readonly Annotation[],
  draft: Draft | null,
  taken: readonly Annotation[] = [],
): Correction {
  const passages = rangesOf(annotations);
  if (draft)
    return resume(revision, passages, draft, new Set([...annotations, ...taken].map(({ id }) => id)));
  return { blocks: parseContent(revision.content), passages, followed: passages.map(({ key }) => key) };
}

/**
 * Where each followed passage stands now (null: none of its words is left), and those that came with pasted words: of other
 * articles, or of this one from when it had them.
 */
export function anchorsNow(
  followed: readonly PassageKey[],
  { passages }: Pick<EditedContent, 'passages'>,
): EditedAnchor[] {
  return [...new Set([...followed, ...passages.keys()])].map((key) => {
    const { annotationId, part } = readPassageKey(key);
    return { annotationId, part, range: passages.get(key) ?? null };
  });
}

/** Annotations with a passage none of whose words is left. */
export function countLost(anchors: readonly EditedAnchor[]): number {
  return new Set(anchors.filter(({ range }) => range === null).map(({ annotationId }) => annotationId)).size;
}

export function contentOf({ blocks }: EditedContent): string {
  return serialiseContent(blocks);
}
