import { existsSync, readdirSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckReport, Finding, RepairName } from '../../../../shared/contract/notebook';
import { revisionWords } from '../../articles/revision-words';
import { dumpIndex, dumpRebuiltIndex, dumpRows } from '../../core/dump-notebook';
import { pluck, rawDatabase } from '../../core/sql';
import {
  documentOf,
  rangeOf,
  type TemporaryNotebook,
  temporaryNotebook,
} from '../../core/temporary-notebook';
import { answer, openSession } from '../../worker/session';

const first =
  'Kyiv endured an all-night assault. Officials said so. Officials doubted it. 23 were hurt. 👩‍🚀 e\u0301';
const later = first.replace('23 were', '26 were');
let template: TemporaryNotebook;
let notebook: TemporaryNotebook;
beforeAll(() => {
  template = temporaryNotebook();
  fillWithOneOfEverything(template);
  template.session.close();
});
afterAll(() => rmSync(template.folder, { recursive: true }));
beforeEach(() => {
  notebook = temporaryNotebook(template.path);
  rawDatabase(notebook.db).pragma('synchronous = OFF');
});
afterEach(() => notebook.remove());

/** One of everything that can be damaged. */
function fillWithOneOfEverything(notebook: TemporaryNotebook): void {
  const on = notebook.capture(first, {
    metadata: { ...documentOf(first).metadata, published: { edtf: '2025-07', words: 'July' } as never },
  });
  const mark = (words: string) => notebook.run('annotate', { on: { ...on, parts: [rangeOf(first, words)] } });
  const assault = mark('all-night assault').annotationId;
  mark('Officials');
  const hurt = mark('23 were hurt').annotationId;
  const { eventIds } = notebook.run('annotate', {
    on: { annotationId: assault },
    entities: [{ kind: 'place', actorKind: '', name: 'Kyiv' }],
    events: [{ title: 'Assault', typeId: null, date: { edtf: '2025-07-04', words: '' }, placeId: null }],
    tags: [{ name: 'Claims' }],
  });
  notebook.run('addAlias', {
    entityId: pluck<string>(notebook.db, 'SELECT id FROM entity')[0] ?? '',
    name: 'Kiev',
  });
  const cite = `<cite data-kind="event" data-id="${eventIds[0] ?? ''}">it</cite>`;
  notebook.run('createNote', { title: 'Doubts', content: `<p>See ${cite}</p>` });
  const content = documentOf(later).content;
  const { articleId, revisionId: baseRevisionId } = on;
  notebook.run('saveRevision', { articleId, baseRevisionId, content, reason: '', anchors: [] });
  notebook.run('confirmAnchor', { annotationId: hurt });
  notebook.run('setExclusion', { articleId, range: { start: 0, end: 4 }, state: 'excluded' });
  notebook.run('saveDraft', { ownerId: articleId, content: '<p>x</p>', baseRevisionId, anchors: [] });
}

const check = () => notebook.ask('checkNotebook', {});
/** As a failing disk may: SQLite's own tables are not spared. */
function damage(sql: string): void {
  const raw = rawDatabase(notebook.db);
  raw.unsafeMode(true);
  raw.exec(`PRAGMA foreign_keys = OFF; ${sql}; PRAGMA foreign_keys = ON; DELETE FROM temp.change`);
  raw.unsafeMode(false);
}
const repairs = ({ findings }: CheckReport) =>
  findings.flatMap(({ repair, id }) => (repair ? [{ repair, id }] : []));
const repair = () => notebook.run('repairNotebook', { repairs: repairs(check()) });
const backups = () => readdirSync(notebook.folder).filter((name) => name.includes('.before-repair.'));
const current = 'revision_id = (SELECT revision_id FROM article)';

type Damage = readonly [what: string, sql: string, kind: Finding['kind'], repair: RepairName | null];

/** What is mended leaves the notebook as it was. */
const mended: readonly Damage[] = [
  ['an event that is not what its accounts say', `UPDATE event SET date_edtf = 'soon'`, 'derived', 'derived'],
  ['a merging that ends nowhere', `UPDATE entity SET root_id = id`, 'derived', 'derived'],
  [
    'a passage beside its words',
    `UPDATE anchor SET start = start + 1, "end" = "end" + 1 WHERE ${current} AND start = 16`,
    'anchor',
    'place',
  ],
  [
    'a passage beyond the text',
    `UPDATE anchor SET "end" = 5000 WHERE ${current} AND start = 16`,
    'anchor',
    'place',
  ],
  [
    'a passage of an earlier revision beside its words',
    `UPDATE anchor SET start = 2 WHERE former IS NOT NULL AND NOT ${current}`,
    'anchor',
    'place',
  ],
  [
    'a former quote beside its words',
    'UPDATE former_quote SET start = start - 3, "end" = "end" - 3',
    'anchor',
    'place',
  ],
  [
    'a text that was altered',
    `UPDATE revision SET text = replace(text, 'assault', 'ATTACKS')`,
    'hash',
    'text',
  ],
  ['words counted wrongly', 'UPDATE revision SET word_count = 1', 'derived', 'derived'],
  ['a title that sorts wrongly', `UPDATE article SET sort_title = 'z'`, 'derived', 'derived'],
  ['words to filter by that are others', `UPDATE article SET filter_words = ''`, 'derived', 'derived'],
  [
    'days that are not those of a date',
    `UPDATE article SET published_latest = '2030-01-01'`,
    'derived',
    'derived',
  ],
  ['days that are not those of an event', `UPDATE event SET date_earliest = NULL`, 'derived', 'derived'],
  ['an event found by another name', `UPDATE event SET folded = 'x'`, 'derived', 'derived'],
  ['a place found by another name', `UPDATE entity SET folded = 'x'`, 'derived', 'derived'],
  ['an alias found by another name', `UPDATE entity_name SET folded = 'x'`, 'derived', 'derived'],
  ['a tag found by another name', `UPDATE tag SET folded = 'x'`, 'derived', 'derived'],
  ['a note with other words than its content', `UPDATE note SET text = 'x'`, 'derived', 'derived'],
  ['a citation that was lost', 'DELETE FROM citation', 'reference', 'derived'],
  [
    'revisions with gaps in their numbers',
    'UPDATE revision SET number = number + 3 WHERE number = 2',
    'number',
    'numbers',
  ],
  ['revisions numbered from nought', 'UPDATE revision SET number = number - 1', 'number', 'numbers'],
  ['a thing that search does not know', `DELETE FROM search_item WHERE kind = 'passage'`, 'index', 'index'],
  [
    'a thing that only search knows',
    `INSERT INTO search_item (kind, item_id) VALUES ('note', 'gone')`,
    'index',
    'index',
  ],
  [
    'an index without the words',
    `INSERT INTO search_index (search_index) VALUES ('delete-all')`,
    'index',
    'index',
  ],
  [
    'an index whose data are damaged',
    `UPDATE search_index_data SET block = zeroblob(length(block)) WHERE id > 10`,
    'index',
    'index',
  ],
  ['filters that lack what rows bear', 'DELETE FROM search_rows WHERE value_id % 2 = 0', 'index', 'index'],
  [
    'filters that have more than there is',
    `INSERT INTO search_rows VALUES (9999, 0, x'0100')`,
    'index',
    'index',
  ],
  ['a record of what rows bear that is another', `UPDATE search_fact SET facts = x'0000'`, 'index', 'index'],
  [
    'a record of what nothing bears',
    `INSERT INTO search_fact VALUES (9999, x'0000', NULL)`,
    'index',
    'index',
  ],
  [
    'sentences that begin elsewhere',
    `UPDATE search_fact SET starts = x'01' WHERE starts NOT NULL`,
    'index',
    'index',
  ],
  [
    'passages in other sentences',
    `DELETE FROM search_column WHERE name = 'sentence_first'`,
    'index',
    'index',
  ],
  ['a list of words that lacks one', `DELETE FROM search_word WHERE term = 'assault'`, 'index', 'index'],
  [
    'an index with as many but other words',
    `DELETE FROM search_index WHERE rowid = (SELECT rowid FROM search_item WHERE kind = 'note');
     INSERT INTO search_index (rowid, title, body, comment) SELECT rowid, 'doubts', 'see him', '' FROM search_item WHERE kind = 'note'`,
    'index',
    'index',
  ],
  [
    'an index with fewer words for a thing',
    `DELETE FROM search_index WHERE rowid = (SELECT rowid FROM search_item WHERE kind = 'note');
     INSERT INTO search_index (rowid, title, body, comment) SELECT rowid, 'doubts', 'see', '' FROM search_item WHERE kind = 'note'`,
    'index',
    'index',
  ],
];

/** What is marked, for the researcher to see. */
const marked: readonly Damage[] = [
  [
    'a passage on words that stand more than once',
    `UPDATE anchor SET start = start + 1 WHERE ${current} AND start = 35`,
    'anchor',
    'place',
  ],
  [
    'a quote whose words are nowhere',
    `UPDATE selector SET exact = 'quite other words' WHERE exact LIKE '%assault'`,
    'anchor',
    'place',
  ],
  ['a passage without a place', `DELETE FROM anchor WHERE ${current} AND start = 35`, 'reference', 'place'],
  [
    'a passage that ends inside a character',
    `UPDATE anchor SET state = 'changed', "end" = 91 WHERE ${current} AND start = 35`,
    'anchor',
    'place',
  ],
];

/** What is said and left as it is. */
const left: readonly Damage[] = [
  [
    'content that has other words',
    `UPDATE revision SET content = replace(content, 'assault', 'attack')`,
    'hash',
    null,
  ],
  ['content that cannot be read', `UPDATE revision SET content = '<div>'`, 'hash', null],
  ['altered originals', `UPDATE original_bytes SET bytes = x'00'`, 'hash', null],
  ['a lost entity', "DELETE FROM entity; DELETE FROM search_item WHERE kind = 'entity'", 'reference', null],
  ['a date that is none', `UPDATE account SET date_edtf = 'soon'`, 'derived', null],
  ['page chrome outside of the text', 'UPDATE exclusion SET "end" = 5000', 'anchor', null],
  [
    'a page that begins outside of the text',
    `INSERT INTO locator SELECT revision_id, 'page', 5000, 0, '7' FROM exclusion`,
    'anchor',
    null,
  ],
  ['a draft of nothing', `UPDATE draft SET owner_id = 'gone'`, 'reference', null],
  ['a draft whose passages cannot be read', `UPDATE draft SET anchors = '['`, 'reference', null],
  [
    'a passage that refers to a former quote that is not there',
    'UPDATE anchor SET former = 9 WHERE former IS NULL',
    'reference',
    null,
  ],
  [
    'a current revision that is not the newest',
    'UPDATE article SET revision_id = (SELECT id FROM revision WHERE number = 1)',
    'number',
    null,
  ],
];

describe('the check', () => {
  it('finds nothing wrong before anything is damaged', () => {
    expect(check().findings).toEqual([]);
  });

  it.each([...mended, ...marked, ...left])('finds %s', (_, sql, kind, name) => {
    damage(sql);
    expect(check().findings).toContainEqual(expect.objectContaining({ kind, repair: name }));
  });
});

describe('the repair', () => {
  it.each(mended)('mends %s, as it was', (_, sql, __, name) => {
    const before = dumpRows(notebook.db);
    damage(sql);
    const { done, backup } = repair();
    expect(done.map((each) => each.repair)).toContain(name);
    expect(existsSync(backup)).toBe(true);
    expect(check().findings).toEqual([]);
    expect(dumpRows(notebook.db)).toEqual(before);
    expect(dumpIndex(notebook.db)).toEqual(dumpRebuiltIndex(notebook.db));
  });

  it.each(marked)('marks %s, and claims no other words', (_, sql) => {
    damage(sql);
    const waiting = notebook.ask('getNotebook', {}).reviewCount;
    expect(
      repair()
        .done.map(({ message }) => message)
        .join(),
    ).toMatch(/Marked a passage as/);
    expect(check().findings).toEqual([]);
    expect(notebook.ask('getNotebook', {}).reviewCount).toBeGreaterThanOrEqual(waiting);
    expect(
      pluck(notebook.db, `SELECT count(*) FROM anchor WHERE state IN ('changed', 'orphan') AND ${current}`),
    ).toEqual([1]);
  });

  it.each(left)('leaves %s as it is', (_, sql) => {
    damage(sql);
    const before = dumpRows(notebook.db);
    const found = check().findings.filter((each) => each.repair === null);
    repair();
    expect(check().findings.filter((each) => each.repair === null)).toEqual(found);
    if (repairs(check()).length === 0) expect(dumpRows(notebook.db).length).toBe(before.length);
  });

  it('copies the notebook first, does nothing twice, and cannot be taken back', () => {
    damage(
      `UPDATE entity SET folded = 'x'; UPDATE anchor SET start = start + 1 WHERE ${current} AND start = 16`,
    );
    const found = repairs(check());
    const { backup, done } = notebook.run('repairNotebook', { repairs: [...found, ...found] });
    expect(done).toHaveLength(2);
    expect(backups()).toEqual([backup.slice(notebook.folder.length + 1)]);
    const copy = openSession(backup, true);
    expect(repairs(answer(copy, 'checkNotebook', {}))).toEqual(found);
    copy.close();
    expect(notebook.run('repairNotebook', { repairs: found }).done).toEqual([]);
    expect(notebook.run('undo', {})).toBeNull();
  });

  it('is seen by who had read the altered words before', () => {
    damage(`UPDATE revision SET text = replace(text, 'assault', 'ATTACKS')`);
    const ids = pluck<string>(notebook.db, 'SELECT id FROM revision');
    const texts = () => ids.map((id) => revisionWords(notebook.session.reader, id)?.text).join();
    expect(texts()).toContain('ATTACKS');
    repair();
    expect(texts()).not.toContain('ATTACKS');
  });

  it('mends many things at once', () => {
    damage(mended.map(([, sql]) => sql).join('; '));
    repair();
    for (let rounds = 0; repairs(check()).length > 0 && rounds < 2; rounds++) repair();
    expect(check().findings).toEqual([]);
  });
});
