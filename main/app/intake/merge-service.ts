/** Other notebooks, compared with the open one and brought into it: the store does it beside its own thread, one at a time. */
import type { ImportItem } from '../../../shared/contract/program/intake';
import type { MergePreview } from '../../../shared/contract/program/merge';
import { rowOfMerge } from '../../import/run/notebook-files';
import { toCasebookError } from '../../store/core/errors';
import { isFatal } from '../../store/intake/fatal-errors';
import type { StoreClient } from '../notebook/store-client';
import type { PlannedFile } from './import-plan';

export interface MergeService {
  readonly preview: (path: string, deleted: 'leave' | 'bring') => Promise<MergePreview>;
  /** Rows of the report; what is in the notebook stays what it was for one that is refused. */
  readonly mergeAll: (
    files: readonly PlannedFile[],
    begin: (path: string) => void,
  ) => Promise<{ readonly items: readonly ImportItem[]; readonly cancelled: boolean }>;
  /** Ends what is going on, also a long step that is taken back, with nothing left of it, and closes what was opened. */
  readonly stop: () => Promise<void>;
  /** No notebook is compared any more; what else is going on goes on. */
  readonly endPreview: () => Promise<void>;
}

export function createMergeService(store: StoreClient): MergeService {
  /** Counted so that those that are still to come know that they were stopped. */
  let stops = 0;
  /** Something is open of another notebook. */
  let wasUsed = false;

  async function merge({ path, choice }: PlannedFile): Promise<ImportItem> {
    const choices = choice?.kind === 'notebook' ? choice.choices : ({ prefer: 'ours' } as const);
    try {
      return rowOfMerge(path, await store.call('mergeNotebook', { path, choices }));
    } catch (cause) {
      if (isFatal(cause) || toCasebookError(cause).code === 'cancelled') throw cause;
      const { message } = toCasebookError(cause);
      return { source: path, outcome: 'refused', articleId: null, title: '', message };
    }
  }

  async function end(onlyPreview: boolean): Promise<void> {
    wasUsed = false;
    if (store.isRunning()) await store.call('endMerge', { onlyPreview });
  }

  async function stop(): Promise<void> {
    stops++;
    await end(false);
  }

  const endPreview = () => end(true);

  const mergeAll: MergeService['mergeAll'] = async (files, begin) => {
    const items: ImportItem[] = [];
    const before = stops;
    wasUsed ||= files.length > 0;
    try {
      for (const file of files) {
        begin(file.path);
        if (stops !== before) break;
        items.push(await merge(file));
      }
    } catch (cause) {
      if (toCasebookError(cause).code !== 'cancelled') throw cause;
      return { items, cancelled: true };
    }
    const cancelled = stops !== before;
    if (!cancelled && wasUsed) await endPreview();
    return { items, cancelled };
  };

  return {
    preview: (path, deleted) => {
      wasUsed = true;
      return store.call('previewMerge', { path, deleted });
    },
    mergeAll,
    stop,
    endPreview,
  };
}
