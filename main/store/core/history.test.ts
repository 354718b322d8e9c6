import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandName } from '../../../shared/contract';
import { notUndoable } from '../../../shared/contract/topics';
import { serialiseContent } from '../../../shared/document/content-html';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { CasebookError } from '../../../shared/model/result';
import { commandTable } from '../worker/command-table';
import { execute } from '../worker/session';
import { argumentsFor, type Choose } from './arbitrary-command';
import { dumpIndex, dumpRebuiltIndex, dumpRows } from './dump-notebook';
import { pluck, rawDatabase, type WritableDB } from './sql';
import { type TemporaryNotebook, temporaryNotebook } from './temporary-notebook';

let template: TemporaryNotebook;
let notebook: TemporaryNotebook;
beforeAll(() => {
  template = temporaryNotebook();
  fillWithOneOfEverything(template);
  template.session.close();
});
afterAll(() => rmSync(template.folder, { recursive: true }));
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

/** One string: comparing it is fast, and its difference is shown by lines. */
const stateOf = (db: WritableDB): string => dumpRows(db).join('\n');

interface Step {
  readonly name: string;
  readonly choices: readonly number[];
}

const stepOf = (names: readonly string[]): fc.Arbitrary<Step> =>
  fc.record({
    name: fc.constantFrom(...names),
    choices: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
  });

function chooser(choices: readonly number[]): Choose {
  let next = 0;
  return (from) => from[(choices[next++ % choices.length] ?? 0) % from.length];
}

/** Runs a command with arguments made up from what is there; a refused command must leave no trace. */
function attempt({ session, db }: TemporaryNotebook, { name, choices }: Step, before = stateOf(db)): void {
  const args = argumentsFor(name, db, chooser(choices));
  if (args === null) return;
  try {
    execute(session, name as CommandName, args as never);
  } catch (error) {
    if (!(error instanceof CasebookError) || error.code === 'internal') throw error;
    expect(stateOf(db)).toBe(before);
  }
}

function expectWhole({ db }: TemporaryNotebook): void {
  expect(rawDatabase(db).pragma('foreign_key_check')).toEqual([]);
  const words = dumpIndex(db).join('\n');
  expect(words.length).toBeGreaterThan(0);
  expect(words).toBe(dumpRebuiltIndex(db).join('\n'));
  expect(pluck(db, 'SELECT count(*) FROM temp.change')).toEqual([0]);
}

/** One of everything, so that every command has something to be about. */
function fillWithOneOfEverything(notebook: TemporaryNotebook): void {
  const { run } = notebook;
  const on = notebook.capture(
    'Kyiv endured an assault. Officials said 23 people were injured.\n\nПрезидент сказав: «ні».',
  );
  notebook.capture('Russia claims to have fully captured the Luhansk region. 😀 Experts doubt it.');
  const place = run('createEntity', { kind: 'place', actorKind: '', name: 'Kyiv' }).id;
  const actor = run('createEntity', { kind: 'actor', actorKind: 'population', name: 'Officials' }).id;
  run('createEntity', { kind: 'actor', actorKind: '', name: 'The officials' });
  run('addAlias', { entityId: place, name: 'Kiev' });
  const same = run('createEntity', { kind: 'actor', actorKind: '', name: 'Officers' }).id;
  run('mergeEntities', { keepId: actor, mergeId: same });
  const said = run('annotate', {
    on: { ...on, parts: [{ start: 25, end: 34 }] },
    entities: [{ id: actor }],
    events: [{ title: 'Assault on Kyiv', typeId: null, date: null, placeId: place }],
    tags: [{ name: 'claims' }],
  });
  run('annotate', {
    on: {
      ...on,
      parts: [
        { start: 0, end: 4 },
        { start: 64, end: 73 },
      ],
    },
    entities: [{ id: place }],
  });
  const eventId = said.eventIds[0] ?? '';
  run('addParticipation', { eventId, actorId: actor, role: 'speaker', annotationId: said.annotationId });
  const raid = run('createEvent', { title: 'A raid', typeId: null, date: null, placeId: null }).id;
  run('addEntityRelation', { fromId: actor, toId: place, type: 'member of' });
  run('addEventRelation', { fromId: raid, toId: eventId, type: 'before' });
  run('addAccount', {
    eventId,
    fact: 'count',
    key: 'injured',
    value: { kind: 'number', comparison: '≥', low: 23, high: null },
    claimant: { kind: 'actors', actorIds: [actor] },
    evidence: [said.annotationId],
  });
  const wording = run('createTag', { name: 'wording', parentId: null }).id;
  run('mergeTags', { keepId: said.tagIds[0] ?? '', mergeId: wording });
  run('createTag', { name: 'counts', parentId: said.tagIds[0] ?? null });
  run('createNote', {
    title: 'Doubts',
    content: `<p>See <cite data-kind="event" data-id="${eventId}">it</cite></p>`,
  });
  run('setExclusion', { articleId: on.articleId, range: { start: 10, end: 24 }, state: 'excluded' });
  run('trashNotes', { ids: [run('createNote', { title: 'Old' }).id] });
  run('tagArticles', { articleIds: [on.articleId], tag: { name: 'read twice' } });
  run('saveSearch', { name: 'Attacks', query: 'assault OR injured' });
  run('annotate', { on: { ...on, parts: [{ start: 40, end: 63 }] } });
  const content = serialiseContent(
    textToBlocks(notebook.ask('getRevision', { id: on.revisionId }).text.replace('injured', 'wounded')),
  );
  run('saveRevision', {
    articleId: on.articleId,
    baseRevisionId: on.revisionId,
    content,
    reason: 'Wording',
    anchors: [],
  });
  expect(pluck(notebook.db, `SELECT count(*) FROM anchor WHERE state = 'changed'`)).toEqual([1]);
}

/** That notebook, as if just opened. */
function fresh(): TemporaryNotebook {
  notebook.remove();
  notebook = temporaryNotebook(template.path);
  return notebook;
}

const all = Object.keys(commandTable);
const undoable = all.filter((name) => !notUndoable.has(name));

/** So many commands share a notebook: opening one and looking at its whole index costs more than they do. */
const atOnce = 4;
/** What others before them leave them nothing to do with. */
const alone: readonly string[] = undoable.filter((name) => name === 'removePart' || name === 'moveToTag');
const others = undoable.filter((name) => !alone.includes(name));
const groups = [
  ...alone.map((name) => [name]),
  ...Array.from({ length: Math.ceil(others.length / atOnce) }, (_, group) =>
    others.slice(group * atOnce, (group + 1) * atOnce),
  ),
];
/** Each command on each of the first two things it can be about. */
const examples = [0, 1].flatMap((first) =>
  groups.map((names): [Step[], number] => [
    names.map((name) => ({ name, choices: [first, 0, 0, 0, 0, first, 1, 2] })),
    atOnce,
  ]),
);

describe('undo and redo', () => {
  it('bring every row and every indexed word back, in any depth', () => {
    const done = new Set<string>();
    fc.assert(
      fc.property(fc.array(stepOf(undoable), { minLength: 1, maxLength: 14 }), fc.nat(20), (steps, depth) => {
        const { session, db } = fresh();
        const states = [stateOf(db)];
        for (const step of steps) {
          const depth = session.history.undo.length;
          attempt(notebook, step, states.at(-1));
          if (session.history.undo.length === depth) expect(stateOf(db)).toBe(states.at(-1));
          else {
            states.push(stateOf(db));
            done.add(step.name);
          }
        }
        const last = states.length - 1;
        const first = Math.max(0, last - depth);
        for (let at = last - 1; at >= first; at--) {
          execute(session, 'undo', {});
          expect(stateOf(db)).toBe(states[at]);
        }
        expectWhole(notebook);
        for (let at = first + 1; at <= last; at++) {
          execute(session, 'redo', {});
          expect(stateOf(db)).toBe(states[at]);
        }
        expectWhole(notebook);
      }),
      { numRuns: examples.length + 30, examples },
    );
    expect(undoable.filter((name) => !done.has(name))).toEqual([]);
  }, 120_000);

  it('leave a whole notebook also where drafts, reading and emptied trash are not taken back', () => {
    fc.assert(
      fc.property(
        fc.array(stepOf([...all, 'undo', 'undo', 'redo']), { minLength: 1, maxLength: 25 }),
        (steps) => {
          fresh();
          for (const step of steps) attempt(notebook, step);
          expectWhole(notebook);
          expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('forget a step that can no longer be taken back, and go on to those before it', () => {
    const { session, run, db } = notebook;
    run('renameNotebook', { title: 'Before' });
    const { articleId } = notebook.capture('Some words.');
    run('trashArticles', { ids: [articleId] });
    run('emptyTrash', { ids: pluck(db, 'SELECT id FROM trash') });
    expect(() => run('undo', {})).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(pluck(db, 'SELECT count(*) FROM article')).toEqual([0]);
    expect(run('undo', {})).toBe('renameNotebook');
    expect(session.history.redo.map(({ command }) => command)).toEqual(['renameNotebook']);
    expect(run('undo', {})).toBeNull();
  });
});
