/** Short messages at the foot of the window: what was done (with a way to undo it) and what went wrong. */
import { create } from 'zustand';
import type { CommandName } from '../../shared/contract';
import { commands, queries } from '../client/client';
import { errorWords } from '../client/error-words';
import type { NoticeAction, NoticeRow } from '../ui/feedback/notice-stack';

interface ShownNotice extends NoticeRow {
  readonly isStep: boolean;
}

interface Notices {
  readonly rows: readonly ShownNotice[];
}

export const useNotices = create<Notices>()(() => ({ rows: [] }));

const shownMs = { info: 7_000, error: 15_000 };
const shownAtOnce = 3;
let lastId = 0;

export interface Notice {
  readonly text: string;
  readonly detail?: string;
  readonly kind?: 'info' | 'error';
  readonly action?: NoticeAction;
  readonly also?: NoticeAction | undefined;
  /** A step that was done, undone or done again: of these only the last is shown, as its button speaks of the last step. */
  readonly isStep?: boolean;
}

export function closeNotice(id: number): void {
  useNotices.setState(({ rows }) => ({ rows: rows.filter((row) => row.id !== id) }));
}

/** Shows a message for a while. */
export function notify({ kind = 'info', isStep = false, ...notice }: Notice): void {
  const id = ++lastId;
  const isOutdone = (row: ShownNotice) => row.text === notice.text || (isStep && row.isStep);
  useNotices.setState(({ rows }) => ({
    rows: [...rows.filter((row) => !isOutdone(row)), { id, kind, isStep, ...notice }].slice(-shownAtOnce),
  }));
  setTimeout(() => closeNotice(id), shownMs[kind]);
}

/** Says what went wrong and the way out. What the user cancelled is no error. */
export function reportError(error: unknown): void {
  const { code, title, detail, wayOut } = errorWords(error);
  if (code === 'cancelled') return;
  const showDetail = code === 'internal' || code === 'bad-arguments' ? '' : `${detail} `;
  notify({ kind: 'error', text: title, detail: `${showDetail}${wayOut}` });
}

/** Waits for a promise and reports its failure; answers its value, or undefined when it failed. */
export async function run<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  try {
    return await promise;
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

/** What stands on the list of what can be undone: commands, and what the program does around them. */
export type UndoName = CommandName | 'changeEncoding' | 'bringCapture' | 'importFile' | 'mergeNotebook';

async function undoIfLast(command: UndoName): Promise<void> {
  const { undo } = await queries.getNotebook({});
  if (undo === command) await commands.undo({});
  else notify({ text: 'Something else was changed since. Undo step by step with Edit → Undo.' });
}

/** Says what was done by a command, with a button that takes it back while it is the last thing done. */
export function notifyUndoable(text: string, command: UndoName, also?: NoticeAction): void {
  notify({ text, also, isStep: true, action: { label: 'Undo', run: () => void run(undoIfLast(command)) } });
}
