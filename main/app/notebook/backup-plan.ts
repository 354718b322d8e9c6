/**
 * When the copy of a notebook that was opened is made: of a small one at once, of a large one when its first screens have been
 * read and drawn, since copying takes a processor of its own, and before anything is written to it.
 */
import { statSync } from 'node:fs';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { backUp } from '../data/backups';
import { log } from '../data/log';

const largeBytes = 4_000_000;
const restMs = 4000;

export interface BackupPlan {
  /** A notebook was opened that may be written to: it is to be copied. */
  readonly begin: (notebook: NotebookInfo) => void;
  readonly makeNow: () => void;
  /** Nothing was written: what the copy would hold is in the file. Answers whether one was still to be made. */
  readonly giveUp: () => boolean;
}

export function createBackupPlan(copyTo: (path: string) => Promise<unknown>): BackupPlan {
  let planned: { readonly notebook: NotebookInfo; readonly timer: NodeJS.Timeout } | null = null;
  const giveUp = (): boolean => {
    const wasPlanned = planned !== null;
    if (planned) clearTimeout(planned.timer);
    planned = null;
    return wasPlanned;
  };
  const makeNow = (): void => {
    if (!planned) return;
    const { notebook } = planned;
    giveUp();
    backUp(notebook, copyTo).catch((error: unknown) => log.warn('no backup was made', String(error)));
  };
  const begin = (notebook: NotebookInfo): void => {
    giveUp();
    const size = statSync(notebook.path, { throwIfNoEntry: false })?.size ?? 0;
    planned = { notebook, timer: setTimeout(makeNow, size < largeBytes ? 0 : restMs) };
  };
  return { begin, makeNow, giveUp };
}
