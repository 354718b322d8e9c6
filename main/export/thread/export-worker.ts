/** The thread an export runs in: reads the notebook at one moment on a handle of its own, so that the store is free meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '../../../shared/model/result';
import { toCasebookError } from '../../store/core/errors';
import { readAtOneMoment } from '../../store/core/file/open-database';
import type { ReadableDB } from '../../store/core/sql';
import { collectFiles, type ExportWatch, exportLosses } from '../export-files';
import { writeExport } from '../write-export';
import type { ExportAnswers, ExportCall, ExportJob, ExportMessage } from './export-job';

const port = parentPort;
if (!port) throw new Error('the export worker runs as a worker thread only');
const { notebookPath, job, cancelled } = workerData as ExportCall;

const tell = (message: ExportMessage): void => port.postMessage(message);

const watch: ExportWatch = {
  progress: (done, total, words) => tell({ kind: 'progress', done, total, words }),
  cancelled: () => Atomics.load(cancelled, 0) !== 0,
};

async function answer(db: ReadableDB): Promise<ExportAnswers[ExportJob['kind']]> {
  switch (job.kind) {
    case 'write':
      return writeExport(db, { ...job.request, path: job.path }, watch);
    case 'page':
      return String((await collectFiles(db, job.request))[0]?.data ?? '');
    case 'losses':
      return exportLosses(db, job.request);
  }
}

function failure(error: unknown): Result<never> {
  const { code, message, cause } = toCasebookError(error);
  // The stack of what is not foreseen goes to the log of the main process by way of stderr.
  if (code === 'internal') console.error(cause instanceof Error ? cause.stack : error);
  return { kind: 'error', code, message };
}

async function run(): Promise<void> {
  try {
    tell({ kind: 'done', result: { kind: 'ok', value: await readAtOneMoment(notebookPath, answer) } });
  } catch (error) {
    tell({ kind: 'done', result: failure(error) });
  }
}

void run();
