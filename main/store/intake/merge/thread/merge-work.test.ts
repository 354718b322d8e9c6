import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type MergeStep, mergePhases } from '../../../../../shared/contract/program/merge';
import { CasebookError } from '../../../../../shared/model/result';
import { dumpIndex, dumpRebuiltIndex, dumpRows } from '../../../core/dump-notebook';
import { rawDatabase } from '../../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../../core/temporary-notebook';
import { fillRichly } from '../../../notebook/records/testing/made-notebook';
import { adopt, execute } from '../../../worker/session';
import { createMergeWork, type MergeWork } from './merge-work';

const notebooks: TemporaryNotebook[] = [];
const works: MergeWork[] = [];
afterEach(() => {
  for (const work of works.splice(0)) work.close();
  for (const notebook of notebooks.splice(0)) notebook.remove();
});

function opened(): TemporaryNotebook {
  const notebook = temporaryNotebook();
  notebooks.push(notebook);
  return notebook;
}

function otherFile(): string {
  const their = opened();
  fillRichly(their);
  rawDatabase(their.db).pragma('wal_checkpoint(TRUNCATE)');
  const path = join(their.folder, 'their.casebook');
  copyFileSync(their.path, path);
  return path;
}

function workOn(
  our: TemporaryNotebook,
  theirPath: string,
  watch: (step: MergeStep) => void = () => {},
): MergeWork {
  const work = createMergeWork({ ourPath: our.path, theirPath }, watch);
  works.push(work);
  return work;
}

/** Of every row and every word of the index. */
const hashOf = ({ db }: TemporaryNotebook): string =>
  createHash('sha256')
    .update([...dumpRows(db), ...dumpIndex(db)].join('\n'))
    .digest('hex');

/** What a merge tells of. */
const mergingPhases = mergePhases.filter((phase) => phase !== 'undoing');

const ours = { prefer: 'ours' } as const;

it('stopped in any phase leaves our notebook as it was, and can be begun anew', () => {
  const our = opened();
  our.capture('Something of ours.');
  const theirPath = otherFile();
  const before = hashOf(our);
  let stopAt = { phase: '', number: 0 };
  const work = workOn(our, theirPath, ({ phase }) => {
    if (phase !== stopAt.phase || --stopAt.number > 0) return;
    throw new CasebookError('cancelled', 'Stopped.');
  });
  for (const phase of mergingPhases)
    for (const number of [1, 4, 16]) {
      stopAt = { phase, number };
      expect(() => work.merge(ours, () => {})).toThrow('Stopped.');
      expect(hashOf(our)).toBe(before);
    }
  stopAt = { phase: '', number: 0 };
  work.merge(ours, () => {});
  expect(hashOf(our)).not.toBe(before);
});

it('lets others read while it writes and write while it compares; what they wrote is compared anew', () => {
  const our = opened();
  const theirPath = otherFile();
  const seen = new Map<string, number>();
  const count = () => our.ask('listTags', {}).length;
  const work = workOn(our, theirPath, ({ phase }) => {
    seen.set(phase, count());
    if (phase === 'comparing' && seen.size === 2 && count() === 0)
      our.run('createTag', { name: 'CLAIMS', parentId: null });
  });
  const { value, changes } = work.merge(ours, () => {});
  expect(seen.get('writing')).toBe(1);
  expect(seen.get('indexing')).toBe(1);
  expect(value.counts.find(({ kind }) => kind === 'tags')).toMatchObject({ same: 0, differing: 1 });
  adopt(our.session, 'mergeNotebook', changes);
  expect(count()).toBeGreaterThan(1);
  expect(
    our.ask('search', { query: 'assault', kinds: null, sort: 'best', offset: 0, limit: 5 } as never),
  ).toBeTruthy();
});

it('is one step to take back for the thread that the notebook lives on', () => {
  const our = opened();
  our.capture('Something of ours.');
  const before = hashOf(our);
  const work = workOn(our, otherFile());
  expect(work.preview('leave').conflictCount).toBe(0);
  adopt(our.session, 'mergeNotebook', work.merge(ours, () => {}).changes);
  const merged = hashOf(our);
  expect(execute(our.session, 'undo', {}).value).toBe('mergeNotebook');
  expect(hashOf(our)).toBe(before);
  execute(our.session, 'redo', {});
  expect(hashOf(our)).toBe(merged);
  expect(dumpIndex(our.db).join('\n')).toBe(dumpRebuiltIndex(our.db).join('\n'));
});

it('takes a long step back beside that thread, and stopped in it leaves everything as it was', () => {
  const our = opened();
  our.capture('Something of ours.');
  const before = hashOf(our);
  let isStopped = false;
  const work = workOn(our, otherFile(), ({ phase, done, total }) => {
    if (isStopped && phase === 'undoing' && done > total / 2)
      throw new CasebookError('cancelled', 'Stopped.');
  });
  const { changes } = work.merge(ours, () => {});
  const merged = hashOf(our);
  isStopped = true;
  expect(() => work.stepBack(changes, () => {})).toThrow('Stopped.');
  expect(hashOf(our)).toBe(merged);
  isStopped = false;
  const back = work.stepBack(changes, () => {});
  expect(hashOf(our)).toBe(before);
  work.stepBack(back.changes, () => {});
  expect(hashOf(our)).toBe(merged);
});
