import { describe, expect, it } from 'vitest';
import type { ImportProgress } from '../../../shared/contract/program/intake';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../shared/model/result';
import { taken } from '../../store/intake/taken';
import { type ImportSource, type RunOptions, runImport } from './run-import';

const note = (title: string): ImportedItem => ({ kind: 'note', title, content: '<p></p>', createdAt: '' });

/** What was opened and taken, in order. */
const journal: string[] = [];

async function* itemsOf(name: string, count: number, failure?: CasebookError): AsyncGenerator<ImportedItem> {
  for (let index = 0; index < count; index++) yield note(`${name}${index}`);
  if (failure) throw failure;
}

const source = (name: string, count: number, failure?: CasebookError): ImportSource => ({
  source: name,
  open: () => {
    journal.push(`open ${name}`);
    return itemsOf(name, count, failure);
  },
});

function options(rest: Partial<RunOptions> = {}): RunOptions {
  journal.length = 0;
  return {
    ahead: 2,
    take: async (_intake, items) => {
      journal.push(`take ${items.length}`);
      return items.map((item) => taken(item.kind, 'imported'));
    },
    end: async () => {},
    tell: () => {},
    ...rest,
  };
}

const slowly: RunOptions['take'] = async (_intake, items) => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  return items.map((item) => taken(item.kind, 'imported'));
};

const refused = (message: string) => new CasebookError('import-refused', message);

describe('runImport', () => {
  it('reads ahead, takes in order and in batches', async () => {
    const { report } = runImport([source('a', 90), source('b', 1), source('c', 1)], options());
    expect((await report).extras.notes).toBe(92);
    expect(journal).toEqual([
      'open a',
      'open b',
      'take 40',
      'take 40',
      'take 10',
      'open c',
      'take 1',
      'take 1',
    ]);
  });

  it('goes on past what cannot be read, and keeps what came before the fault', async () => {
    const { report } = runImport([source('a', 3, refused('It is cut off.')), source('b', 1)], options());
    const { items, extras } = await report;
    expect(extras.notes).toBe(4);
    expect(items.map(({ source: from, outcome, message }) => [from, outcome, message])).toEqual([
      ['a', 'refused', 'It is cut off.'],
      ['a', 'imported', '3 notes.'],
      ['b', 'imported', '1 note.'],
    ]);
  });

  it('ends with what concerns every file', async () => {
    const full = new CasebookError('disk-full', 'The disk is full.');
    const { report } = runImport(
      [source('a', 1), source('b', 1)],
      options({
        take: async () => {
          throw full;
        },
      }),
    );
    await expect(report).rejects.toMatchObject({ code: 'disk-full' });
  });

  it('holds, goes on, and stops', async () => {
    const told: Omit<ImportProgress, 'isWatched'>[] = [];
    const files = Array.from({ length: 50 }, (_, at) => source(`f${at}`, 1));
    const running = runImport(files, options({ tell: (progress) => told.push(progress), take: slowly }));
    running.pause(true);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const held = told.at(-1);
    expect(held).toMatchObject({ paused: true, total: 50 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told.at(-1)).toEqual(held);
    running.pause(false);
    await expect.poll(() => told.at(-1)?.done).toBeGreaterThan(2);
    running.cancel();
    const { cancelled, items } = await running.report;
    expect(cancelled).toBe(true);
    expect(items.length).toBeLessThan(50);
  });

  it('stops while it is held', async () => {
    const running = runImport([source('a', 500)], options());
    running.pause(true);
    running.cancel();
    expect((await running.report).cancelled).toBe(true);
  });
});
