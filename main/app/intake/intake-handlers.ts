/** What the main process does for the window of imports and the watched folder: a row for each operation. */

import type { NotebookInfo } from '../../../shared/contract/notebook';
import type { intakeOperations } from '../../../shared/contract/program/intake';
import type { AppHandlers } from '../../ipc/dispatch';
import { readClipboard } from '../data/clipboard';
import type { ImportService } from './import-service';
import type { WatchService } from './watch-service';

/** `open`: the open notebook, or `no-notebook`. */
export function intakeHandlers(
  imports: ImportService,
  watches: WatchService,
  open: () => NotebookInfo,
): Pick<AppHandlers, keyof typeof intakeOperations> {
  return {
    planImport: (chosen) =>
      'pick' in chosen ? imports.pick(open(), chosen.pick) : imports.plan(open(), chosen.paths),
    previewTable: ({ planId, path, mapping }) => imports.previewTable(planId, path, mapping),
    previewMerge: ({ planId, path, deleted }) => imports.previewMerge(planId, path, deleted),
    leavePlan: ({ planId }) => imports.leavePlan(planId),
    startImport: ({ planId, choices }) => imports.start(open(), planId, choices),
    importPaste: (pasted) => imports.paste(open(), pasted),
    readPasted: ({ html }) => imports.readPasted(html),
    importClipboard: async () => imports.paste(open(), await readClipboard()),
    bringCapture: async ({ articleId, from }) =>
      from === 'file'
        ? imports.pickCapture(open(), articleId)
        : imports.paste(open(), await readClipboard(), articleId),
    cancelImport: async () => {
      await imports.stop();
      return null;
    },
    pauseImport: async ({ paused }) => {
      imports.run.pause(paused);
      return null;
    },
    getWatchedFolder: async () => watches.current(open()),
    watchFolder: ({ takePresent }) => watches.choose(open(), takePresent),
    unwatchFolder: async () => {
      watches.forget(open());
      return null;
    },
    changeEncoding: ({ articleId, encoding }) => imports.changeEncoding(articleId, encoding),
  };
}
