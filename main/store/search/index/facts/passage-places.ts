/** In which sentences and paragraphs of the current text passages stand. */
import type { CodePointOffset } from '../../../../../shared/text/offset-types';
import type { SentenceRange } from '../../../../../shared/text/sentences';
import { revisionWords } from '../../../articles/revision-words';
import { all, type ReadableDB } from '../../../core/sql';
import { nowhere } from '../fact-types';

/** The first and last sentence and paragraph that a passage's parts touch, from 0; `nowhere` for an orphan. */
export interface PassagePlace {
  readonly sentences: readonly [first: number, last: number];
  readonly paragraphs: readonly [first: number, last: number];
}

/** The place of a passage whose words are gone. */
export const noPlace: PassagePlace = { sentences: [nowhere, nowhere], paragraphs: [nowhere, nowhere] };

interface Anchor {
  readonly id: string;
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

/** The last sentence that begins at a place or before it. */
function sentenceAt(sentences: readonly SentenceRange[], at: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The paragraph of each sentence. */
function paragraphsOf(sentences: readonly SentenceRange[]): number[] {
  let paragraph = -1;
  return sentences.map(({ opens }) => (opens ? ++paragraph : paragraph));
}

function widened([first, last]: readonly [number, number], from: number, to: number): [number, number] {
  return first === nowhere ? [from, to] : [Math.min(first, from), Math.max(last, to)];
}

const within = (number: number): number => Math.min(number, nowhere - 1);

/** Where the given passages of a revision stand; those that are not there are orphans. */
export function placesOf(
  db: ReadableDB,
  revisionId: string,
  ids: readonly string[],
): Map<string, PassagePlace> {
  const places = new Map<string, PassagePlace>();
  if (ids.length === 0) return places;
  const select = `SELECT n.annotation_id AS id, n.start, n."end" FROM json_each(?) j CROSS JOIN anchor n
    ON n.annotation_id = j.value AND n.revision_id = ? AND n.state <> 'orphan'
    CROSS JOIN selector s ON s.annotation_id = n.annotation_id AND s.part = n.part`;
  const anchors = all<Anchor>(db, select, [JSON.stringify(ids), revisionId]);
  if (anchors.length === 0) return places;
  const words = revisionWords(db, revisionId);
  const sentences = words?.sentences() ?? [];
  if (!words || sentences.length === 0) return places;
  const { offsets } = words;
  const paragraphs = paragraphsOf(sentences);
  for (const { id, start, end } of anchors) {
    const first = within(sentenceAt(sentences, offsets.toUtf16(start)));
    const last = within(sentenceAt(sentences, Math.max(offsets.toUtf16(start), offsets.toUtf16(end) - 1)));
    const before = places.get(id) ?? noPlace;
    places.set(id, {
      sentences: widened(before.sentences, first, last),
      paragraphs: widened(before.paragraphs, within(paragraphs[first] ?? 0), within(paragraphs[last] ?? 0)),
    });
  }
  return places;
}
