/**
 * Fills an empty notebook with records from outside, each checked before it is written: with the same ids, and with all that is
 * computed from them. Where they come from is the caller's: a JSON file, or another notebook's file.
 */
import type { Finding } from '../../../../shared/contract/notebook';
import { CasebookError } from '../../../../shared/model/result';
import { settleEvents } from '../../accounts/settle-events';
import { toCasebookError } from '../../core/errors';
import { stopRecording } from '../../core/recorder';
import { countOf, pluck, rawDatabase, run, type WritableDB } from '../../core/sql';
import { checkContents } from '../check/check-notebook';
import { bytesIn, checkRecord } from './json/check-record';
import { recordKinds } from './record-kinds';
import type { JsonObject, RecordKind } from './record-types';
import { deriveRoots, writeBytes, writeRecord } from './write-records';

/** A record that is still to be checked; `number`: its place in its list, from 1. */
export interface GivenRecord {
  readonly kind: RecordKind;
  readonly number: number;
  readonly value: unknown;
  /** How much of the source lies before it, from 0 to 1. */
  readonly share: number;
}

/** What a notebook is called, and since when there is one. */
export interface GivenNotebook {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
}

/** Captured files that the source only describes: they are left out. */
export interface Loaded {
  readonly withoutFiles: number;
}

/** Called as the work goes on, with how much of it is done, from 0 to 1; what it throws ends the work. */
export type EachShare = (share: number) => void;

/** Checking the whole takes about a quarter of the time. */
const readingShare = 0.75;

const refused = (message: string, cause?: unknown) => new CasebookError('import-refused', message, { cause });

/** Bytes that the record brings are kept; an original without them cannot be: its revisions stay, as if they came from nowhere. */
function takeFiles(
  db: WritableDB,
  record: JsonObject,
): { readonly record: JsonObject; readonly without: number } {
  const originals = record['originals'] as readonly JsonObject[];
  const isThere = 'SELECT count(*) FROM original_bytes WHERE sha256 = ?';
  const kept = originals.filter((original) => {
    const sha256 = original['sha256'] as string; // checked
    const bytes = bytesIn(original);
    if (bytes) writeBytes(db, sha256, bytes);
    return bytes !== null || countOf(db, isThere, [sha256]) > 0;
  });
  const ids = new Set(kept.map(({ id }) => id));
  const revisions = (record['revisions'] as readonly JsonObject[]).map((revision) =>
    ids.has(revision['originalId'] ?? null) ? revision : Object.assign({}, revision, { originalId: null }),
  );
  return {
    record: Object.assign({}, record, { originals: kept, revisions }),
    without: originals.length - kept.length,
  };
}

function loadRecord(db: WritableDB, { kind, number, value }: GivenRecord): number {
  checkRecord(kind, value, number);
  const record = value as JsonObject; // checked
  const taken = kind.name === 'articles' ? takeFiles(db, record) : { record, without: 0 };
  try {
    writeRecord(db, kind, taken.record);
  } catch (cause) {
    throw refused(`${kind.name}, number ${number}: ${toCasebookError(cause).message}`, cause);
  }
  return taken.without;
}

/** What is computed from many rows, when all of them are there. */
function deriveAll(db: WritableDB): void {
  deriveRoots(db);
  const events = pluck<string>(db, 'SELECT id FROM event');
  const changes = events.map((id) => ({ table: 'event', before: null, after: { id } }));
  settleEvents(db, changes);
}

function checkReferences(db: WritableDB): void {
  const broken = rawDatabase(db).pragma('foreign_key_check') as readonly { table: string; parent: string }[];
  const [first] = broken;
  if (first) throw refused(`Something refers to what is not there: ${first.table} to ${first.parent}.`);
}

function checkWhole(findings: readonly Finding[]): void {
  const [first] = findings;
  if (!first) return;
  const more = findings.length === 1 ? '' : ` (and ${findings.length - 1} more)`;
  throw refused(`What is in the file does not agree with itself: ${first.message}${more}`);
}

/**
 * Loads records into a notebook that has nothing in it but its first lists, which give way; the source tells the notebook's
 * own record last. Throws `import-refused` with the place and what is wrong there; the notebook is then as it was. The
 * search index is left to the caller, and what is written is not recorded.
 */
export function loadRecords(
  db: WritableDB,
  source: Generator<GivenRecord, GivenNotebook>,
  each: EachShare = () => {},
): Loaded {
  const raw = rawDatabase(db);
  stopRecording(db);
  const load = raw.transaction((): Loaded => {
    raw.pragma('defer_foreign_keys = ON');
    for (const table of ['event_type', 'role']) run(db, `DELETE FROM ${table}`);
    let withoutFiles = 0;
    let next = source.next();
    for (; !next.done; next = source.next()) {
      each(next.value.share * readingShare);
      withoutFiles += loadRecord(db, next.value);
    }
    const { id, title, createdAt } = next.value;
    run(db, 'UPDATE notebook SET id = ?, title = ?, created_at = ?', [id, title, createdAt]);
    checkReferences(db);
    deriveAll(db);
    const count = countOf(db, 'SELECT count(*) FROM revision') + 1;
    let checked = 0;
    checkWhole(
      checkContents(db, () => each(readingShare + (1 - readingShare) * Math.min(1, checked++ / count))),
    );
    return { withoutFiles };
  });
  return load.immediate();
}

/** The kind of record that a list of a file holds, or undefined. */
export function kindOfList(name: string): RecordKind | undefined {
  return recordKinds.find((kind) => kind.name === name);
}
