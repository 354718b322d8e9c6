import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleColumns } from '../../../shared/contract/articles';
import { pageStatement, summaryStatement } from '../articles/articles';
import { all, rawDatabase, type SqlParams } from '../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';
import { countsStatement } from './notebook';

/** Ten thousand articles with three passages each, written straight into the tables. */
const fill = `
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
  INSERT INTO article (id, kind, title, sort_title, filter_words, publisher, published_edtf, published_earliest, captured_at, read_at, revision_id, created_at, modified_at)
  SELECT 'a' || i, 'captured', 'Title ' || (i * 7919 % 10000), printf('title %d', i * 7919 % 10000), printf('title %d paper %d', i * 7919 % 10000, i % 50),
    'Paper ' || (i % 50), '2025', iif(i % 3, printf('2025-%02d-01', i % 12 + 1), NULL), printf('2025-01-01T00:00:%05d', i), iif(i % 2, 'x', NULL), 'r' || i, '', '' FROM n;
  INSERT INTO revision (id, article_id, number, kind, sha256, word_count, reason, created_at, metadata, content, text)
  SELECT 'r' || substr(id, 2), id, 1, 'captured', '', length(title) * 31 % 900, '', '', '{}', hex(zeroblob(6000)), hex(zeroblob(5000)) FROM article;
  INSERT INTO annotation (id, article_id, created_at, modified_at) SELECT a.id || '-' || k.value, a.id, '', '' FROM article a, json_each('[0,1,2]') k;
  INSERT INTO selector SELECT id, 0, 'w', '', '' FROM annotation;
  INSERT INTO anchor SELECT id, 0, 'r' || substr(article_id, 2), 10, 11, iif(rowid % 40 = 0, 'orphan', 'exact'), NULL FROM annotation;
  INSERT INTO tag (id, name, folded) VALUES ('t', 't', 't'); INSERT INTO stored_article_tag SELECT id, 't' FROM article WHERE rowid % 5 = 0;
  DELETE FROM temp.change;`;

let notebook: TemporaryNotebook;
beforeAll(() => {
  notebook = temporaryNotebook();
  rawDatabase(notebook.db).exec(`BEGIN; ${fill} COMMIT;`);
}, 120_000);
afterAll(() => notebook.remove());

const everything = {
  filter: '',
  tagId: null,
  show: 'all' as const,
  sort: 'title' as const,
  descending: false,
  offset: 0,
  limit: 100,
};
const variants = [
  ...articleColumns.map((sort) => ({ ...everything, sort })),
  { ...everything, offset: 9900 },
  { ...everything, filter: 'title 77' },
  { ...everything, tagId: 't' },
  ...(['unread', 'review', 'undated'] as const).map((show) => ({ ...everything, show })),
];
const ask = (args: (typeof variants)[number]) => notebook.ask('listArticles', { ...args });

function planOf(sql: string, params: SqlParams): string[] {
  return all<{ detail: string }>(notebook.session.reader, `EXPLAIN QUERY PLAN ${sql}`, params).map(
    ({ detail }) => detail,
  );
}

describe('a library of ten thousand articles', () => {
  it('gives a page of them', () => {
    expect(ask(everything)).toMatchObject({ total: 10_000 });
    expect(ask(everything).rows).toHaveLength(100);
  });

  it.each(variants)('reads neither passages nor texts from end to end: %o', (args) => {
    const { sql, params } = pageStatement(args);
    const steps = [...planOf(sql, params), ...planOf(summaryStatement, { ids: '[]' })];
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.filter((step) => /^SCAN (n|r|k|annotation|revision)\b(?!.*COVERING)/.test(step))).toEqual(
      [],
    );
    expect(steps.filter((step) => /^SCAN anchor\b(?!.*anchor_for_review)/.test(step))).toEqual([]);
  });

  it('counts by indexes alone', () => {
    const scans = planOf(countsStatement, {}).filter((step) => step.startsWith('SCAN'));
    expect(scans.filter((step) => !step.includes('INDEX') && step !== 'SCAN b')).toEqual([]);
  });
});
