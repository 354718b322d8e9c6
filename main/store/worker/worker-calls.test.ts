import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { rememberWith } from '../core/history';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';
import { createMerges, type Merges } from '../intake/merge/thread/run-merges';
import { stepBackBeside } from './long-steps';
import { createMergeHost } from './merge-host';
import { openSession } from './session';
import { handleCall, type WorkerState } from './worker-calls';

const notebooks: TemporaryNotebook[] = [];
afterEach(() => notebooks.splice(0).forEach((notebook) => notebook.remove()));

/** The state of the store's thread with a notebook open. `merging`: a merge is going on. */
function stateOf(our: TemporaryNotebook, merging = false): WorkerState {
  notebooks.push(our);
  const host = createMergeHost({
    session: () => our.session,
    setHeld: () => {},
    isRead: () => false,
    replaced: () => {},
  });
  const none = createMerges({ workerFile: '', tell: () => {}, host });
  const merges: Merges = merging ? { ...none, isFree: () => false } : none;
  return { session: our.session, intakes: new Map(), merges, host, copies: new Set() };
}

it('closes when the copies that were asked for are there', async () => {
  const our = temporaryNotebook();
  const state = stateOf(our);
  const path = join(our.folder, 'copy.casebook');
  void handleCall(state, 'copyTo', { path });
  await handleCall(state, 'close', null);
  expect(existsSync(path)).toBe(true);
  openSession(path).close();
});

it.skipIf(process.platform === 'win32')(
  'brings nothing into another file that stands at the path of the notebook, and says what to do',
  async () => {
    const our = temporaryNotebook();
    const state = stateOf(our);
    const path = join(our.folder, 'copy.casebook');
    await handleCall(state, 'copyTo', { path });
    for (const part of ['', '-wal', '-shm']) rmSync(our.path + part);
    const merge = () => handleCall(state, 'mergeNotebook', { path, choices: { prefer: 'ours' } });
    await expect(merge()).rejects.toMatchObject({ code: 'file-missing', message: /save a copy/ });
    renameSync(path, our.path);
    await expect(merge()).rejects.toThrow('save a copy');
    await expect(handleCall(state, 'previewMerge', { path, deleted: 'leave' })).rejects.toThrow(
      'save a copy',
    );
    expect(() => state.host.hold()).toThrow('save a copy');
    expect(our.session.replaceBy(our.path)).toBe(false);
    expect(our.ask('listTags', {})).toEqual([]);
  },
);

/** A merge thread that works until it is stopped. */
const endless = `const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ kind }) => kind === 'end' && process.exit());
  const answer = { kind: 'answer', result: { kind: 'error', code: 'cancelled', message: 'Stopped.' } };
  setInterval(() => Atomics.load(workerData.stop, 0) && parentPort.postMessage(answer), 5);`;

it('goes on taking a step back when a plan to bring in a notebook is left', async () => {
  const our = temporaryNotebook();
  const workerFile = join(our.folder, 'endless.cjs');
  writeFileSync(workerFile, endless);
  const { host, ...state } = stateOf(our);
  const merges = createMerges({ workerFile, tell: () => {}, host });
  const all: WorkerState = { ...state, host, merges };
  const stepBack = merges.stepBack(our.path, []).catch(String);
  await handleCall(all, 'endMerge', { onlyPreview: true });
  expect(merges.isFree()).toBe(false);
  await handleCall(all, 'endMerge', { onlyPreview: false });
  expect(await stepBack).toContain('Stopped.');
  expect(merges.isFree()).toBe(true);
});

it('puts what an import still brings to a step of its own while the one before is taken back', async () => {
  const our = temporaryNotebook();
  const { history } = stateOf(our).session ?? {};
  if (!history) throw new Error('no notebook');
  const bring = (name: string) =>
    rememberWith(history, 'importFile', 'intake 1', [{ table: 'tag', before: null, after: { id: name } }]);
  bring('first');
  const stepBack = async () => {
    bring('second');
    return { changes: [], topics: [] };
  };
  await stepBackBeside(our.session, { merges: { stepBack }, stepsBefore: () => new Set() }, 'undo');
  const left = history.undo.map(({ changes }) => changes.map(({ after }) => after?.['id']));
  expect(left).toEqual([['second']]);
});

it('repairs nothing while another notebook is being brought in', async () => {
  const state = stateOf(temporaryNotebook(), true);
  const repair = { name: 'repairNotebook', args: { repairs: [] }, coder: '' };
  await expect(handleCall(state, 'command', repair)).rejects.toMatchObject({ code: 'conflict' });
});
