/** A thread of the import pool: opens a file and sends what it brings, an item each time it is asked. One job at a time; the pool sees to that. */
import { parentPort } from 'node:worker_threads';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { CasebookError, type ErrorCode } from '../../../shared/model/result';
import { wordsOfError } from '../../store/intake/fatal-errors';
import { formatNameOf, importItems } from '../import-document';
import type { ImportAnswer, ImportCall, ImportJob, Question, Told } from './import-job';
import { openImportFile } from './open-import-file';
import { readImportFile } from './read-file';

type Items = AsyncIterator<ImportedItem>;

let job: { readonly id: number; readonly items: Items } | null = null;

const itemsOf = ({ kind, request }: Exclude<ImportJob, { kind: 'ask' }>, id: number): Items =>
  kind === 'bytes' ? importItems(request) : openImportFile(request, () => tellAlive(id));

const aliveEachMs = 1000;
let lastAlive = 0;

/** To pass over a gigabyte of films may take longer than an item has. */
function tellAlive(id: number): void {
  if (Date.now() - lastAlive < aliveEachMs) return;
  lastAlive = Date.now();
  send({ kind: 'alive', id });
}

async function answerTo(path: string, question: Question): Promise<Told> {
  const bytes = await readImportFile(path);
  if (question.kind === 'format')
    return { kind: 'format', name: await formatNameOf({ bytes, source: path }) };
  const { previewTable } = await import('../text/table/open-table');
  return { kind: 'table', preview: await previewTable({ bytes, encoding: '' }, question.mapping) };
}

async function sendTold(id: number, { path, question }: Extract<ImportJob, { kind: 'ask' }>): Promise<void> {
  try {
    send({ kind: 'told', id, told: await answerTo(path, question) });
  } catch (cause) {
    send({ kind: 'failed', id, ...failure(cause) });
  }
}

function failure(cause: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (cause instanceof CasebookError) return { code: cause.code, message: cause.message };
  return { code: 'import-refused', message: wordsOfError(cause) };
}

/** Bytes in a buffer of their own are handed over; part of a file's buffer, which is still being read, is copied. */
function sendable(item: ImportedItem): { readonly item: ImportedItem; readonly transfer: ArrayBuffer[] } {
  if (item.kind !== 'article') return { item, transfer: [] };
  const bytes = new Uint8Array(item.bytes);
  return { item: { ...item, bytes }, transfer: [bytes.buffer] };
}

async function sendNext(id: number, items: Items): Promise<void> {
  try {
    const { done, value } = await items.next();
    if (done) return send({ kind: 'end', id });
    const { item, transfer } = sendable(value);
    send({ kind: 'item', id, item }, transfer);
  } catch (cause) {
    send({ kind: 'failed', id, ...failure(cause) });
  }
}

function send(answer: ImportAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, transfer);
}

parentPort?.on('message', (call: ImportCall) => {
  if (call.kind === 'open') {
    if (call.job.kind === 'ask') return void sendTold(call.id, call.job);
    job = { id: call.id, items: itemsOf(call.job, call.id) };
  }
  if (job?.id === call.id) void sendNext(job.id, job.items);
});
