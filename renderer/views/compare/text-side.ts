/** One side of a comparison as it is drawn: its paragraphs, and which passages lie on which words. */
import type { ComparedRevision } from '../../../shared/comparison/revision-comparison';
import { type Unit, unitsOf } from '../../../shared/comparison/units';
import type { Block } from '../../../shared/document/blocks';
import { parseContent } from '../../../shared/document/content-html';
import type { Annotation } from '../../../shared/model/annotation';
import { createOffsetMap, type OffsetMap } from '../../../shared/text/offsets';
import {
  type SegmentsIn,
  sweepSegments,
  type Underline,
  underlines,
} from '../../reading/model/sweep-segments';

export interface TextSide {
  readonly side: 'old' | 'new';
  readonly revision: ComparedRevision;
  readonly units: readonly Unit[];
  readonly blocks: readonly Block[];
  /** From code points to the window's counting. */
  readonly offsets: OffsetMap;
  readonly segmentsIn: SegmentsIn;
  /** What a passage is called on its mark, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

function underlinesOf({ entities, events }: Annotation): readonly Underline[] {
  const kinds = new Set<Underline>(entities.map(({ kind }) => kind));
  if (events.length > 0) kinds.add('event');
  return underlines.filter((sort) => kinds.has(sort));
}

const stateWords = {
  exact: '',
  moved: 'moved',
  changed: 'words changed',
  orphan: 'some words gone',
} as const;

function titleOf({ entities, events, tags, comment, parts }: Annotation): string {
  const states = new Set(parts.map(({ state }) => stateWords[state]));
  const said = [
    ...events.map(({ title }) => `evidence for ${title}`),
    ...entities.map(({ name }) => name),
    ...tags.map(({ name }) => name),
    comment,
    ...states,
  ].filter(Boolean);
  return said.length > 0 ? `Passage: ${said.join(', ')}` : 'Passage';
}

function paint(annotations: readonly Annotation[], offsets: OffsetMap): SegmentsIn {
  return sweepSegments(
    annotations.map((annotation) => ({
      id: annotation.id,
      parts: annotation.parts
        .filter(({ state }) => state !== 'orphan')
        .map(({ start, end }) => ({ start: offsets.toUtf16(start), end: offsets.toUtf16(end) })),
      colour: annotation.colour ?? annotation.tags.find(({ colour }) => colour)?.colour ?? null,
      underlines: underlinesOf(annotation),
      changed: annotation.parts.some(({ state }) => state === 'changed'),
    })),
  );
}

export function textSide(side: TextSide['side'], revision: ComparedRevision): TextSide {
  const offsets = createOffsetMap(revision.text);
  const blocks = parseContent(revision.content);
  return {
    side,
    revision,
    units: unitsOf(blocks),
    blocks,
    offsets,
    segmentsIn: paint(revision.annotations, offsets),
    titles: new Map(revision.annotations.map((annotation) => [annotation.id, titleOf(annotation)])),
  };
}
