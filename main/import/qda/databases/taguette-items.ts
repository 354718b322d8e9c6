/**
 * A project of Taguette (its SQLite file): documents with their highlights, tags with their hierarchy. Highlights count the
 * bytes of the text of a document's HTML as UTF-8, markup left out. A file of a Taguette server may hold several projects.
 */
import { Parser } from 'htmlparser2';
import { describe } from '../../../../shared/anchoring/describe';
import { plainText } from '../../../../shared/document/plain-text';
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { createOffsetMap } from '../../../../shared/text/offsets';
import { all, type ReadableDB } from '../../../store/core/sql';
import { documentOf } from '../../formats/document-of';
import { declaredUtf8, type FormatInput } from '../../formats/format';
import { readHtml } from '../../html/read-html';
import { timeOf } from '../read-qde';
import { alignTexts } from './align-texts';
import { dottedTags } from './dotted-tags';

interface DocumentRow {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly filename: string;
  readonly created: string;
  readonly contents: string;
  readonly project: string;
}

interface HighlightRow {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly snippet: string;
}

interface TagRow {
  readonly id: number;
  readonly path: string;
  readonly description: string;
}

/** SQLite keeps values of any kind in any column, and nothing: what is read of one are words. */
const words = (...columns: readonly string[]): string =>
  columns
    .map((column) => `coalesce(CAST(${column} AS TEXT), '') AS ${column.replace(/^.*\./, '')}`)
    .join(', ');

/** The words of a document's HTML as Taguette counts them: every text, nothing between. */
export function textOfMarkup(html: string): string {
  let text = '';
  let hidden = 0;
  const isHidden = (name: string): boolean => name === 'script' || name === 'style';
  const parser = new Parser(
    {
      onopentagname: (name) => (hidden += isHidden(name) ? 1 : 0),
      onclosetag: (name) => (hidden -= isHidden(name) ? 1 : 0),
      ontext: (words) => (text += hidden > 0 ? '' : words),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text.replace(/\r\n?/g, '\n');
}

/** UTF-16 positions in a text of ascending byte offsets; an offset within a character goes after it. */
function fromBytes(text: string, offsets: readonly number[]): Map<number, number> {
  const ascending = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let next = 0;
  let bytes = 0;
  for (let at = 0; at <= text.length && next < ascending.length; ) {
    for (; (ascending[next] ?? Infinity) <= bytes; next++) found.set(ascending[next] ?? 0, at);
    const code = text.codePointAt(at) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code > 0xffff ? 2 : 1;
  }
  return found;
}

/** Highlights of one document, where their words are in the article. */
function annotationsOf(
  db: ReadableDB,
  document: DocumentRow,
  text: string,
): { readonly annotations: ImportedAnnotation[]; readonly lost: string[] } {
  const rows = all<HighlightRow>(
    db,
    `SELECT id, CAST(start_offset AS INTEGER) AS start, CAST(end_offset AS INTEGER) AS "end", ${words('snippet')}
     FROM highlights WHERE document_id = ? AND start_offset NOTNULL AND end_offset NOTNULL ORDER BY start_offset, id`,
    [document.id],
  );
  const tags = all<{ owner: number; tag: number }>(
    db,
    `SELECT x.highlight_id AS owner, x.tag_id AS tag FROM highlight_tags x JOIN highlights h ON h.id = x.highlight_id
     WHERE h.document_id = ? ORDER BY x.tag_id`,
    [document.id],
  );
  const counted = textOfMarkup(document.contents);
  const places = fromBytes(
    counted,
    rows.flatMap(({ start, end }) => [start, end]),
  );
  const toArticle = alignTexts(counted, text);
  const map = createOffsetMap(text);
  const lost: string[] = [];
  const annotations = rows.flatMap((row) => {
    const said = tidy(textOfMarkup(row.snippet));
    const [from, to] = [places.get(row.start), places.get(row.end)];
    const place = from === undefined || to === undefined ? null : toArticle(from, to);
    if (place === null && said === '') {
      lost.push(`A highlight is not in its text (bytes ${row.start} to ${row.end}).`);
      return [];
    }
    const ownTags = tags.filter(({ owner }) => owner === row.id).map(({ tag }) => tagKey(tag));
    return [annotationOf(document, row, { words: said, tags: ownTags, place, text, map })];
  });
  return { annotations, lost };
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();
const tagKey = (id: number): string => `taguette tag ${id}`;

interface Highlighted {
  readonly words: string;
  readonly tags: readonly string[];
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly text: string;
  readonly map: ReturnType<typeof createOffsetMap>;
}

/** The words that Taguette keeps beside the offsets are the check; where they differ it is not sure of the place. */
function annotationOf(
  document: DocumentRow,
  row: HighlightRow,
  { words, tags, place, text, map }: Highlighted,
): ImportedAnnotation {
  const described = place && describe(text, map.toCodePoint(place.start), map.toCodePoint(place.end), map);
  const isSure = described !== null && (words === '' || squeezed(described.quote.exact) === squeezed(words));
  const target = described
    ? { source: '', quote: described.quote, position: { start: described.start, end: described.end } }
    : { source: '', quote: { exact: words, prefix: '', suffix: '' }, position: null };
  return {
    id: `taguette ${document.id}/${row.id}`,
    targets: [isSure || place === null ? target : { ...target, isUnsure: true }],
    tags,
    comments: [],
    entities: [],
    events: [],
    colour: '',
    coder: '',
    createdAt: '',
    problems: [],
  };
}

/** Blanks between blocks are not the same in a snippet and in an article. */
const squeezed = (words: string): string => words.replace(/\s+/gu, '');

/** What a project brings. */
export async function* taguetteItems(
  db: ReadableDB,
  input: FormatInput,
): AsyncGenerator<ImportedItem, void, void> {
  const tags = all<TagRow>(db, `SELECT id, ${words('path', 'description')} FROM tags ORDER BY id`);
  const codes = tags.map(({ id, path, description }) => ({
    key: tagKey(id),
    name: path,
    parentKey: null,
    colour: '',
    description,
  }));
  for (const tag of dottedTags(codes)) yield { kind: 'tag', tag };
  const projects = all<{ name: string; description: string; created: string }>(
    db,
    `SELECT ${words('name', 'description', 'created')} FROM projects ORDER BY id`,
  );
  for (const { name, description, created } of projects)
    if (description.trim() !== '')
      yield {
        kind: 'note',
        title: name,
        content: `<p>${escaped(description)}</p>`,
        createdAt: timeOf(created),
      };
  const documents = all<{ id: number }>(db, 'SELECT id FROM documents ORDER BY id');
  for (const { id } of documents) yield* documentItems(db, input, id, projects.length > 1);
}

const escaped = (words: string): string =>
  words.replace(/\s+/g, ' ').trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function* documentItems(
  db: ReadableDB,
  input: FormatInput,
  id: number,
  isOneOfSeveral: boolean,
): Generator<ImportedItem, void, void> {
  const [row] = all<DocumentRow>(
    db,
    `SELECT d.id, ${words('d.name', 'd.description', 'd.filename', 'd.created', 'd.contents')},
       coalesce(CAST(p.name AS TEXT), '') AS project
     FROM documents d JOIN projects p ON p.id = d.project_id WHERE d.id = ?`,
    [id],
  );
  if (!row) return;
  const reading = readHtml(row.contents, { source: '', isPaste: true });
  const text = plainText(reading.blocks);
  if (text.trim() === '')
    return yield { kind: 'refused', source: row.name, message: 'There are no words in it.' };
  const fields = {
    ...(row.description.trim() === '' ? {} : { Description: row.description.trim() }),
    ...(isOneOfSeveral ? { Project: row.project } : {}),
  };
  const metadata = { ...reading.metadata, title: row.name, fields };
  const bytes = Buffer.from(row.contents);
  const capturedAt = timeOf(row.created) || input.capturedAt;
  const origin = {
    bytes,
    source: `${input.source}/${row.id}/${row.filename}`,
    mediaType: 'text/html',
    capturedAt,
  };
  const document = documentOf({ ...reading, metadata, encoding: declaredUtf8 }, origin);
  const key = `taguette document ${row.id}`;
  yield { kind: 'article', key, document, bytes, tags: [] };
  const { annotations, lost } = annotationsOf(db, row, text);
  for (const annotation of annotations) yield { kind: 'annotation', articleKey: key, annotation };
  for (const message of lost) yield { kind: 'refused', source: row.name, message };
}
