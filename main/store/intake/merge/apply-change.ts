/** Writes what was chosen of theirs over a record of ours, a group of fields at a time, and what theirs has more of beside ours. */

import { newId } from '../../../../shared/model/id';
import { preferAccount } from '../../accounts/change-account';
import type { GivenMetadata } from '../../articles/article-row';
import { updateArticle } from '../../articles/change-article';
import { toCasebookError } from '../../core/errors';
import { get, pluck, type ReadableDB, run, update, type WritableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import type { Json, JsonObject, Part, RecordKind } from '../../notebook/records/record-types';
import { columnsFor, writeBytes, writeItem, writePart } from '../../notebook/records/write-records';
import { writeCitations } from '../../notes/change-note';
import { readContent } from '../../notes/citations';
import type { Group, Joining } from './compare/compare-records';

/** What came of the choices so far. */
export interface Applied {
  taken: number;
  kept: number;
  /** Texts of theirs that were not taken. */
  leftTexts: number;
  readonly notTaken: string[];
}

interface Taking {
  readonly kind: RecordKind;
  readonly ourId: string;
  readonly group: Group;
  /** In ids of our notebook. */
  readonly their: JsonObject;
}

const partNamed = ({ parts }: RecordKind, name: string): Part | undefined =>
  parts.find((part) => part.name === name);

/** An id that a part has of itself is kept where it is free. */
function withFreeId(db: WritableDB, { table }: Part, item: Json): Json {
  const { id } = item as JsonObject;
  if (typeof id !== 'string' || !get(db, `SELECT 1 FROM ${table} WHERE id = ?`, [id])) return item;
  return Object.assign({}, item, { id: newId() });
}

/** Writes what theirs has more of. */
export function joinParts(
  db: WritableDB,
  given: {
    readonly kind: RecordKind;
    readonly ourId: string;
    readonly joinings: readonly Joining[];
    readonly theirDb: ReadableDB;
  },
): void {
  for (const { part: name, items } of given.joinings) {
    const part = partNamed(given.kind, name);
    if (!part) continue;
    for (const item of items) {
      if (part.table === 'original') copyBytes(db, given.theirDb, (item as JsonObject)['sha256']);
      writeItem(db, part, given.ourId, part.bare ? item : withFreeId(db, part, item));
    }
  }
}

/** Takes the bytes of a captured file along. */
export function copyBytes(db: WritableDB, theirDb: ReadableDB, sha256: Json | undefined): void {
  const select = 'SELECT bytes FROM original_bytes WHERE sha256 = ?';
  const row = typeof sha256 === 'string' ? get<{ bytes: Uint8Array }>(theirDb, select, [sha256]) : undefined;
  if (row && typeof sha256 === 'string') writeBytes(db, sha256, row.bytes);
}

/** Whether putting a thing under (or into) another would lead back to itself. */
function makesCircle(db: ReadableDB, table: string, column: string, id: string, to: string): boolean {
  const chain = `WITH RECURSIVE chain (id) AS (SELECT ? UNION SELECT t.${column} FROM chain JOIN ${table} t ON t.id = chain.id
    WHERE t.${column} IS NOT NULL) SELECT 1 FROM chain WHERE id = ?`;
  return get(db, chain, [to, id]) !== undefined;
}

const treeColumns: Readonly<Record<string, string>> = { parentId: 'parent_id', mergedInto: 'merged_into' };

function refuseCircle(db: ReadableDB, { kind, ourId, group, their }: Taking): void {
  for (const name of group.fields) {
    const [column, to] = [treeColumns[name], their[name]];
    if (column === undefined || typeof to !== 'string') continue;
    if (makesCircle(db, kind.table, column, ourId, to)) throw new Error('it would lead back to itself');
  }
}

const metadataNames: Readonly<Record<string, keyof GivenMetadata>> = {
  title: 'title',
  authors: 'authors',
  publisher: 'publisher',
  url: 'url',
  language: 'language',
  fields: 'fields',
  publishedEdtf: 'published',
};

function takeDetails(db: WritableDB, { ourId, group, their }: Taking): void {
  const { publishedEdtf: edtf, publishedWords: words } = their;
  const published = typeof edtf === 'string' ? { edtf, words: asText(words) } : null;
  const given = group.fields.flatMap((name) => {
    const column = metadataNames[name];
    return column === undefined ? [] : [[column, column === 'published' ? published : their[name]] as const];
  });
  updateArticle(db, { id: ourId, set: Object.fromEntries(given) });
}

/** Page chrome of the current text: theirs in place of ours. */
function takeChrome(db: WritableDB, { kind, ourId, their }: Taking): void {
  const part = partNamed(kind, 'revisions')?.parts?.find(({ name }) => name === 'exclusions');
  const current = pluck<string>(db, 'SELECT revision_id FROM article WHERE id = ?', [ourId])[0];
  const texts = their['revisions'] as readonly JsonObject[];
  const revision = texts.filter(({ id }) => id === their['revisionId']).at(-1);
  if (!part || current === undefined || !revision) return;
  run(db, 'DELETE FROM exclusion WHERE revision_id = ?', [current]);
  for (const item of revision['exclusions'] as readonly Json[])
    writeItem(db, part, current, withFreeId(db, part, item));
}

function takeName(db: WritableDB, { ourId, group, their }: Taking): void {
  for (const item of their['names'] as readonly JsonObject[]) {
    if (group.name !== `name “${asText(item['name'])}”`) continue;
    const set = 'UPDATE entity_name SET kind = ? WHERE entity_id = ? AND name = ?';
    run(db, set, [asText(item['kind']), ourId, asText(item['name'])]);
  }
}

/** The words of a passage: quotes, former ones and places, theirs in place of ours. */
function takeWords(db: WritableDB, taking: Taking): void {
  const { kind, ourId, their } = taking;
  for (const table of ['anchor', 'former_quote', 'selector'])
    run(db, `DELETE FROM ${table} WHERE annotation_id = ?`, [ourId]);
  for (const name of ['quotes', 'formerQuotes', 'anchors']) {
    const part = partNamed(kind, name);
    if (part) writePart(db, part, ourId, their[name]);
  }
  takeFields(db, taking);
}

function takeClaimants(db: WritableDB, taking: Taking): void {
  const part = partNamed(taking.kind, 'claimants');
  run(db, 'DELETE FROM account_claimant WHERE account_id = ?', [taking.ourId]);
  if (part) writePart(db, part, taking.ourId, taking.their['claimants']);
  takeFields(db, taking);
}

function takeFields(db: WritableDB, taking: Taking): void {
  const { kind, ourId, group, their } = taking;
  refuseCircle(db, taking);
  const modified = kind.fields.some(({ name }) => name === 'modifiedAt')
    ? { modified_at: new Date().toISOString() }
    : {};
  update(db, kind.table, ourId, { ...columnsFor(kind, their, group.fields), ...modified });
  if (kind.name === 'notes' && group.fields.includes('content'))
    writeCitations(db, ourId, readContent(asText(their['content'])));
}

function takePreference(db: WritableDB, { ourId, their }: Taking): void {
  const reason = their['preferredReason'];
  preferAccount(db, { id: ourId, reason: typeof reason === 'string' ? reason : null });
}

type Take = (db: WritableDB, taking: Taking) => void;

/** How a group is taken where it is more than columns of the record's own row. */
const special: Readonly<Record<string, Take>> = {
  'annotations words': takeWords,
  'articles page chrome': takeChrome,
  'accounts who says so': takeClaimants,
  'accounts preferred because': takePreference,
};

function takeOf({ kind, group }: Taking): Take {
  const found = special[`${kind.name} ${group.name}`];
  if (found) return found;
  if (group.fields.includes('names')) return takeName;
  return kind.name === 'articles' && group.name !== 'kind' ? takeDetails : takeFields;
}

/** Takes theirs of one group; what cannot be (a name that is taken, a circle) is said in words, and ours stays. */
export function applyGroup(db: WritableDB, taking: Taking, applied: Applied): void {
  run(db, 'SAVEPOINT take_theirs');
  try {
    takeOf(taking)(db, taking);
    applied.taken++;
  } catch (error) {
    run(db, 'ROLLBACK TO take_theirs');
    const { code, message } = toCasebookError(error);
    const why = error instanceof Error && code === 'internal' ? error.message : message;
    applied.notTaken.push(`${taking.kind.noun}, ${taking.group.name}: ${why}`);
    applied.kept++;
  }
  run(db, 'RELEASE take_theirs');
}
