import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawDatabase } from '../core/sql';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text = 'Kyiv endured an all-night assault. Officials said so. Officials doubted it.';
let notebook: TemporaryNotebook;
let on: { articleId: string; revisionId: string };
beforeEach(() => {
  notebook = temporaryNotebook();
  on = notebook.capture(text);
  notebook.run('annotate', {
    on: { ...on, parts: [rangeOf(text, 'all-night assault')] },
    entities: [{ kind: 'actor', actorKind: '', name: 'A' }],
  });
  notebook.run('annotate', { on: { ...on, parts: [rangeOf(text, 'Officials')] } });
});
afterEach(() => notebook.remove());

const check = () => notebook.ask('checkNotebook', {});
const damage = (sql: string) =>
  rawDatabase(notebook.db).exec(
    `PRAGMA foreign_keys = OFF; ${sql}; PRAGMA foreign_keys = ON; DELETE FROM temp.change`,
  );

describe('the check', () => {
  it('finds nothing wrong with a whole notebook, and counts what there is', () => {
    const report = {
      articles: 1,
      annotations: 2,
      anchors: { exact: 2, moved: 0, changed: 0, orphan: 0 },
      findings: [],
    };
    expect(check()).toEqual(report);
    const content = '<p>Kyiv endured an all-night assault.</p>';
    notebook.run('saveRevision', {
      articleId: on.articleId,
      baseRevisionId: on.revisionId,
      content,
      reason: '',
      anchors: [],
    });
    expect(check()).toEqual({ ...report, anchors: { exact: 1, moved: 0, changed: 0, orphan: 1 } });
  });

  it.each([
    ['a passage beside its words', `UPDATE anchor SET start = start + 1, "end" = "end" + 1`, 'anchor'],
    ['a passage beyond the text', 'UPDATE anchor SET "end" = 5000', 'anchor'],
    ['a text that was altered', `UPDATE revision SET text = replace(text, 'assault', 'ASSAULT')`, 'hash'],
    [
      'content that has other words',
      `UPDATE revision SET content = replace(content, 'assault', 'attack')`,
      'hash',
    ],
    ['content that cannot be read', `UPDATE revision SET content = '<div>'`, 'hash'],
    ['altered originals', `UPDATE original_bytes SET bytes = x'00'`, 'hash'],
    ['a lost entity', 'DELETE FROM entity', 'reference'],
    ['a passage without a place', 'DELETE FROM anchor', 'reference'],
    ['a thing that search does not know', `DELETE FROM search_item WHERE kind = 'passage'`, 'index'],
    [
      'a thing that only search knows',
      `INSERT INTO search_item (kind, item_id) VALUES ('note', 'gone')`,
      'index',
    ],
  ])('finds %s', (_, sql, kind) => {
    damage(sql);
    expect(check().findings.map((finding) => finding.kind)).toContain(kind);
  });

  it('finds nothing wrong either after many changes since the last time', () => {
    for (let round = 0; round < 20; round++) {
      notebook.capture(`Words of round ${round}: ${'more of them '.repeat(round)}`);
      expect(check().findings).toEqual([]);
    }
  });
});
