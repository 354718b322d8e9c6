/**
 * `import FILE PATH…`: what files and folders bring comes into the notebook. A bad file is reported and the rest goes on;
 * what stops everything (a full disk, a notebook that cannot be written) is thrown.
 */
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportItem, ImportOutcome, ImportReport } from '../../../shared/contract/program/intake';
import {
  type MergePhase,
  type MergeSide,
  type MergeStep,
  mergeSides,
} from '../../../shared/contract/program/merge';
import { expandPaths } from '../../import/pool/expand-paths';
import { createImportPool, type FileOptions, threadCount } from '../../import/pool/import-pool';
import { openImportFile } from '../../import/pool/open-import-file';
import { isNotebookFile, rowOfMerge } from '../../import/run/notebook-files';
import { type ImportSource, type RunOptions, runImport } from '../../import/run/run-import';
import { toCasebookError } from '../../store/core/errors';
import { copyDatabase } from '../../store/core/file/copy-database';
import { runCommand } from '../../store/core/run-command';
import type { WritableDB } from '../../store/core/sql';
import { isFatal } from '../../store/intake/fatal-errors';
import { beginIntake, type IntakeState } from '../../store/intake/intake-state';
import { mergeNotebook, previewMerge } from '../../store/intake/merge/merge-notebook';
import { takeItems } from '../../store/intake/take-items';
import { openSession, writerOf } from '../../store/worker/session';
import { type Outcome, UsageError, type VerbContext } from '../verb';
import { readMapping } from './read-mapping';

interface Reading {
  readonly ahead: number;
  readonly sourceOf: (path: string) => ImportSource;
  readonly close: () => Promise<void>;
}

/** In threads, as the window reads them; in this one where the program is not built. */
function readerOf(options: FileOptions): Reading {
  // The verbs are a chunk of the built program, a folder below its entries.
  const workerFile = join(__dirname, '..', 'import-worker.cjs');
  if (!existsSync(workerFile)) {
    const open = (source: string) =>
      openImportFile({ source, capturedAt: new Date().toISOString(), ...options });
    return { ahead: 1, sourceOf: (source) => ({ source, open: () => open(source) }), close: async () => {} };
  }
  const pool = createImportPool(workerFile, { size: threadCount(cpus().length) });
  const sourceOf = (source: string) => ({ source, open: () => pool.openFile(source, options) });
  return { ahead: pool.size + 1, sourceOf, close: () => pool.close() };
}

/** Takes items as the window's store does, each file with its own memory. */
function takingInto(db: WritableDB): Pick<RunOptions, 'take' | 'end'> {
  const intakes = new Map<number, IntakeState>();
  return {
    take: async (intake, items) => {
      const state = intakes.get(intake) ?? beginIntake();
      intakes.set(intake, state);
      return runCommand(db, (writer) => takeItems(writer, state, items)).value;
    },
    end: async (intake) => intakes.delete(intake),
  };
}

const outcomeWords: Readonly<Record<ImportOutcome, string>> = {
  imported: 'imported',
  known: 'there already',
  recaptured: 'newer capture',
  joined: 'joined to an article',
  refused: 'refused',
};

function rowWords({ outcome, source, title, message }: ImportItem): string {
  const what = outcome === 'refused' && title !== '' ? `${source} (${title})` : source;
  return `${outcomeWords[outcome]}: ${what}${message === '' ? '' : `: ${message}`}`;
}

function countsOf({ items, extras }: ImportReport) {
  const count = (outcome: ImportOutcome) => items.filter((item) => item.outcome === outcome).length;
  return {
    imported: count('imported'),
    recaptured: count('recaptured'),
    joined: count('joined'),
    known: count('known'),
    refused: count('refused'),
    ...extras,
  };
}

function summaryOf(report: ImportReport): string {
  const counts = countsOf(report);
  const { imported, recaptured, known, joined, refused } = counts;
  const joinedWords = joined > 0 ? `${joined} joined to articles, ` : '';
  const extras = (['passages', 'tags', 'notes', 'entities', 'events'] as const)
    .filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${name}`);
  const extraWords = extras.length > 0 ? ` With ${extras.join(', ')}.` : '';
  return `${imported} imported, ${recaptured} newer captures, ${joinedWords}${known} there already, ${refused} refused.${extraWords}`;
}

/** Every difference with what would be done, and what may be the same under one name. */
function sayPreview(db: WritableDB, source: string, prefer: MergeSide, say: VerbContext['say']): void {
  const { conflicts, conflictCount, maybeSame } = previewMerge(db, { path: source });
  const kept = prefer === 'ours' ? 'ours stays' : 'theirs is taken';
  for (const { label, field, ours, theirs } of conflicts)
    say(`differs: ${label}, ${field}: ours “${ours}”, theirs “${theirs}”; ${kept}`);
  if (conflictCount > conflicts.length) say(`… and ${conflictCount - conflicts.length} differences more`);
  for (const { kind, theirs } of maybeSame) say(`may be the same, both are kept: ${kind}, ${theirs}`);
}

const phaseWords: Readonly<Record<MergePhase, string>> = {
  reading: 'reading',
  comparing: 'comparing',
  copying: 'copying',
  writing: 'bringing in',
  indexing: 'indexing',
  undoing: 'taking back',
};

/** A line when another part of the work begins: a large notebook takes minutes. */
function sayPhases(source: string, say: VerbContext['say']): (step: MergeStep) => void {
  let last = '';
  return ({ phase }) => {
    if (phase !== last) say(`${phaseWords[phase]} ${source}`);
    last = phase;
  };
}

/** Notebooks are merged; what they say differently is left as it is here, unless `--prefer theirs`. */
function mergeInto(db: WritableDB, source: string, { option, say }: VerbContext): ImportItem {
  const prefer = preferred(option('prefer'));
  try {
    if (option('dry-run') !== undefined) sayPreview(db, source, prefer, say);
    const { value } = runCommand(db, (writer) =>
      mergeNotebook(writer, { path: source, choices: { prefer } }, sayPhases(source, say)),
    );
    return rowOfMerge(source, value);
  } catch (cause) {
    if (isFatal(cause)) throw cause;
    const { message } = toCasebookError(cause);
    return { source, outcome: 'refused', articleId: null, title: '', message };
  }
}

function preferred(said: string | undefined): MergeSide {
  const side = mergeSides.find((each) => each === (said ?? 'ours'));
  if (!side) throw new UsageError('--prefer is ours or theirs.');
  return side;
}

/** How far it is, at most so many times: thousands of lines would hide what was refused. */
const mostTold = 20;

async function importInto(db: WritableDB, context: VerbContext): Promise<ImportReport> {
  const { words, option, path, say } = context;
  preferred(option('prefer'));
  const mapping = readMapping(option('mapping'), path);
  const files = await expandPaths(words.slice(1).map(path));
  const reading = readerOf({ encoding: option('encoding'), mapping });
  const sources: ImportSource[] = [];
  const notebooks: string[] = [];
  for (const file of files) {
    if (await isNotebookFile(file)) notebooks.push(file);
    else sources.push(reading.sourceOf(file));
  }
  let told = 0;
  try {
    const { report } = runImport(sources, {
      ahead: reading.ahead,
      ...takingInto(db),
      tell: ({ done, total, current }) => {
        if (done < told || total === 1) return;
        say(`${done + 1}/${total} ${current}`);
        told = done + Math.ceil(total / mostTold);
      },
    });
    const { items, ...rest } = await report;
    return { ...rest, items: [...items, ...notebooks.map((file) => mergeInto(db, file, context))] };
  } finally {
    await reading.close();
  }
}

/** On a copy that is thrown away: what it says is what would come of it. */
async function rehearse(context: VerbContext): Promise<ImportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-dry-run-'));
  const copy = join(folder, 'copy.casebook');
  try {
    await copyDatabase(context.open('read').reader, copy);
    const session = openSession(copy);
    try {
      return await importInto(writerOf(session), context);
    } finally {
      session.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function importPaths(context: VerbContext): Promise<Outcome> {
  const { option, open, say } = context;
  const dryRun = option('dry-run') !== undefined;
  const report = dryRun ? await rehearse(context) : await importInto(writerOf(open('write')), context);
  const counts = countsOf(report);
  for (const item of report.items) if (item.message !== '') say(rowWords(item));
  say(`${dryRun ? 'Dry run, nothing was written: ' : ''}${summaryOf(report)}`);
  const lines = report.items.map(({ outcome, articleId, title, source }) =>
    [outcome, articleId ?? '', title, source].join('\t'),
  );
  return { json: { dryRun, ...counts, items: report.items }, lines, failed: counts.refused > 0 };
}
