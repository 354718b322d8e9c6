/** What the main process itself does for the window: a row for each operation of the contract's `app` part. */
import { app, nativeTheme, shell } from 'electron';
import type { Settings } from '../../shared/contract/app';
import type { NotebookInfo } from '../../shared/contract/notebook';
import { CasebookError } from '../../shared/model/result';
import type { AppHandlers } from '../ipc/dispatch';
import { listBackups } from './data/backups';
import { addBoundaries, getBoundaries, removeBoundaries } from './data/boundaries/boundaries';
import { writeClipboard } from './data/clipboard';
import { logPath } from './data/log';
import { listTemplates, newTemplate, resetTemplate, showTemplates } from './data/report-templates';
import { forgetRecent, listRecent, readSettings, writeSettings } from './data/settings';
import type { ImportService } from './intake/import-service';
import { intakeHandlers } from './intake/intake-handlers';
import type { WatchService } from './intake/watch-service';
import type { ExportService } from './notebook/export-service';
import { copyNotebook, openBackup } from './notebook/notebook-copies';
import type { NotebookService } from './notebook/notebook-service';
import { saveView } from './notebook/save-view';
import type { StoreClient } from './notebook/store-client';
import { tell } from './window/bridge';
import { setMenu } from './window/menu';
import { openAddress } from './window/open-address';

function applySettings(set: Partial<Settings>): Settings {
  const settings = writeSettings(set);
  nativeTheme.themeSource = settings.theme;
  if (set.shortcuts) setMenu(settings.shortcuts);
  tell({ kind: 'settings', settings });
  return settings;
}

/** The table of handlers over the services. */
export function createHandlers(
  store: StoreClient,
  notebooks: NotebookService,
  imports: ImportService,
  watches: WatchService,
  exports: ExportService,
): AppHandlers {
  function open(): NotebookInfo {
    const notebook = notebooks.current();
    if (!notebook) throw new CasebookError('no-notebook', 'No notebook is open.');
    return notebook;
  }
  return {
    newNotebook: () => notebooks.create(),
    openNotebook: ({ path, readOnly }) => notebooks.open(path, readOnly),
    closeNotebook: () => notebooks.close(),
    currentNotebook: () => notebooks.settled(),
    listRecent: async () => listRecent(),
    forgetRecent: async ({ path }) => {
      forgetRecent(path);
      return null;
    },
    copyNotebook: () => copyNotebook(store, notebooks, open()),
    listBackups: () => listBackups(),
    openBackup: ({ path }) => openBackup(notebooks, path),
    ...intakeHandlers(imports, watches, open),
    printView: async ({ scope }) => exports.print(open(), scope),
    exportTo: async (request) => exports.write(open(), request),
    cancelExport: async () => {
      await exports.stop();
      return null;
    },
    listExportLosses: async (request) => exports.losses(open(), request),
    listTemplates,
    newTemplate: ({ from, language }) => newTemplate(from, language),
    resetTemplate: ({ name }) => resetTemplate(name),
    showTemplates,
    showExported: async () => {
      exports.show();
      return null;
    },
    saveView: (args) => saveView(open(), args),
    getBoundaries,
    addBoundaries,
    removeBoundaries,
    getSettings: async () => readSettings(),
    setSettings: async (set) => applySettings(set),
    copyText: async ({ text }) => {
      await writeClipboard(text);
      return null;
    },
    openAddress: async ({ address }) => ({ opened: await openAddress(address) }),
    showLog: async () => {
      shell.showItemInFolder(logPath());
      return null;
    },
  };
}

/** The theme of the last session, before the first window is drawn. */
export function applySavedTheme(): void {
  if (app.isReady()) nativeTheme.themeSource = readSettings().theme;
}
