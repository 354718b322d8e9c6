/**
 * Annotations of Hypothesis: the answer of its API (`rows`) and the file that its client exports (`annotations`). Its
 * positions count UTF-16 in the page as the browser showed it, which is not our text: only quotes are gone by. Replies and
 * notes on a whole page are kept as words.
 */
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { webAddress } from '../../html/page-links';
import { isRecord, wordsOf } from '../bibliography/csl-value';
import { groupBy, highlightOf, metadataOf, utcOf } from './highlight';

type Json = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function rowsIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isRecord(json)) return [];
  return [json['rows'], json['annotations']].find(Array.isArray) ?? [];
}

const isRow = (row: unknown): boolean =>
  isRecord(row) && typeof row['uri'] === 'string' && Array.isArray(row['target']) && 'text' in row;

/** Whether a JSON value is a list of annotations of Hypothesis. */
export function isHypothesis(json: unknown): boolean {
  const rows = rowsIn(json);
  return rows.length > 0 && rows.slice(0, 5).every(isRow);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function quoteOf({ target }: Json): { exact: string; prefix: string; suffix: string } | null {
  const selectors = listOf(target).flatMap((each) => (isRecord(each) ? listOf(each['selector']) : []));
  const quote = selectors.filter(isRecord).find(({ type }) => type === 'TextQuoteSelector');
  const exact = textOf(quote?.['exact']);
  if (exact.trim() === '') return null;
  return { exact, prefix: textOf(quote?.['prefix']), suffix: textOf(quote?.['suffix']) };
}

/** `acct:name@hypothes.is` → `name`. */
function coderOf({ user, user_info: info }: Json): string {
  const shown = isRecord(info) ? wordsOf(info['display_name']) : '';
  return shown || wordsOf(user).replace(/^acct:([^@]+)@.*$/, '$1');
}

const commentOf = (row: Json): string => textOf(row['text']).trim();

/** The words of a reply, with who wrote them. */
function replyWords(row: Json): string {
  const coder = coderOf(row);
  return coder === '' ? commentOf(row) : `${coder}: ${commentOf(row)}`;
}

/** Replies, by the annotation at the head of their thread. */
function repliesOf(rows: readonly Json[]): ReadonlyMap<string, readonly Json[]> {
  const replies = rows.filter((row) => listOf(row['references']).length > 0);
  return new Map(
    groupBy(replies, (row) => wordsOf(listOf(row['references'])[0])).map((group) => [
      wordsOf(listOf(group[0]?.['references'])[0]),
      group,
    ]),
  );
}

function annotationOf(row: Json, replies: readonly Json[]): ImportedAnnotation | null {
  const quote = quoteOf(row);
  if (quote === null) return null;
  return highlightOf({
    ...quote,
    id: wordsOf(row['id']),
    tags: listOf(row['tags']).map(wordsOf).filter(Boolean),
    comments: [commentOf(row), ...replies.map(replyWords)].filter((words) => words !== ''),
    coder: coderOf(row),
    createdAt: utcOf(wordsOf(row['created'])),
  });
}

function titleOf(row: Json): string {
  const { document } = row;
  return isRecord(document) ? wordsOf(document['title']) : '';
}

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What is said of a page as a whole, or in answer to what is not in the file, has no words to stand on: it is a note. */
function noteOf(row: Json, replies: readonly Json[]): ImportedItem | null {
  const said = [commentOf(row), ...replies.map(replyWords)].filter((words) => words !== '');
  if (said.length === 0) return null;
  const paragraphs = [...said, wordsOf(row['uri'])].flatMap((part) => part.split(/\n+/));
  return {
    kind: 'note',
    title: `On “${titleOf(row) || wordsOf(row['uri'])}”`,
    content: paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join(''),
    createdAt: utcOf(wordsOf(row['created'])),
  };
}

function* itemsOfPage(rows: readonly Json[], replies: ReturnType<typeof repliesOf>): Generator<ImportedItem> {
  const annotations = rows.flatMap((row) => annotationOf(row, replies.get(wordsOf(row['id'])) ?? []) ?? []);
  const [first] = rows;
  if (annotations.length > 0 && first) {
    const title = titleOf(first) || wordsOf(first['uri']);
    const url = webAddress(wordsOf(first['uri']), null)?.href ?? '';
    yield { kind: 'highlights', highlights: { metadata: metadataOf({ title, url }), annotations } };
  }
  for (const row of rows) {
    const note = quoteOf(row) === null ? noteOf(row, replies.get(wordsOf(row['id'])) ?? []) : null;
    if (note) yield note;
  }
}

/** The items of what {@link isHypothesis} knows: by page, in the order of the file. */
export function* hypothesisItems(json: unknown): Generator<ImportedItem> {
  const rows = rowsIn(json).filter(isRow).filter(isRecord);
  const replies = repliesOf(rows);
  const known = new Set(rows.map(({ id }) => wordsOf(id)));
  const heads = rows.filter(({ references }) => !known.has(wordsOf(listOf(references)[0])));
  for (const page of groupBy(heads, (row) => wordsOf(row['uri']))) yield* itemsOfPage(page, replies);
}
