import { expect, it } from 'vitest';
import { rawDatabase } from '../../core/sql';
import { rangeOf, temporaryNotebook } from '../../core/temporary-notebook';
import { plansOf } from '../../entities/query-plans';
import { openSession, writerOf } from '../../worker/session';
import { RowSet } from '../rows/row-set';
import { factFields } from './fact-types';
import { listsFor, readBorneAhead } from './read-borne';
import { addRowsOf, column, dataVersion, readField, sentenceStarts, valueId, valuesOf } from './read-facts';
import { refreshSearchIndex } from './refresh-index';

const text = 'Kyiv endured an assault. Officials said 23 were hurt.';

/**
 * Steps that read every row of a table. A list given in the query itself (json_each, as `j`) is no table, nor are the rows
 * of a view that were searched for; the full-text index is asked for one row by "0:=".
 */
const noTable = /^SCAN (?:j\b|CONSTANT|pragma|known_name$|search_index VIRTUAL TABLE INDEX 0:=)/;
const scans = (plans: readonly string[][]) =>
  plans.flat().filter((step) => step.startsWith('SCAN') && !noTable.test(step));

it('reads no table as a whole, neither when rows change nor when facts are asked for', () => {
  const { path, capture, run, session, remove } = temporaryNotebook();
  const on = capture(text);
  const { eventIds } = run('annotate', {
    on: { ...on, parts: [rangeOf(text, 'Officials')] },
    entities: [{ kind: 'actor', actorKind: '', name: 'Officials' }],
    events: [{ title: 'Assault', typeId: null, date: null, placeId: null }],
    tags: [{ name: 'claims' }],
    comment: 'Which?',
  });
  const content = `<p>See <cite data-kind="event" data-id="${eventIds[0]}">it</cite></p>`;
  run('createNote', { title: 'Doubts', content });
  run('tagArticles', { articleIds: [on.articleId], tag: { name: 'read' } });
  const changes = session.history.undo.flatMap((step) => step.changes);
  session.close();
  // Opened anew, so that every statement is prepared anew.
  const again = openSession(path);
  const db = writerOf(again);
  const written = plansOf(db, () => rawDatabase(db).transaction(() => refreshSearchIndex(db, changes))());
  expect(written.length).toBeGreaterThan(30);
  expect(scans(written)).toEqual([]);
  const { reader } = again;
  const read = plansOf(reader, () => {
    dataVersion(reader);
    for (const field of factFields) {
      valuesOf(reader, field);
      readField(reader, field);
    }
    addRowsOf(reader, [valueId(reader, 'kind', 'article') ?? 0], new RowSet(100));
    column(reader, 'article');
    sentenceStarts(reader, 1);
    listsFor(reader, new RowSet(100).addAll([1, 2]));
    while (readBorneAhead(reader));
  });
  expect(read.length).toBeGreaterThan(5);
  expect(scans(read)).toEqual([]);
  again.close();
  remove();
});
