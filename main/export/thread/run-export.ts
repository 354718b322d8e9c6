/** Starts a thread for one export and listens to it. The thread ends with its job, and its memory goes with it. */
import { Worker } from 'node:worker_threads';
import { CasebookError, type Result } from '../../../shared/model/result';
import type { ExportAnswers, ExportCall, ExportJob, ExportMessage } from './export-job';

export interface RunningExport<Kind extends ExportJob['kind']> {
  /** Rejects with `cancelled` after {@link cancel}, when nothing is left of the export. */
  readonly answer: Promise<ExportAnswers[Kind]>;
  readonly cancel: () => void;
}

type Progress = (done: number, total: number, words: string) => void;

function valueOf<Value>(result: Result<Value>): Value {
  if (result.kind === 'ok') return result.value;
  throw new CasebookError(result.code, result.message);
}

/** Runs a job on the notebook at a path. `workerFile` is the built thread. */
export function runExport<Job extends ExportJob>(
  workerFile: string,
  { notebookPath, job, progress = () => {} }: { notebookPath: string; job: Job; progress?: Progress },
): RunningExport<Job['kind']> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const call: ExportCall = { notebookPath, job, cancelled };
  const worker = new Worker(workerFile, { workerData: call });
  const answer = new Promise<ExportAnswers[Job['kind']]>((resolve, reject) => {
    worker.on('message', (message: ExportMessage) => {
      if (message.kind === 'progress') progress(message.done, message.total, message.words);
      else resolve(Promise.resolve(message.result).then(valueOf) as Promise<ExportAnswers[Job['kind']]>);
    });
    const lost = (why: string) => reject(new CasebookError('internal', `The export stopped: ${why}`));
    worker.on('error', (cause) => lost(cause instanceof Error ? cause.message : String(cause)));
    worker.on('exit', (code) => lost(`exit code ${code}`));
  });
  return { answer, cancel: () => void Atomics.store(cancelled, 0, 1) };
}
