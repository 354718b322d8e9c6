/**
 * Exports the person asks for in the window: asks where to, has a thread write it, tells how far it is, and prints what only
 * the program can print. One export is written at a time.
 */
import { join } from 'node:path';
import { app, shell } from 'electron';
import type { BridgeEvent } from '../../../shared/contract/app';
import {
  type Exported,
  type ExportFormatInfo,
  type ExportLoss,
  type ExportScope,
  exportFormatInfo,
} from '../../../shared/contract/exports';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { CasebookError } from '../../../shared/model/result';
import type { ExportRequest } from '../../export/export-files';
import type { ExportJob } from '../../export/thread/export-job';
import { type RunningExport, runExport } from '../../export/thread/run-export';
import { writeWhole } from '../../export/write-files';
import { toCasebookError } from '../../store/core/errors';
import { templateText } from '../data/report-templates';
import { askSave } from '../window/ask-path';
import { tell } from '../window/bridge';
import { renderPdf, showPrintView } from './print-page';

export interface ExportService {
  /** Asks where, and writes the export there. Null: cancelled, in the dialog or while it ran. */
  readonly write: (notebook: NotebookInfo, request: ExportRequest) => Promise<Exported | null>;
  /** Stops what is running, if anything is, and waits until nothing is left of it. */
  readonly stop: () => Promise<void>;
  readonly losses: (notebook: NotebookInfo, request: ExportRequest) => Promise<readonly ExportLoss[]>;
  /** Shows what was written last in its folder. */
  readonly show: () => void;
  /** Shows the export as a page to be printed. */
  readonly print: (notebook: NotebookInfo, scope: ExportScope) => Promise<null>;
}

const workerFile = () => join(__dirname, 'export-worker.cjs');

function run<Job extends ExportJob>(notebook: NotebookInfo, job: Job): RunningExport<Job['kind']> {
  const progress = (done: number, total: number, current: string) => {
    const event: BridgeEvent = { kind: 'export', done, total, current };
    if (job.kind !== 'losses') tell(event);
  };
  return runExport(workerFile(), { notebookPath: notebook.path, job, progress });
}

/** Characters that a file's name has on no system, or not on Windows. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/gu;

function askWhere(notebook: NotebookInfo, { scope, format }: ExportRequest): Promise<string | null> {
  const { name, extension }: ExportFormatInfo = exportFormatInfo(format);
  const of = scope.kind === 'everything' ? '' : ` ${scope.kind}`;
  const suggested = `${notebook.title}${of}`.replace(forbidden, ' ').trim() || 'Notebook';
  const file = extension === '' ? `${suggested} ${name}` : `${suggested}.${extension}`;
  return askSave({
    title: 'Export',
    defaultPath: join(app.getPath('documents'), file),
    ...(extension !== '' && { filters: [{ name, extensions: [extension] }] }),
  });
}

/** With the text of the template that was chosen: the thread that writes knows nothing of the program's folder. */
async function withTemplate(request: ExportRequest): Promise<ExportRequest> {
  const text = await templateText(request.options?.template);
  return text === undefined ? request : { ...request, options: { ...request.options, templateText: text } };
}

export function createExportService(): ExportService {
  let lastPath: string | null = null;
  let running: RunningExport<'write' | 'page'> | null = null;
  let stopped = false;
  let ended: Promise<unknown> = Promise.resolve();

  function watched<Kind extends 'write' | 'page'>(
    started: RunningExport<Kind>,
  ): RunningExport<Kind>['answer'] {
    running = started;
    return started.answer.finally(() => {
      running = null;
    });
  }

  function leaveIfStopped(): void {
    if (stopped) throw new CasebookError('cancelled', 'The export was cancelled.');
  }

  async function writeAt(notebook: NotebookInfo, request: ExportRequest, path: string): Promise<Exported> {
    leaveIfStopped();
    if (exportFormatInfo(request.format).printed !== true)
      return watched(run(notebook, { kind: 'write', request, path }));
    const pdf = await renderPdf(await watched(run(notebook, { kind: 'page', request })));
    // Printing itself cannot be stopped: what it made is dropped.
    leaveIfStopped();
    await writeWhole(path, pdf);
    return { path, files: [path] };
  }

  async function write(notebook: NotebookInfo, request: ExportRequest): Promise<Exported | null> {
    if (running) throw new CasebookError('conflict', 'An export is running already.');
    const path = await askWhere(notebook, request);
    if (!path) return null;
    stopped = false;
    const writing = withTemplate(request).then((whole) => writeAt(notebook, whole, path));
    ended = writing.catch(() => undefined);
    return writing.then(remembered).catch((cause: unknown) => {
      if (toCasebookError(cause).code === 'cancelled') return null;
      throw cause;
    });
  }

  function remembered(written: Exported): Exported {
    lastPath = written.path;
    return written;
  }

  async function stop(): Promise<void> {
    stopped = true;
    running?.cancel();
    await ended;
  }

  return {
    write,
    stop,
    losses: async (notebook, request) =>
      run(notebook, { kind: 'losses', request: await withTemplate(request) }).answer,
    show: () => {
      if (lastPath) shell.showItemInFolder(lastPath);
    },
    print: async (notebook, scope) => {
      const request = { format: 'html', scope } as const;
      await showPrintView(await run(notebook, { kind: 'page', request }).answer);
      return null;
    },
  };
}
