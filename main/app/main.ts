/**
 * The program's start. A verb on the command line runs without a window; otherwise one instance opens one window, and a
 * second start hands its file to the first.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { CasebookError } from '../../shared/model/result';
import { createImportPool, threadCount } from '../import/pool/import-pool';
import { toCasebookError } from '../store/core/errors';
import { commandLineOf, notebookOf, ownArguments } from './arguments';
import { log, startLog } from './data/log';
import { readSettings } from './data/settings';
import { applySavedTheme, createHandlers } from './handlers';
import { createImportService } from './intake/import-service';
import { createWatchService } from './intake/watch-service';
import { createExportService } from './notebook/export-service';
import { createNotebookService } from './notebook/notebook-service';
import { renderPdf } from './notebook/print-page';
import { createStoreClient } from './notebook/store-client';
import { mayRunHere } from './runtime-check';
import { answerCalls, tell } from './window/bridge';
import { setMenu, setNoMenu } from './window/menu';
import { registerScheme, serveApp } from './window/protocol';
import { secureApp } from './window/security';
import { showWindow } from './window/window';

const preload = join(__dirname, '../preload/preload.cjs');
const own = ownArguments(process.argv, app.isPackaged);
const commandLine = commandLineOf(own);

/**
 * The `casebook` command inside the package: no window, no instance lock. Only printing a PDF needs a display, and waits
 * for it; all other verbs end before Chromium looks for one.
 */
async function startCommandLine(args: readonly string[]): Promise<void> {
  // The page of a PDF is a window, and Electron ends with its last window when nobody listens: the file is still to be written.
  app.on('window-all-closed', () => {});
  // Not loaded for a window, which starts a quarter of a second sooner without it.
  const { runCli } = await import('../cli/run-cli');
  const io = { stdout: process.stdout, stderr: process.stderr, cwd: process.cwd() };
  const pdfWhenReady = async (html: string) => {
    await app.whenReady();
    return renderPdf(html);
  };
  app.exit(await runCli(args, io, hasDisplay() ? { renderPdf: pdfWhenReady } : {}));
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

function startWindow(): void {
  const store = createStoreClient({
    changed: (topics) => tell({ kind: 'changed', topics }),
    merging: (step) => tell({ kind: 'merge', step }),
    replaced: (inode) => notebooks.replaced(inode),
    writing: () => notebooks.beforeWriting(),
    died: (error) => report(error, null),
  });
  const pool = createImportPool(join(__dirname, 'import-worker.cjs'), { size: threadCount(cpus().length) });
  const imports = createImportService(store, pool);
  const watches = createWatchService(imports);
  const exports = createExportService();
  const stop = async () => {
    watches.follow(null);
    await Promise.all([imports.stop(), exports.stop()]);
  };
  const notebooks = createNotebookService(store, stop, watches.follow);

  function report(cause: unknown, path: string | null): void {
    const { code, message } = toCasebookError(cause);
    log.error(code, message);
    tell({ kind: 'problem', code, message, path });
  }

  /** At once, while Electron itself is still starting; what goes wrong is told when the window can hear. */
  async function openNamed(path: string): Promise<void> {
    const opened = notebooks.open(path);
    const failed = await opened.then(
      () => null,
      (cause: unknown) => ({ cause }),
    );
    if (!failed) return;
    await app.whenReady();
    const contents = showWindow(preload).webContents;
    const tellIt = () => report(failed.cause, path);
    if (contents.isLoading()) contents.once('did-finish-load', tellIt);
    else tellIt();
  }

  app.on('second-instance', (_event, argv, workingFolder) => {
    showWindow(preload);
    const path = notebookOf(ownArguments(argv, app.isPackaged), workingFolder);
    if (path) void openNamed(path);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openNamed(path);
  });
  app.on('activate', () => showWindow(preload));
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit(async () => {
    await notebooks.leave();
    await Promise.all([store.end(), pool.close()]);
  });

  const path = notebookOf(own, process.cwd());
  if (path) void openNamed(path);
  void app.whenReady().then(() => {
    serveApp(join(__dirname, '../renderer'));
    secureApp();
    applySavedTheme();
    setMenu(readSettings().shortcuts);
    answerCalls({
      query: (name, args) => store.call('query', { name, args }),
      command: (name, args) => store.call('command', { name, args, coder: readSettings().coder }),
      app: createHandlers(store, notebooks, imports, watches, exports),
      report: (method, error) => log.error(method, error.code, error.message),
    });
    showWindow(preload);
  });
}

/** Quitting waits until the notebook is closed and every acknowledged write is on disk. */
function closeBeforeQuit(close: () => Promise<unknown>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    close()
      .catch((error: unknown) =>
        log.error('closing', error instanceof CasebookError ? error.code : String(error)),
      )
      .finally(() => {
        closed = true;
        // Within the event's own turn Electron takes this for the quit that was just prevented, and stays.
        setImmediate(() => app.quit());
      });
  });
}

function start(): void {
  if (!mayRunHere()) return app.exit(1);
  registerScheme();
  setNoMenu();
  if (commandLine) {
    void startCommandLine(commandLine);
    return;
  }
  startLog();
  if (!app.requestSingleInstanceLock()) return app.quit();
  startWindow();
}

start();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
