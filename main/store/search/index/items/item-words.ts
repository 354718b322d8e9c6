/**
 * The words of everything that can be found, as the full-text index has them: folded, the greyed stretches of articles
 * (page chrome) left out.
 */
import type { HitKind } from '../../../../../shared/contract/search';
import { foldForSearch } from '../../../../../shared/text/fold';
import type { CodePointOffset } from '../../../../../shared/text/offset-types';
import { createOffsetMap } from '../../../../../shared/text/offsets';
import { sentencesOf } from '../../../../../shared/text/sentences';
import { takeWrittenText } from '../../../articles/revision-words';
import { all, get, pluck, type ReadableDB } from '../../../core/sql';
import { eventTexts } from '../../event-texts';
import type { SentenceStart } from '../stored/facts-record';
import { countTokens } from './word-list';

interface Texts {
  readonly title: string;
  readonly body: string;
  readonly comment: string;
}

/** A thing that can be found. */
export interface ItemKey {
  readonly kind: HitKind;
  readonly id: string;
}

/** The folded texts of a thing; of an article also where its sentences begin. */
export interface IndexedWords extends Texts {
  readonly starts: readonly SentenceStart[] | null;
}

/** The stretches of a revision that are greyed: neither evidence nor searched. Code points. */
export function greyedRanges(
  db: ReadableDB,
  revisionId: string,
): { start: CodePointOffset; end: CodePointOffset }[] {
  // Sorted here: most texts have none, and a sorter is costly to set up.
  const select = `SELECT start, "end" FROM exclusion WHERE revision_id = ? AND state <> 'kept'`;
  return all<{ start: CodePointOffset; end: CodePointOffset }>(db, select, [revisionId]).sort(
    (a, b) => a.start - b.start,
  );
}

/** A text with the given stretches blanked, so that every other word keeps its place. */
export function blankRanges(
  text: string,
  ranges: readonly { start: CodePointOffset; end: CodePointOffset }[],
): string {
  if (ranges.length === 0) return text;
  const offsets = createOffsetMap(text);
  let blanked = '';
  let from = 0;
  for (const range of ranges) {
    const start = Math.max(from, offsets.toUtf16(range.start));
    const end = Math.max(start, offsets.toUtf16(range.end));
    blanked += text.slice(from, start) + text.slice(start, end).replace(/\S/g, ' ');
    from = end;
  }
  return blanked + text.slice(from);
}

/** Folds a text a sentence at a time, counting words: the same as folding it as a whole. */
function foldSentences(text: string, blanked: string): { body: string; starts: SentenceStart[] } {
  const sentences = sentencesOf(text);
  const starts: SentenceStart[] = [];
  const pieces: string[] = [];
  let word = 0;
  sentences.forEach(({ start, opens }, index) => {
    const piece = foldForSearch(blanked.slice(index === 0 ? 0 : start, sentences[index + 1]?.start));
    starts.push({ word, opens });
    word += countTokens(piece);
    pieces.push(piece);
  });
  return { body: pieces.join(''), starts };
}

function articleWords(db: ReadableDB, id: string): IndexedWords | null {
  const select = 'SELECT title, revision_id AS revisionId FROM article WHERE id = ?';
  const row = get<{ title: string; revisionId: string }>(db, select, [id]);
  if (!row) return null;
  const text = takeWrittenText(db, row.revisionId);
  const blanked = blankRanges(text, greyedRanges(db, row.revisionId));
  return { title: foldForSearch(row.title), comment: '', ...foldSentences(text, blanked) };
}

/**
 * Stands between the parts of a passage, so that no phrase reaches from one into the next: a word of private-use
 * characters, which no keyboard writes.
 */
const betweenParts = ' \uE0B5\uE0A7\uE0B5 ';

function passageTexts(db: ReadableDB, id: string): Texts | null {
  const parts = all<{ comment: string; exact: string | null }>(
    db,
    `SELECT n.comment, s.exact FROM annotation n LEFT JOIN selector s ON s.annotation_id = n.id
     WHERE n.id = ? ORDER BY s.part`,
    [id],
  );
  const first = parts[0];
  if (!first) return null;
  return {
    title: '',
    body: parts.map(({ exact }) => exact ?? '').join(betweenParts),
    comment: first.comment,
  };
}

function entityTexts(db: ReadableDB, id: string): Texts | null {
  const row = get<{ name: string; description: string }>(
    db,
    'SELECT name, description FROM entity WHERE id = ? AND root_id IS NULL',
    [id],
  );
  if (!row) return null;
  const names = pluck<string>(db, 'SELECT DISTINCT name FROM known_name WHERE entity_id = ? ORDER BY id', [
    id,
  ]);
  const merged = 'SELECT description FROM entity WHERE root_id = ? ORDER BY id';
  const descriptions = [row.description, ...pluck<string>(db, merged, [id])];
  return { title: [row.name, ...names].join('\n'), body: descriptions.join('\n').trim(), comment: '' };
}

function textsOfEvent(db: ReadableDB, id: string): Texts | null {
  const texts = eventTexts(db, id);
  return texts && { title: texts.title, body: texts.told.join('\n'), comment: texts.about.join('\n') };
}

function accountTexts(db: ReadableDB, id: string): Texts | null {
  const row = get<Record<'key' | 'text' | 'dates' | 'claimant' | 'comment', string>>(
    db,
    'SELECT key, text, date_words AS dates, claimant_words AS claimant, comment FROM account WHERE id = ?',
    [id],
  );
  if (!row) return null;
  const join = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');
  return { title: '', body: join(row.key, row.text), comment: join(row.dates, row.claimant, row.comment) };
}

const readTexts: Readonly<Record<Exclude<HitKind, 'article'>, (db: ReadableDB, id: string) => Texts | null>> =
  {
    passage: passageTexts,
    note: (db, id) =>
      get<Texts>(db, `SELECT title, text AS body, '' AS comment FROM note WHERE id = ?`, [id]) ?? null,
    entity: entityTexts,
    event: textsOfEvent,
    account: accountTexts,
    tag: (db, id) =>
      get<Texts>(
        db,
        `SELECT name AS title, description AS body, '' AS comment FROM tag WHERE id = ? AND root_id IS NULL`,
        [id],
      ) ?? null,
  };

/** The rows of each kind of thing that is searched, as they stand after `FROM`. */
export const searchedTables: Readonly<Record<HitKind, string>> = {
  article: 'article',
  passage: 'annotation',
  note: 'note',
  entity: '(SELECT id FROM entity WHERE root_id IS NULL)',
  event: 'event',
  account: 'account',
  tag: '(SELECT id FROM tag WHERE root_id IS NULL)',
};

/** The words of a thing as the index has them, or null when it is gone. */
export function indexedWords(db: ReadableDB, { kind, id }: ItemKey): IndexedWords | null {
  if (kind === 'article') return articleWords(db, id);
  const texts = readTexts[kind](db, id);
  if (!texts) return null;
  const { title, body, comment } = texts;
  return {
    title: foldForSearch(title),
    body: foldForSearch(body),
    comment: foldForSearch(comment),
    starts: null,
  };
}
