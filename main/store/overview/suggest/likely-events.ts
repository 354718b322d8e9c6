/**
 * Events that words may be evidence for, the likeliest first: those with evidence nearby, with the same actors, at the same
 * place, on the same day, with a title of the same words. The weights are the project's own; ties keep the older event first.
 */
import type { SuggestedEvent } from '../../../../shared/contract/accounts';
import type { EventDate } from '../../../../shared/model/event-date';
import { searchTokens } from '../../../../shared/text/fold';
import { all, type ReadableDB } from '../../core/sql';

/** What is known of the words, in code points of the revision. */
export interface WordsAbout {
  readonly revisionId: string;
  readonly selection: { readonly start: number; readonly end: number };
  readonly sentence: { readonly start: number; readonly end: number };
  readonly paragraph: { readonly start: number; readonly end: number };
  /** They say a number, a day, a name: most often of an event that was told of just before. */
  readonly isDetail: boolean;
  /** The selected words. */
  readonly selected: string;
  /** The words of the sentence. */
  readonly text: string;
  /** Actors and places named in the sentence. */
  readonly entityIds: readonly string[];
  readonly date: Pick<EventDate, 'earliest' | 'latest'> | null;
}

const reach = 1500;
const offered = 6;
const likely = 45;

const nearby = `SELECT DISTINCT v.event_id AS id, a.start, a."end" FROM anchor a JOIN evidence v USING (annotation_id)
  WHERE a.revision_id = @revisionId AND a.state <> 'orphan' AND a.start >= @from - 5000 AND a.start < @to AND a."end" > @from`;
const byEntity = `SELECT event_id AS id, count(DISTINCT entity_id) AS shared FROM account
  WHERE entity_id IN (SELECT value FROM json_each(?)) AND mode <> 'denies' GROUP BY event_id ORDER BY shared DESC, event_id DESC LIMIT 200`;
const byDay = `SELECT id FROM event WHERE date_earliest <= @latest AND date_latest >= @earliest
  AND date_earliest >= date(@earliest, '-31 days') ORDER BY date_earliest DESC LIMIT 200`;
const byTitle = `SELECT event.id FROM json_each(?) AS word CROSS JOIN event ON instr(' ' || event.folded, ' ' || word.value) > 0
  GROUP BY event.id HAVING count(*) > 1 ORDER BY count(*) DESC, event.id DESC LIMIT 50`;
const details = `SELECT id, title, coalesce(date_edtf, '') AS date FROM event WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`;

/** How near the evidence is: on the words themselves, in their sentence, their paragraph, or some way off. */
function nearness(about: WordsAbout, start: number, end: number): number {
  const { selection, sentence, paragraph, isDetail } = about;
  if (start < selection.end && end > selection.start) return 60;
  if (start < sentence.end && end > sentence.start) return 46;
  const distance = start >= sentence.end ? start - sentence.end : sentence.start - end;
  const isBeside = start < paragraph.end && end > paragraph.start;
  return 25 * Math.max(0, 1 - distance / reach) + (isBeside && isDetail ? 25 : 0);
}

/** Beginnings of words with more than three letters: "captured" is told by "capture". */
const stemsOf = (words: string): Set<string> =>
  new Set(
    searchTokens(words)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );

/** How much of a title the words say. */
function titleShare(title: string, stems: ReadonlySet<string>): number {
  const words = [...stemsOf(title)];
  return words.length < 2 ? 0 : words.filter((word) => stems.has(word)).length / words.length;
}

/** Each is looked for in every title. */
const mostStems = 8;

function addUp(db: ReadableDB, about: WordsAbout): Map<string, number> {
  const scores = new Map<string, number>();
  const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  const [from, to] = [about.sentence.start - reach, about.sentence.end + reach];
  const { revisionId, entityIds, date } = about;
  const best = new Map<string, number>();
  for (const { id, start, end } of all<{ id: string; start: number; end: number }>(db, nearby, {
    revisionId,
    from,
    to,
  }))
    best.set(id, Math.max(best.get(id) ?? 0, nearness(about, start, end)));
  for (const [id, score] of best) add(id, score);
  for (const { id, shared } of all<{ id: string; shared: number }>(db, byEntity, [JSON.stringify(entityIds)]))
    add(id, Math.min(24, shared * 12));
  const stems = JSON.stringify([...stemsOf(about.selected)].slice(0, mostStems));
  for (const { id } of all<{ id: string }>(db, byTitle, [stems])) add(id, 0);
  if (date?.earliest && date.latest) {
    const days = { earliest: date.earliest, latest: date.latest };
    for (const { id } of all<{ id: string }>(db, byDay, days)) add(id, 15);
  }
  return scores;
}

/** See the module. */
export function likelyEvents(db: ReadableDB, about: WordsAbout): SuggestedEvent[] {
  const scores = addUp(db, about);
  const [selected, around] = [stemsOf(about.selected), stemsOf(about.text)];
  // Words that say the whole of a title are about nothing else.
  const byWords = (title: string) =>
    titleShare(title, selected) === 1 ? likely : 40 * titleShare(title, around);
  return all<{ id: string; title: string; date: string }>(db, details, [JSON.stringify([...scores.keys()])])
    .map((event) => ({ ...event, score: (scores.get(event.id) ?? 0) + byWords(event.title) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, offered)
    .map(({ score, ...event }) => ({ ...event, isLikely: score >= likely }));
}
