/**
 * Brings files into a notebook one after another: the next ones are read while one is taken, what they bring is taken in
 * their order, and what is waiting is bounded, so that thousands of files need no more memory than a few. One bad file
 * never stops the rest; what concerns all of them (a full disk) does.
 */
import type { ImportProgress, ImportReport } from '../../../shared/contract/program/intake';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { toCasebookError } from '../../store/core/errors';
import { isFatal, wordsOfError } from '../../store/intake/fatal-errors';
import type { Taken } from '../../store/intake/taken';
import { batchesOf } from './batches';
import { createReport, type GrowingReport, type ReportOfFile } from './import-report';

/** A file to bring in. */
export interface ImportSource {
  /** As the report names it. */
  readonly source: string;
  /** Begins to read it. */
  readonly open: () => AsyncIterableIterator<ImportedItem>;
}

export interface RunOptions {
  /** Files that are read at once. */
  readonly ahead: number;
  /** Takes one article, or several things that are none, of a file that is known by a number. */
  readonly take: (intake: number, items: readonly ImportedItem[]) => Promise<readonly Taken[]>;
  /** There is no more of a file. */
  readonly end: (intake: number) => Promise<unknown>;
  readonly tell: (progress: Omit<ImportProgress, 'isWatched'>) => void;
}

export interface RunningImport {
  readonly report: Promise<ImportReport>;
  readonly pause: (paused: boolean) => void;
  /** Nothing more is taken; whoever reads is stopped by the caller. */
  readonly cancel: () => void;
}

interface Run {
  readonly options: RunOptions;
  readonly report: GrowingReport;
  readonly total: number;
  done: number;
  cancelled: boolean;
  /** Resolved while the import goes on. */
  going: Promise<void>;
  goOn: (() => void) | null;
  current: { readonly source: string; readonly count: () => number };
}

let lastIntake = 0;

function tellOf(run: Run): void {
  const { done, total, current, report, goOn } = run;
  run.options.tell({
    done,
    total,
    current: current.source,
    within: current.count(),
    refused: report.refused(),
    paused: goOn !== null,
  });
}

/** Takes what one file brings. */
async function takeFile(
  run: Run,
  items: AsyncIterableIterator<ImportedItem>,
  file: ReportOfFile,
): Promise<void> {
  const intake = ++lastIntake;
  try {
    for await (const batch of batchesOf(items)) {
      await run.going;
      if (run.cancelled) break;
      for (const taken of await run.options.take(intake, batch)) file.add(taken);
      tellOf(run);
    }
  } finally {
    await run.options.end(intake);
  }
}

async function importFile(
  run: Run,
  { source }: ImportSource,
  items: AsyncIterableIterator<ImportedItem>,
): Promise<void> {
  const file = run.report.file(source);
  run.current = { source, count: file.count };
  tellOf(run);
  try {
    await takeFile(run, items, file);
  } catch (cause) {
    const { code } = toCasebookError(cause);
    if (code === 'cancelled' && run.cancelled) return;
    if (code !== 'import-refused' && isFatal(cause)) throw cause;
    file.refuse(wordsOfError(cause));
  } finally {
    file.end();
  }
}

/** Opened before their turn, in order. */
async function importAll(run: Run, sources: readonly ImportSource[]): Promise<ImportReport> {
  const opened: AsyncIterableIterator<ImportedItem>[] = [];
  try {
    for (const [at, source] of sources.entries()) {
      while (opened.length < Math.min(at + run.options.ahead, sources.length)) {
        const next = sources[opened.length];
        if (next) opened.push(next.open());
      }
      await run.going;
      if (run.cancelled) break;
      const items = opened[at];
      if (items) await importFile(run, source, items);
      run.done = at + 1;
    }
  } finally {
    for (const items of opened.slice(run.done)) await items.return?.();
  }
  return run.report.report(run.cancelled);
}

/** Starts an import. `report` rejects with what stops an import altogether. */
export function runImport(sources: readonly ImportSource[], options: RunOptions): RunningImport {
  const run: Run = {
    options,
    report: createReport(),
    total: sources.length,
    done: 0,
    cancelled: false,
    going: Promise.resolve(),
    goOn: null,
    current: { source: '', count: () => 0 },
  };
  const pause = (paused: boolean): void => {
    if (paused === (run.goOn !== null)) return;
    run.goOn?.();
    run.goOn = null;
    if (paused)
      run.going = new Promise((resolve) => {
        run.goOn = resolve;
      });
    tellOf(run);
  };
  const report = importAll(run, sources);
  return {
    report,
    pause,
    cancel: () => {
      run.cancelled = true;
      pause(false);
    },
  };
}
