import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';
import { createMerges, type Merges } from '../intake/merge/thread/run-merges';
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

it('repairs nothing while another notebook is being brought in', async () => {
  const state = stateOf(temporaryNotebook(), true);
  const repair = { name: 'repairNotebook', args: { repairs: [] }, coder: '' };
  await expect(handleCall(state, 'command', repair)).rejects.toMatchObject({ code: 'conflict' });
});
