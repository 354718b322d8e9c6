/**
 * Checks a notebook against itself: the file, the references, every place against its text, every hash, what is derived
 * and the search index against the rows. Reads one long row at a time, so that memory does not grow with the notebook,
 * and one moment of the notebook, whatever is written meanwhile; repairs nothing.
 */
import type { QueryArgs } from '../../../../shared/contract';
import type { CheckReport, CheckStep, Finding } from '../../../../shared/contract/notebook';
import { newId } from '../../../../shared/model/id';
import { toCasebookError } from '../../core/errors';
import { openReader } from '../../core/file/open-database';
import { all, countOf, type ReadableDB, rawDatabase } from '../../core/sql';
import { derivedPart } from './check-derived';
import { foreignKeysPart, originalsPart, tablesPart } from './check-file';
import { indexPart } from './check-index';
import { referencesPart } from './check-references';
import { revisionsPart } from './check-revisions';
import { type CheckPart, finding, type Tick } from './finding';

const parts: readonly CheckPart[] = [
  tablesPart,
  foreignKeysPart,
  referencesPart,
  derivedPart,
  revisionsPart,
  originalsPart,
  indexPart,
];

function countAnchors(db: ReadableDB): CheckReport['anchors'] {
  const rows = all<{ state: keyof CheckReport['anchors']; count: number }>(
    db,
    `SELECT k.state, count(*) AS count FROM anchor k JOIN article a ON a.revision_id = k.revision_id GROUP BY k.state`,
  );
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  return { exact: 0, moved: 0, changed: 0, orphan: 0, ...counts };
}

/** A part that a damaged page brings to an end says so, and the others go on. */
function* checkPart(db: ReadableDB, { check }: CheckPart): Generator<Tick> {
  try {
    yield* check(db);
  } catch (error) {
    const { code, message } = toCasebookError(error);
    if (code !== 'notebook-damaged') throw error;
    yield finding({ kind: 'file', id: '', message });
  }
}

function* checkAll(db: ReadableDB): Generator<Tick> {
  for (const part of parts) yield* checkPart(db, part);
}

function reportOf(db: ReadableDB, findings: readonly Finding[]): CheckReport {
  return {
    articles: countOf(db, 'SELECT count(*) FROM article'),
    annotations: countOf(db, 'SELECT count(*) FROM annotation'),
    anchors: countAnchors(db),
    findings,
  };
}

/** Checks everything at once; what is wrong is in `findings`. Anchors are counted by parts, in current revisions. */
export function checkNotebook(db: ReadableDB, _args: QueryArgs<'checkNotebook'>): CheckReport {
  const raw = rawDatabase(db);
  raw.exec('BEGIN');
  try {
    const found: Finding[] = [];
    for (const tick of checkAll(db)) if (tick) found.push(tick);
    return reportOf(db, found);
  } finally {
    // A damaged page ends the transaction by itself.
    if (raw.inTransaction) raw.exec('ROLLBACK');
  }
}

/** What rows say against each other: references, derived columns, and every place and hash of the texts. `each`: called between rows. */
export function checkContents(db: ReadableDB, each: () => void = () => {}): Finding[] {
  const found: Finding[] = [];
  for (const part of [referencesPart, derivedPart, revisionsPart])
    for (const tick of checkPart(db, part)) {
      if (tick) found.push(tick);
      each();
    }
  return found;
}

/** A check that goes on in steps, so that other questions are answered between them. */
export interface CheckRun {
  readonly id: string;
  readonly db: ReadableDB;
  readonly ticks: Generator<Tick>;
  readonly total: number;
  readonly found: Finding[];
  done: number;
}

/** What may be asked while a step is going on waits this long at most, but for a long row or table. */
const stepMs = 60;

/** How much a part has to do; of what cannot even be counted, the check itself says what is wrong. */
function countTicks(db: ReadableDB, { count }: CheckPart): number {
  try {
    return count(db);
  } catch {
    return 0;
  }
}

/** Begins a check on a connection of its own: it sees the notebook as it is now until it ends. */
export function beginCheck(path: string): CheckRun {
  const db = openReader(path);
  rawDatabase(db).pragma('temp_store = FILE');
  rawDatabase(db).exec('BEGIN');
  const total = parts.reduce((sum, part) => sum + countTicks(db, part), 0);
  return { id: newId(), db, ticks: checkAll(db), total, found: [], done: 0 };
}

/** How far a check has come. */
export function progressOf({ id, done, total, found }: CheckRun): CheckStep {
  // The index has a tick more for each stretch of its words, which nobody counts beforehand.
  return { kind: 'going', run: id, done: Math.min(done, total), total, found: found.length };
}

/** Goes on with a check for a moment. After `done` it has ended. */
export function continueCheck(run: CheckRun): CheckStep {
  const until = performance.now() + stepMs;
  while (performance.now() < until) {
    const next = run.ticks.next();
    if (next.done) {
      const report = reportOf(run.db, run.found);
      endCheck(run);
      return { kind: 'done', report };
    }
    if (next.value) run.found.push(next.value);
    else run.done++;
  }
  return progressOf(run);
}

/** Ends a check, whether or not it has come to its end. */
export function endCheck({ db, ticks }: CheckRun): void {
  ticks.return(undefined);
  rawDatabase(db).close();
}
