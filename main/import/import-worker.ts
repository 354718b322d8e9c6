/** A thread of the import pool: reads a file, makes an article of it, answers. One job at a time; the pool sees to that. */
import { parentPort } from 'node:worker_threads';
import { CasebookError, type Result } from '../../shared/model/result';
import { importDocument } from './import-document';
import type { ImportAnswer, ImportCall, ImportJob, ReadDocument } from './pool/import-job';
import { picturesBeside } from './pool/pictures-beside';
import { readImportFile } from './pool/read-file';

async function run(job: ImportJob): Promise<ReadDocument> {
  if (job.kind === 'bytes') return { document: importDocument(job.request), bytes: job.request.bytes };
  const { source } = job.request;
  const bytes = await readImportFile(source);
  const pictureBeside = picturesBeside(source);
  return { document: importDocument({ ...job.request, bytes, pictureBeside }), bytes };
}

async function resultOf(job: ImportJob): Promise<Result<ReadDocument>> {
  try {
    return { kind: 'ok', value: await run(job) };
  } catch (cause) {
    if (cause instanceof CasebookError) return { kind: 'error', code: cause.code, message: cause.message };
    return { kind: 'error', code: 'import-refused', message: `It could not be read: ${String(cause)}` };
  }
}

async function answer({ id, job }: ImportCall): Promise<void> {
  const result = await resultOf(job);
  const reply: ImportAnswer = { id, result };
  parentPort?.postMessage(reply, result.kind === 'ok' ? [result.value.bytes.buffer as ArrayBuffer] : []);
}

parentPort?.on('message', (call: ImportCall) => void answer(call));
