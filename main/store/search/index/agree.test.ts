import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CommandName } from '../../../../shared/contract';
import { CasebookError } from '../../../../shared/model/result';
import { importArticle } from '../../articles/capture/import-article';
import { argumentsFor } from '../../core/arbitrary-command';
import { dumpIndex, dumpRebuiltIndex } from '../../core/dump-notebook';
import { openReader } from '../../core/file/open-database';
import { runCommand } from '../../core/run-command';
import { pluck, type ReadableDB, rawDatabase } from '../../core/sql';
import {
  documentOf,
  rangeOf,
  type TemporaryNotebook,
  temporaryNotebook,
} from '../../core/temporary-notebook';
import { commandTable } from '../../worker/command-table';
import { answer, execute, openSession } from '../../worker/session';
import { RowSet } from '../rows/row-set';
import { columnNames, factFields } from './fact-types';
import { countBorne, listsFor } from './read-borne';
import {
  addRowsOf,
  column,
  countRowsOf,
  dataVersion,
  highestRow,
  readField,
  sentenceStarts,
  valueId,
  valuesOf,
} from './read-facts';
import { noGroups, visitOwnValues } from './stored/borne-lists';

/** More runs find rarer faults: set it to some hundreds after changes to the index. */
const runs = Number(process.env['CASEBOOK_INDEX_RUNS'] ?? 6);

const text =
  'Kyiv endured an assault. Officials said 23 were hurt.\nRussia claims Luhansk. 😀 Experts doubt it.';
let template: TemporaryNotebook;
let notebook: TemporaryNotebook;
beforeAll(() => {
  template = temporaryNotebook();
  const { run, capture } = template;
  const on = capture(text, {
    metadata: { ...documentOf(text).metadata, publisher: 'The Post', language: 'en' },
  });
  const actor = run('createEntity', { kind: 'actor', actorKind: '', name: 'Officials' }).id;
  const said = run('annotate', {
    on: { ...on, parts: [rangeOf(text, 'Officials')] },
    entities: [{ id: actor }],
    events: [{ title: 'Assault', typeId: null, date: null, placeId: null }],
    tags: [{ name: 'claims' }],
  });
  run('addAccount', {
    eventId: said.eventIds[0] ?? '',
    fact: 'participant',
    key: 'speaker',
    value: { kind: 'entity', entityId: actor },
    claimant: { kind: 'narrator' },
    evidence: [said.annotationId],
  });
  run('annotate', { on: { ...on, parts: [rangeOf(text, 'Luhansk')] } });
  template.session.close();
});
afterAll(() => rmSync(template.folder, { recursive: true }));
beforeEach(() => {
  notebook = temporaryNotebook(template.path);
  rawDatabase(notebook.db).pragma('synchronous = OFF');
});
afterEach(() => notebook.remove());

function expectAgreement(): void {
  const index = dumpIndex(notebook.db);
  expect(index.join('\n')).toBe(dumpRebuiltIndex(notebook.db).join('\n'));
  expect(index.filter((line) => / bears /.test(line)).length).toBeGreaterThan(0);
}

/** What is kept of each row is the same as what is kept of each value. */
function readByRow(db: ReadableDB, size: number): string[] {
  const every = new RowSet(size).addAll(pluck<number>(db, 'SELECT rowid FROM search_item'));
  const highest = Math.max(...factFields.flatMap((field) => valuesOf(db, field).map(({ id }) => id)));
  const { counts } = countBorne(db, every, noGroups(highest));
  for (const field of factFields)
    for (const { id, key } of valuesOf(db, field))
      expect(`${field} ${key} ${counts[id]}`).toBe(`${field} ${key} ${countRowsOf(db, id, every)}`);
  const lists = listsFor(db, every);
  return every.toArray().map((row) => {
    const values: number[] = [];
    visitOwnValues(lists, row, (value) => void values.push(value));
    return `${row} bears ${values.join()}`;
  });
}

/** Everything that can be read of facts, by one connection. */
function readAll(db: ReadableDB): string {
  dataVersion(db);
  const size = highestRow(db) + 1;
  const values = factFields.flatMap((field) => {
    readField(db, field);
    return valuesOf(db, field).map(({ id, key }) => {
      const rows = new RowSet(size);
      addRowsOf(db, [id], rows);
      return `${field} ${key}: ${rows.toArray().join()}`;
    });
  });
  return [
    ...values,
    ...readByRow(db, size),
    ...columnNames.map((name) => column(db, name).subarray(0, size).join()),
  ].join('\n');
}

const step = fc.record({
  name: fc.constantFrom(...Object.keys(commandTable), 'undo', 'undo', 'redo'),
  choices: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
});

it('agrees with the rows after any commands, also those that were refused or taken back', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 40 }), (steps) => {
      notebook.remove();
      notebook = temporaryNotebook(template.path);
      rawDatabase(notebook.db).pragma('synchronous = OFF');
      for (const { name, choices } of steps) {
        let next = 0;
        const args = argumentsFor(
          name,
          notebook.db,
          (from) => from[(choices[next++ % 8] ?? 0) % from.length],
        );
        if (args === null) continue;
        try {
          execute(notebook.session, name as CommandName, args as never);
        } catch (error) {
          if (!(error instanceof CasebookError) || error.code === 'internal') throw error;
        }
        readAll(notebook.session.reader);
      }
      const fresh = openReader(notebook.path);
      expect(readAll(notebook.session.reader)).toBe(readAll(fresh));
      rawDatabase(fresh).close();
      expectAgreement();
    }),
    { numRuns: runs },
  );
}, 600_000);

it('forgets what a command had written that was stopped half-way', () => {
  const { db, capture } = notebook;
  const before = dumpIndex(db);
  const words = 'Quite uncommon vocabulary. Somebody wrote it.';
  const stopped = () =>
    runCommand(db, (writer) => {
      importArticle(
        writer,
        documentOf(words, { metadata: { ...documentOf(words).metadata, publisher: 'New' } }),
      );
      throw new Error('stopped');
    });
  expect(stopped).toThrow('stopped');
  expect(dumpIndex(db)).toEqual(before);
  capture(words, { metadata: { ...documentOf(words).metadata, publisher: 'New' } });
  expectAgreement();
  expect(pluck(db, `SELECT count(*) FROM search_word WHERE term = 'uncommon'`)).toEqual([1]);
});

it('agrees after the program was killed in the middle of a command', () => {
  const { db, capture, path, folder } = notebook;
  capture('What was written before is kept.');
  const killed = join(folder, 'killed');
  mkdirSync(killed);
  // With so small a cache, pages of the unfinished transaction are in the log.
  rawDatabase(db).pragma('cache_size = 5');
  const stopped = () =>
    runCommand(db, (writer) => {
      importArticle(writer, documentOf('Words of an import that was killed.'));
      for (const end of ['', '-wal'])
        if (existsSync(path + end)) cpSync(path + end, join(killed, `k.casebook${end}`));
      throw new Error('killed');
    });
  expect(stopped).toThrow('killed');
  const session = openSession(join(killed, 'k.casebook'));
  expect(answer(session, 'checkNotebook', {}).findings).toEqual([]);
  expect(pluck(session.reader, 'SELECT count(*) FROM article')).toEqual([2]);
  session.close();
});

it('is read as it is written: by another connection, at once, after every change', () => {
  const { db, session, run } = notebook;
  const { reader } = session;
  const rowsOf = (field: 'tag' | 'kind' | 'role', key: string): string[] => {
    dataVersion(reader);
    const set = new RowSet(highestRow(reader) + 1);
    const id = valueId(reader, field, key);
    if (id === null) return [];
    addRowsOf(reader, [id], set);
    expect(countRowsOf(reader, id, set)).toBe(set.count());
    return set
      .toArray()
      .map((row) => pluck<string>(reader, 'SELECT kind FROM search_item WHERE rowid = ?', [row])[0] ?? '');
  };
  expect(rowsOf('role', 'speaker').sort()).toEqual(['account', 'article', 'event', 'passage']);
  expect(rowsOf('kind', 'passage')).toEqual(['passage', 'passage']);
  const tag = pluck<string>(db, 'SELECT id FROM tag')[0] ?? '';
  expect(rowsOf('tag', tag).sort()).toEqual(['article', 'passage']);
  const untagged = pluck<string>(db, `SELECT annotation_id FROM selector WHERE exact = 'Luhansk'`)[0] ?? '';
  run('annotate', { on: { annotationId: untagged }, tags: [{ id: tag }] });
  expect(rowsOf('tag', tag).sort()).toEqual(['article', 'passage', 'passage']);
  const row = pluck<number>(reader, 'SELECT rowid FROM search_item WHERE item_id = ?', [untagged])[0] ?? 0;
  const article = column(reader, 'article')[row] ?? 0;
  expect([column(reader, 'sentence_first')[row], column(reader, 'paragraph_last')[row]]).toEqual([2, 1]);
  expect(sentenceStarts(reader, article)).toEqual({ sentences: [0, 4, 9, 12], paragraphs: [0, 9] });
  run('undo', {});
  expect(rowsOf('tag', tag).sort()).toEqual(['article', 'passage']);
});

it('follows a corrected text: passages stand in other sentences', () => {
  const { run, db, ask } = notebook;
  const articleId = pluck<string>(db, 'SELECT id FROM article')[0] ?? '';
  const baseRevisionId = ask('getArticle', { id: articleId }).currentRevisionId;
  const content = documentOf(text.replace('assault. Officials', 'assault; officials')).content;
  run('saveRevision', { articleId, baseRevisionId, content, reason: '', anchors: [] });
  const row = pluck<number>(
    db,
    `SELECT i.rowid FROM selector s JOIN search_item i ON i.item_id = s.annotation_id WHERE s.exact = 'Luhansk'`,
  )[0];
  dataVersion(db);
  expect(column(db, 'sentence_first')[row ?? 0]).toBe(1);
  expectAgreement();
});
