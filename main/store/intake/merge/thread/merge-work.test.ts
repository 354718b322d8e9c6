import { createHash } from 'node:crypto';
import { chmodSync, linkSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, expect, it } from 'vitest';
import {
  type MergeChoices,
  type MergeReport,
  type MergeStep,
  mergePhases,
} from '../../../../../shared/contract/program/merge';
import { notUndoable } from '../../../../../shared/contract/topics';
import { CasebookError } from '../../../../../shared/model/result';
import { dumpIndex, dumpRebuiltIndex, dumpRows } from '../../../core/dump-notebook';
import { openReader } from '../../../core/file/open-database';
import type { RowChange } from '../../../core/recorder';
import { pluck, rawDatabase } from '../../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../../core/temporary-notebook';
import { fillRichly, runSteps, type Step, steps } from '../../../notebook/records/testing/made-notebook';
import { stepBackBeside } from '../../../worker/long-steps';
import { createMergeHost, type WorkerMergeHost } from '../../../worker/merge-host';
import { adopt, answer, execute, openSession } from '../../../worker/session';
import { createMergeWork, type MergeWork, type StoreThread } from './merge-work';

const notebooks: TemporaryNotebook[] = [];
const works: MergeWork[] = [];
const kept: TemporaryNotebook[] = [];
afterAll(() => {
  for (const notebook of kept) notebook.remove();
});
afterEach(() => {
  for (const work of works.splice(0)) work.close();
  for (const notebook of notebooks.splice(0)) notebook.remove();
});

function opened(): TemporaryNotebook {
  const notebook = temporaryNotebook();
  notebooks.push(notebook);
  return notebook;
}

let made: { readonly filled: string; readonly other: string } | null = null;

/** Two notebooks with something of everything, closed; made once. */
function files(): { readonly filled: string; readonly other: string } {
  if (made) return made;
  const [filled = '', other = ''] = [0, 1].map(() => {
    const notebook = temporaryNotebook();
    kept.push(notebook);
    fillRichly(notebook);
    notebook.session.close();
    return notebook.path;
  });
  made = { filled, other };
  return made;
}
const otherFile = (): string => files().other;

interface Concurrent {
  readonly work: MergeWork;
  /** The thread that the notebook lives on. */
  readonly store: StoreThread;
  readonly host: WorkerMergeHost;
  readonly isHeld: () => boolean;
  /** Taken back by `stepBack`. */
  step: readonly RowChange[];
}

function workOn(
  our: TemporaryNotebook,
  theirPath: string,
  watch: (step: MergeStep, isHeld: () => boolean) => void = () => {},
  few = 0,
): Concurrent {
  let held = false;
  const isHeld = () => held;
  const work = createMergeWork({ ourPath: our.path, theirPath }, (step) => watch(step, isHeld), few);
  works.push(work);
  const host = createMergeHost({
    session: () => our.session,
    setHeld: (hold) => {
      held = hold;
    },
    isRead: () => false,
    replaced: () => {},
  });
  const concurrent: Concurrent = {
    work,
    host,
    isHeld,
    step: [],
    store: {
      hold: async () => host.hold(),
      alone: async () => host.alone(),
      record: async () => host.record(),
      letGo: async () => host.letGo(),
      changes: async () => host.changes(),
      tell: async () => {},
      replace: async (file) => host.replace(file),
      step: async () => concurrent.step,
    },
  };
  return concurrent;
}

/** As the store's thread does it. */
async function mergeIn(
  our: TemporaryNotebook,
  { work, store, host }: Concurrent,
  choices: MergeChoices = ours,
): Promise<MergeReport> {
  try {
    const { value, changes } = await work.merge(choices, store);
    adopt(our.session, 'mergeNotebook', changes, host.stepsBefore());
    return value;
  } finally {
    host.end();
  }
}

/** Of every row and every word of the index. */
const hashOf = ({ db }: TemporaryNotebook): string =>
  createHash('sha256')
    .update([...dumpRows(db), ...dumpIndex(db)].join('\n'))
    .digest('hex');

/** What a merge tells of. */
const mergingPhases = mergePhases.filter((phase) => phase !== 'undoing');

const ours = { prefer: 'ours' } as const;

const asides = ({ folder }: TemporaryNotebook): string[] =>
  readdirSync(folder).filter((name) => name.includes('-aside'));

it('stopped in any phase leaves our notebook as it was, and can be begun anew', async () => {
  const our = opened();
  our.capture('Something of ours.');
  const theirPath = otherFile();
  const before = hashOf(our);
  let stopAt = { phase: '', number: 0 };
  const beside = workOn(our, theirPath, ({ phase }) => {
    if (phase !== stopAt.phase || --stopAt.number > 0) return;
    throw new CasebookError('cancelled', 'Stopped.');
  });
  for (const phase of mergingPhases)
    for (const number of phase === 'copying' ? [1] : [1, 9]) {
      stopAt = { phase, number };
      await expect(mergeIn(our, beside)).rejects.toThrow('Stopped.');
      expect(hashOf(our)).toBe(before);
      expect(asides(our)).toEqual([]);
    }
  stopAt = { phase: '', number: 0 };
  await mergeIn(our, beside);
  expect(hashOf(our)).not.toBe(before);
});

it('lets others read and write while it works; what they wrote before is compared anew', async () => {
  const our = opened();
  const theirPath = otherFile();
  const seen = new Map<string, number>();
  const count = () => our.ask('listTags', {}).length;
  const beside = workOn(our, theirPath, ({ phase }, isHeld) => {
    if (!seen.has(phase) && !isHeld() && phase === 'comparing')
      our.run('createTag', { name: 'CLAIMS', parentId: null });
    if (!seen.has(phase) && phase === 'writing') {
      our.run('createTag', { name: 'meanwhile', parentId: null });
      our.capture('Captured meanwhile.');
    }
    seen.set(phase, count());
  });
  let copies = 0;
  const { record } = beside.store;
  const counted = { ...beside.store, record: () => (copies++, record()) };
  const { counts } = await mergeIn(our, { ...beside, store: counted });
  expect(copies).toBe(1);
  expect(our.ask('search', { query: '"captured meanwhile"', offset: 0, limit: 5 }).total).toBe(1);
  expect(seen.get('writing')).toBe(2);
  expect(seen.get('indexing')).toBe(2);
  expect(counts.find(({ kind }) => kind === 'tags')).toMatchObject({ same: 0, differing: 1 });
  expect(our.ask('listTags', {}).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['CLAIMS', 'meanwhile', 'counts']),
  );
  expect(our.session.history.undo.map(({ command }) => command)).toEqual([
    'createTag',
    'mergeNotebook',
    'createTag',
  ]);
  expect(our.ask('checkNotebook', {}).findings).toEqual([]);
});

it.skipIf(process.platform === 'win32')('hides its copy from whom the notebook is hidden', async () => {
  const our = opened();
  chmodSync(our.path, 0o600);
  const mode = (path: string) => statSync(path).mode & 0o777;
  const seen = new Set<number>();
  const watch = ({ phase }: MergeStep) => {
    if (phase === 'copying' || phase === 'writing') seen.add(mode(`${our.path}-aside`));
  };
  await mergeIn(our, workOn(our, otherFile(), watch));
  expect([...seen, mode(our.path)]).toEqual([0o600, 0o600]);
});

it('begins anew, and at last alone, where what others do stands on the same things', async () => {
  const our = opened();
  const theirPath = otherFile();
  const alone = new Set<boolean>();
  let number = 0;
  const beside = workOn(our, theirPath, ({ phase, isAlone = false }, isHeld) => {
    if (phase !== 'indexing') return;
    alone.add(isAlone);
    // The names of two tags of theirs, each time there is nothing of theirs yet.
    if (!isHeld() && number < 2)
      our.run('createTag', { name: ['claims', 'counts'][number++] ?? '', parentId: null });
  });
  await mergeIn(our, beside);
  expect(number).toBe(2);
  expect(our.ask('listTags', {}).filter(({ name }) => name === 'claims')).toHaveLength(1);
  expect(our.ask('checkNotebook', {}).findings).toEqual([]);
});

it('keeps no file that was deleted for good meanwhile', async () => {
  const our = opened();
  const { articleId } = our.capture('To be deleted.');
  const bytes = () => pluck<string>(our.db, 'SELECT sha256 FROM original_bytes');
  const [deleted = ''] = bytes();
  let isDone = false;
  const beside = workOn(our, otherFile(), ({ phase }) => {
    if (phase !== 'writing' || isDone) return;
    isDone = true;
    our.run('trashArticles', { ids: [articleId] });
    our.run('emptyTrash', { ids: our.ask('listTrash', {}).map(({ id }) => id) });
  });
  await mergeIn(our, beside);
  expect(bytes().length).toBeGreaterThan(0);
  expect(bytes()).not.toContain(deleted);
});

it('lets no circle be made by two sides', async () => {
  const our = opened();
  const [a = '', b = ''] = ['a', 'b'].map((name) => our.run('createTag', { name, parentId: null }).id);
  rawDatabase(our.db).pragma('wal_checkpoint(TRUNCATE)');
  const their = temporaryNotebook(our.path);
  notebooks.push(their);
  their.run('updateTag', { id: b, parentId: a });
  their.session.close();
  let isDone = false;
  const beside = workOn(our, their.path, ({ phase }) => {
    if (phase === 'indexing' && !isDone) our.run('updateTag', { id: a, parentId: b });
    isDone ||= phase === 'indexing';
  });
  await mergeIn(our, beside, { prefer: 'theirs' });
  // Each changed another row. It is begun anew: theirs is chosen for both.
  const below = pluck<string>(our.db, 'SELECT name FROM tag WHERE parent_id IS NOT NULL');
  expect(below).toEqual(['b']);
  expect(our.ask('checkNotebook', {}).findings).toEqual([]);
});

it('waits with taking its place until nobody reads, and others go on', async () => {
  const our = opened();
  const beside = workOn(our, otherFile());
  const { replace } = beside.store;
  let refused = 0;
  const reader = openReader(our.path);
  const patient: StoreThread = {
    ...beside.store,
    replace: async (file) => {
      const isReplaced = await replace(file);
      if (!isReplaced && refused++ === 0) setTimeout(() => rawDatabase(reader).close(), 0);
      return isReplaced;
    },
    letGo: async () => {
      beside.host.letGo();
      if (refused > 0) our.run('createTag', { name: `meanwhile ${refused}`, parentId: null });
    },
  };
  await mergeIn(our, { ...beside, store: patient });
  expect(refused).toBe(1);
  expect(our.ask('listTags', {}).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['meanwhile 1', 'counts']),
  );
  expect(asides(our)).toEqual([]);
});

it('loses nothing that others do after the system has refused the exchange', async () => {
  const our = opened();
  const beside = workOn(our, otherFile());
  let refused = 0;
  const late: StoreThread = {
    ...beside.store,
    // A folder cannot take the place of a file.
    replace: async (file) => beside.host.replace(refused++ === 0 ? our.folder : file),
    letGo: async () => {
      beside.host.letGo();
      if (refused === 1) our.run('createTag', { name: 'meanwhile', parentId: null });
    },
  };
  await mergeIn(our, { ...beside, store: late });
  expect(refused).toBe(2);
  expect(our.ask('listTags', {}).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['meanwhile', 'counts']),
  );
  expect(our.ask('checkNotebook', {}).findings).toEqual([]);
});

it.each(['it is brought in in a moment', 'the file has another name too'])(
  'works alone, and on the file itself, where %s',
  async (why) => {
    const our = opened();
    if (why !== 'it is brought in in a moment') linkSync(our.path, join(our.folder, 'linked.casebook'));
    const inode = statSync(our.path).ino;
    const phases = new Set<string>();
    const watch = ({ phase, isAlone = false }: MergeStep) => phases.add(`${phase} ${isAlone}`);
    await mergeIn(our, workOn(our, otherFile(), watch, why === 'it is brought in in a moment' ? 1000 : 0));
    expect([...phases]).toEqual(expect.arrayContaining(['writing true', 'indexing true']));
    expect(phases.has('copying false')).toBe(false);
    expect(statSync(our.path).ino).toBe(inode);
    expect(our.ask('checkNotebook', {}).findings).toEqual([]);
  },
);

it('is found by searches right after it wrote on the file itself, also where one came in between', async () => {
  const our = opened();
  our.capture('Something of ours.');
  const found = () => our.ask('search', { query: 'kind:article', offset: 0, limit: 9 });
  // By another name, since a thread of its own has no part in what this one remembers of the file.
  const beside = workOn({ ...our, path: `${our.folder}/./notes.casebook` }, otherFile(), undefined, 1000);
  expect(found().total).toBe(1);
  // What was written is given to the other thread, which may be asked in between.
  const asked: StoreThread = { ...beside.store, tell: async () => void found() };
  await mergeIn(our, { ...beside, store: asked });
  const again = openSession(our.path, true);
  const read = answer(again, 'search', { query: 'kind:article', offset: 0, limit: 9 });
  again.close();
  expect(read.total).toBeGreaterThan(1);
  expect(found()).toMatchObject({ total: read.total, facets: read.facets });
});

it('removes a copy that a program left behind which was ended, when the notebook is opened', () => {
  const our = opened();
  our.session.close();
  writeFileSync(`${our.path}-aside`, 'half a copy');
  const again = openSession(our.path);
  again.close();
  expect(asides(our)).toEqual([]);
});

it('is one step to take back for the thread that the notebook lives on', async () => {
  const our = opened();
  our.capture('Something of ours.');
  const before = hashOf(our);
  const { work, ...rest } = workOn(our, otherFile());
  expect(work.preview('leave').conflictCount).toBe(0);
  await mergeIn(our, { work, ...rest });
  const merged = hashOf(our);
  expect(execute(our.session, 'undo', {}).value).toBe('mergeNotebook');
  expect(hashOf(our)).toBe(before);
  execute(our.session, 'redo', {});
  expect(hashOf(our)).toBe(merged);
  expect(dumpIndex(our.db).join('\n')).toBe(dumpRebuiltIndex(our.db).join('\n'));
});

it('takes a long step back beside that thread, and stopped in it leaves everything as it was', async () => {
  const our = opened();
  our.capture('Something of ours.');
  const before = hashOf(our);
  let isStopped = false;
  const beside = workOn(our, otherFile(), ({ phase, done, total }) => {
    if (isStopped && phase === 'undoing' && done > total / 2)
      throw new CasebookError('cancelled', 'Stopped.');
  });
  await mergeIn(our, beside);
  const merged = hashOf(our);
  beside.step = our.session.history.undo.at(-1)?.changes ?? [];
  isStopped = true;
  await expect(beside.work.stepBack(beside.store)).rejects.toThrow('Stopped.');
  beside.host.end();
  expect(hashOf(our)).toBe(merged);
  isStopped = false;
  beside.step = (await beside.work.stepBack(beside.store))?.changes ?? [];
  expect(hashOf(our)).toBe(before);
  await beside.work.stepBack(beside.store);
  expect(hashOf(our)).toBe(merged);
});

it('takes nothing back where that was changed meanwhile', async () => {
  const our = opened();
  let isUndoing = false;
  const beside = workOn(our, otherFile(), ({ phase }) => {
    if (phase !== 'undoing' || !isUndoing) return;
    isUndoing = false;
    const tag = our.ask('listTags', {}).find(({ name }) => name === 'counts');
    our.run('updateTag', { id: tag?.id ?? '', name: 'counted' });
  });
  await mergeIn(our, beside);
  beside.step = our.session.history.undo.at(-1)?.changes ?? [];
  isUndoing = true;
  const merges = {
    stepBack: async () => {
      const outcome = await beside.work.stepBack(beside.store).finally(beside.host.end);
      return outcome && { topics: outcome.topics, changes: outcome.changes };
    },
  };
  // The step is there still: it can be taken back after what was done meanwhile.
  const undoing = stepBackBeside(our.session, { merges, stepsBefore: beside.host.stepsBefore }, 'undo');
  await expect(undoing).rejects.toMatchObject({ code: 'conflict', message: /changed meanwhile/ });
  expect(our.ask('listTags', {}).some(({ name }) => name === 'counted')).toBe(true);
  expect(our.session.history.undo.map(({ command }) => command)).toEqual(['mergeNotebook', 'updateTag']);
});

const undoable = ({ name }: Step): boolean => !notUndoable.has(name) && name !== 'repairNotebook';

it('whatever others do meanwhile, both are there, whole, and can be taken back one after the other', async () => {
  const { filled, other } = files();
  let [doneMeanwhile, asideSteps] = [0, 0];
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      const our = temporaryNotebook(filled);
      try {
        const before = dumpRows(our.db).join('\n');
        const left = given.filter(undoable);
        const beside = workOn(our, other, ({ phase }, isHeld) => {
          if (phase === 'comparing' || phase === 'reading' || isHeld()) return;
          asideSteps++;
          runSteps(our, left.splice(0, 1));
        });
        await mergeIn(our, beside);
        doneMeanwhile += our.session.history.undo.length - 1;
        expect(our.ask('checkNotebook', {}).findings).toEqual([]);
        expect(dumpIndex(our.db).join('\n')).toBe(dumpRebuiltIndex(our.db).join('\n'));
        while (execute(our.session, 'undo', {}).value !== null);
        expect(dumpRows(our.db).join('\n')).toBe(before);
      } finally {
        works.splice(0).forEach((work) => work.close());
        our.remove();
      }
    }),
    { numRuns: 6 },
  );
  expect(doneMeanwhile).toBeGreaterThan(5);
  expect(asideSteps).toBeGreaterThan(100);
}, 60_000);
