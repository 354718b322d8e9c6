/** A correction in the making: which ranges the editor follows, and what it found of them. No React. */
import type { Draft, EditedAnchor } from '../../shared/contract/articles';
import type { Block } from '../../shared/document/blocks';
import { parseContent } from '../../shared/document/content-html';
import { plainText } from '../../shared/document/plain-text';
import { serialiseContent } from '../../shared/document/serialise-content';
import type { Annotation } from '../../shared/model/annotation';
import type { RevisionText } from '../../shared/model/article';
import type { CodePointOffset } from '../../shared/text/offset-types';
import type { KeyedRange } from './content-to-editor';
import type { EditedContent } from './editor-to-content';
import { type PassageKey, passageKey, readPassageKey } from './nodes/passages-state';

export interface Correction {
  readonly blocks: readonly Block[];
  readonly passages: readonly KeyedRange[];
}

function rangesOf(annotations: readonly Annotation[]): KeyedRange[] {
  return annotations.flatMap(({ id, parts }) =>
    parts.flatMap(({ start, end, state }, part) =>
      state === 'orphan' ? [] : [{ key: passageKey(id, part), start, end }],
    ),
  );
}

function rangesOfDraft({ anchors }: Draft): KeyedRange[] {
  return anchors.flatMap(({ annotationId, part, range }) =>
    range
      ? [
          {
            key: passageKey(annotationId, part),
            start: range.start as CodePointOffset,
            end: range.end as CodePointOffset,
          },
        ]
      : [],
  );
}

/** What the editor begins with: the draft where it stands on this revision, else the revision itself. */
export function beginCorrection(
  revision: RevisionText,
  annotations: readonly Annotation[],
  draft: Draft | null,
): Correction {
  if (draft && draft.baseRevisionId === revision.id)
    return { blocks: parseContent(draft.content), passages: rangesOfDraft(draft) };
  return { blocks: parseContent(revision.content), passages: rangesOf(annotations) };
}

/** Where each followed passage stands now; null: none of its words is left. */
export function anchorsNow(followed: readonly KeyedRange[], { passages }: EditedContent): EditedAnchor[] {
  return [...new Set<PassageKey>(followed.map(({ key }) => key))].map((key) => {
    const range = passages.get(key);
    return { ...readPassageKey(key), range: range ? { start: range.start, end: range.end } : null };
  });
}

/** Passages none of whose words is left. */
export function countLost(anchors: readonly EditedAnchor[]): number {
  return anchors.filter(({ range }) => range === null).length;
}

export function contentOf({ blocks }: EditedContent): string {
  return serialiseContent(blocks);
}

export function wordCountOf({ blocks }: EditedContent): number {
  return plainText(blocks).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
