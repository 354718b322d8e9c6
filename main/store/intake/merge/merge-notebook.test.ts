import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MergeChoices, MergePreview, MergeReport } from '../../../../shared/contract/program/merge';
import { dumpIndex, dumpRebuiltIndex, dumpRows } from '../../core/dump-notebook';
import { all, pluck, rawDatabase, run } from '../../core/sql';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { notebookJson } from '../../notebook/records/json/notebook-json';
import { fillRichly, oddText, runSteps, steps } from '../../notebook/records/testing/made-notebook';
import { perform } from '../../worker/session';
import { mergeNotebook, previewMerge } from './merge-notebook';

let template: TemporaryNotebook;
beforeAll(() => {
  template = temporaryNotebook();
  fillRichly(template);
  template.session.close();
});
afterAll(() => template.remove());

const notebooks: TemporaryNotebook[] = [];
function opened(path?: string): TemporaryNotebook {
  const notebook = path === undefined ? temporaryNotebook() : temporaryNotebook(path);
  notebooks.push(notebook);
  return notebook;
}
const copy = () => opened(template.path);
const closeAll = () => {
  for (const notebook of notebooks.splice(0)) notebook.remove();
};
afterAll(closeAll);

/** The other notebook as a file that is closed. */
function fileOf(their: TemporaryNotebook): string {
  const path = join(their.folder, 'incoming.casebook');
  checkpointed(their);
  copyFileSync(their.path, path);
  return path;
}
function checkpointed(notebook: TemporaryNotebook): void {
  rawDatabase(notebook.db).pragma('wal_checkpoint(TRUNCATE)');
}

const merge = (
  our: TemporaryNotebook,
  path: string,
  choices: MergeChoices = { prefer: 'ours' },
): MergeReport => perform(our.session, 'mergeNotebook', (db) => mergeNotebook(db, { path, choices })).value;
const preview = (our: TemporaryNotebook, path: string): MergePreview =>
  previewMerge(our.session.reader, { path });
const jsonOf = ({ db }: TemporaryNotebook): string =>
  [...notebookJson(db, { bytes: true, madeAt: '' })].join('').replace(/^"notebook": .*$/m, '');
const rowsOf = ({ db }: TemporaryNotebook): string[] => dumpRows(db);

function annotationsOf(notebook: TemporaryNotebook, articleId: string) {
  const { currentRevisionId: revisionId } = notebook.ask('getArticle', { id: articleId });
  return notebook.ask('listAnnotations', { articleId, revisionId });
}

function expectWhole(notebook: TemporaryNotebook): void {
  expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  expect(dumpIndex(notebook.db).join('\n')).toBe(dumpRebuiltIndex(notebook.db).join('\n'));
}

/** Words being typed of an article. */
function startDraft(notebook: TemporaryNotebook, ownerId: string, content: string): void {
  const baseRevisionId = notebook.ask('getArticle', { id: ownerId }).currentRevisionId;
  notebook.run('saveDraft', { ownerId, content, baseRevisionId, anchors: [] });
}

describe('another notebook', () => {
  it('brought into an empty one makes it equal, from its file and from its JSON', () => {
    const their = copy();
    const articleId =
      pluck<string>(their.db, `SELECT id FROM article WHERE publisher = 'The Paper'`)[0] ?? '';
    startDraft(their, articleId, '<p>Half a thought.</p>');
    const path = fileOf(their);
    const json = join(their.folder, 'their.json');
    writeFileSync(
      json,
      [...notebookJson(their.db, { bytes: true, madeAt: '2026-01-01T00:00:00Z' })].join(''),
    );
    for (const from of [path, json]) {
      const our = opened();
      merge(our, from);
      expect(jsonOf(our)).toBe(jsonOf(their));
      expectWhole(our);
    }
  });

  it('is one step to undo', () => {
    const our = opened();
    our.capture('Something of ours.');
    const before = rowsOf(our);
    merge(our, fileOf(copy()));
    expect(rowsOf(our)).not.toEqual(before);
    expect(our.run('undo', {})).toBe('mergeNotebook');
    expect(rowsOf(our)).toEqual(before);
    our.run('redo', {});
    expectWhole(our);
  });

  it('does what the preview says and the preview does nothing', () => {
    const our = opened();
    our.capture(oddText);
    our.run('createTag', { name: 'CLAIMS', parentId: null });
    const path = fileOf(copy());
    const before = rowsOf(our);
    const said = preview(our, path);
    expect(rowsOf(our)).toEqual(before);
    expect(merge(our, path).counts).toEqual(said.counts);
    const again = preview(our, path);
    expect(again.counts.every(({ added, joined }) => added === 0 && joined === 0)).toBe(true);
  });
});

describe('what is the same', () => {
  it('is an article of the same bytes, an entity of the same identifier, a tag of the same name – not an entity of the same name', () => {
    const our = opened();
    const { articleId, revisionId } = our.capture(oddText);
    our.run('annotate', {
      on: { articleId, revisionId, parts: [rangeOf(oddText, 'Kyiv')] },
      comment: 'ours',
    });
    const kyiv = our.run('createEntity', { kind: 'place', actorKind: '', name: 'The capital' }).id;
    our.run('updateEntity', { id: kyiv, identifiers: [{ scheme: 'wikidata', value: 'Q1899' }] });
    const officials = our.run('createEntity', { kind: 'actor', actorKind: '', name: 'officials' }).id;
    const tag = our.run('createTag', { name: 'Claims', parentId: null }).id;
    const path = fileOf(copy());
    const said = preview(our, path);
    expect(said.maybeSame).toMatchObject([
      { kind: 'entities', theirs: 'Officials', ours: 'officials', ourId: officials },
    ]);
    merge(our, path);
    expectWhole(our);
    expect(
      our.ask('listArticles', {
        filter: '',
        tagId: null,
        show: 'all',
        sort: 'title',
        descending: false,
        offset: 0,
        limit: 9,
      }).total,
    ).toBe(3);
    const passages = annotationsOf(our, articleId);
    expect(passages.map(({ comment }) => comment).sort()).toEqual(['', '', 'Who says so? 👀', 'ours']);
    expect(passages.find(({ colour }) => colour === 'blue')).toMatchObject({ tags: [{ id: tag }] });
    const names = our.ask('getEntity', { id: kyiv });
    expect(names.name).toBe('The capital');
    expect(names.aliases.map(({ name }) => name)).toContain('Київ');
  });
});

describe('what differs', () => {
  const change = (notebook: TemporaryNotebook, by: string): void => {
    const rows = (sql: string) => pluck<string>(notebook.db, sql)[0] ?? '';
    notebook.run('updateEntity', {
      id: rows(`SELECT id FROM entity WHERE name = 'Kyiv'`),
      description: `${by} words`,
    });
    notebook.run('updateTag', { id: rows(`SELECT id FROM tag WHERE name = 'counts'`), name: `${by} counts` });
    notebook.run('saveNote', {
      id: rows('SELECT id FROM note'),
      title: 'Doubts',
      content: `<p>${by} note</p>`,
    });
    notebook.run('updateArticle', {
      id: rows(`SELECT id FROM article WHERE publisher = 'The Paper'`),
      set: { title: `${by} title` },
    });
  };

  it('is listed field by field, ours kept unless theirs is chosen, by kind or one by one', () => {
    const [our, their] = [copy(), copy()];
    change(our, 'our');
    change(their, 'their');
    const path = fileOf(their);
    const { conflicts, conflictCount } = preview(our, path);
    expect(conflicts.map(({ kind, field, ours, theirs }) => [kind, field, ours, theirs])).toEqual([
      ['tags', 'name', 'our counts', 'their counts'],
      ['entities', 'description', 'our words', 'their words'],
      ['articles', 'title', 'our title', 'their title'],
      ['notes', 'content', 'our note', 'their note'],
    ]);
    expect(conflictCount).toBe(4);
    const before = rowsOf(our);
    expect(merge(our, path)).toMatchObject({ taken: 0, kept: 4, notTaken: [] });
    expect(rowsOf(our)).toEqual(before);
    const tag = conflicts.find(({ kind }) => kind === 'tags')?.key ?? '';
    merge(our, path, { prefer: 'ours', kinds: { notes: 'theirs' }, each: { [tag]: 'theirs' } });
    expect(preview(our, path).conflicts.map(({ kind }) => kind)).toEqual(['entities', 'articles']);
    expect(merge(our, path, { prefer: 'theirs' })).toMatchObject({ taken: 2, kept: 0, notTaken: [] });
    expect(preview(our, path).conflicts).toEqual([]);
    expectWhole(our);
  });

  it('is the text of an article: ours stays, or theirs becomes the newest, and passages follow', () => {
    const [our, their] = [copy(), copy()];
    const id = pluck<string>(their.db, `SELECT id FROM article WHERE publisher = 'The Paper'`)[0] ?? '';
    const edit = (notebook: TemporaryNotebook, content: string) =>
      notebook.run('saveRevision', {
        articleId: id,
        baseRevisionId: notebook.ask('getArticle', { id }).currentRevisionId,
        content,
        reason: 'Edit',
        anchors: [],
      }).revisionId;
    edit(our, '<p>Kyiv endured an assault. In our words the officials said 24 people were injured.</p>');
    const revisionId = edit(
      their,
      '<p>Their lead.</p><p>Kyiv endured an assault. The officials said 24 people were injured.</p>',
    );
    their.run('annotate', {
      on: { articleId: id, revisionId, parts: [{ start: 0, end: 5 }] },
      comment: 'lead',
    });
    their.run('annotate', {
      on: { articleId: id, revisionId, parts: [{ start: 12, end: 36 }] },
      comment: 'assault',
    });
    const path = fileOf(their);
    const ours = copyOf(our);
    merge(ours, path);
    expectWhole(ours);
    const states = new Map(annotationsOf(ours, id).map(({ comment, parts }) => [comment, parts[0]?.state]));
    expect(states.get('lead')).toBe('orphan');
    expect(['exact', 'moved']).toContain(states.get('assault'));
    merge(our, path, { prefer: 'theirs' });
    expectWhole(our);
    expect(our.ask('getArticle', { id }).currentRevisionId).toBe(revisionId);
    expect(
      our.ask('listAnnotations', { articleId: id, revisionId }).find(({ comment }) => comment === 'lead')
        ?.parts[0]?.state,
    ).toBe('exact');
  });

  const copyOf = (notebook: TemporaryNotebook): TemporaryNotebook => {
    checkpointed(notebook);
    return opened(notebook.path);
  };
});

describe('what has no place', () => {
  const idOf = (notebook: TemporaryNotebook) =>
    pluck<string>(notebook.db, `SELECT id FROM article WHERE publisher = 'The Paper'`)[0] ?? '';
  const saved = (notebook: TemporaryNotebook, content: string): void => {
    const articleId = idOf(notebook);
    const baseRevisionId = notebook.ask('getArticle', { id: articleId }).currentRevisionId;
    notebook.run('saveRevision', { articleId, baseRevisionId, content, reason: 'Edit', anchors: [] });
  };

  it('is a draft of what says something else here; others come along, once', () => {
    const [our, their] = [copy(), copy()];
    startDraft(their, idOf(their), '<p>Half a thought.</p>');
    const note = pluck<string>(their.db, 'SELECT id FROM note')[0] ?? '';
    their.run('saveDraft', {
      ownerId: note,
      content: '<p>Doubts, being typed.</p>',
      baseRevisionId: '',
      anchors: [],
    });
    our.run('saveNote', { id: note, title: 'Doubts', content: '<p>Our own words.</p>' });
    const path = fileOf(their);
    expect(preview(our, path).left).toEqual({ files: 0, texts: 0, drafts: 1 });
    expect(merge(our, path).left.drafts).toBe(1);
    expect(our.ask('getDraft', { ownerId: idOf(our) })?.content).toBe('<p>Half a thought.</p>');
    expect(our.ask('getDraft', { ownerId: note })).toBeNull();
    const before = rowsOf(our);
    expect(merge(our, path).counts.find(({ kind }) => kind === 'drafts')).toMatchObject({
      added: 0,
      same: 1,
    });
    expect(rowsOf(our)).toEqual(before);
    startDraft(our, idOf(our), '<p>Typed here meanwhile.</p>');
    expect(preview(our, path).left.drafts).toBe(2);
  });

  it('is a text of an article that is newer than ours and was not chosen, with those that led to it', () => {
    const [our, their] = [copy(), copy()];
    const newest = '<p>Kyiv endured an assault. Their newest words, which ours come to as well.</p>';
    saved(their, '<p>Kyiv endured an assault. Their words in between.</p>');
    saved(their, newest);
    const path = fileOf(their);
    const kept = merge(checkpointedCopy(our), path);
    expect([kept.kept, kept.left.texts]).toEqual([1, 2]);
    const taken = merge(checkpointedCopy(our), path, { prefer: 'theirs' });
    expect([taken.taken, taken.left.texts]).toEqual([1, 0]);
  });

  const checkpointedCopy = (notebook: TemporaryNotebook): TemporaryNotebook => {
    checkpointed(notebook);
    return opened(notebook.path);
  };
});

describe('earlier texts of an article that both have', () => {
  const textsOf = ({ db }: TemporaryNotebook, articleId: string) =>
    all<{ number: number; text: string; time: string; id: string }>(
      db,
      'SELECT id, number, text, created_at AS time FROM revision WHERE article_id = ? ORDER BY number',
      [articleId],
    );
  const currentOf = (notebook: TemporaryNotebook, articleId: string) => {
    const { currentRevisionId: revisionId } = notebook.ask('getArticle', { id: articleId });
    return {
      article: notebook.ask('getArticle', { id: articleId }),
      passages: notebook.ask('listAnnotations', { articleId, revisionId }),
    };
  };
  const save = (notebook: TemporaryNotebook, articleId: string, text: string): void => {
    const { currentRevisionId: baseRevisionId } = notebook.ask('getArticle', { id: articleId });
    const content = `<p>${text}</p>`;
    notebook.run('saveRevision', { articleId, baseRevisionId, content, reason: 'Edit', anchors: [] });
    // Not all within a millisecond, and one of ours between two of theirs.
    const day = textsOf(notebook, articleId).length * 2 + (text.includes('Ours') ? 1 : 0);
    const { currentRevisionId } = notebook.ask('getArticle', { id: articleId });
    const time = `2030-02-${String(day).padStart(2, '0')}T10:00:00.000Z`;
    run(notebook.db, 'UPDATE revision SET created_at = ? WHERE id = ?', [time, currentRevisionId]);
    run(notebook.db, 'DELETE FROM temp.change');
  };

  /** Both went their ways from one text, passages in each state, and came to the same words. */
  function twoHistories() {
    const our = opened();
    const { articleId } = our.capture('Kyiv endured an assault. Officials said 23 people were injured.');
    checkpointed(our);
    const their = opened(our.path);
    save(our, articleId, 'Kyiv endured an assault. Ours in between.');
    save(their, articleId, 'Kyiv endured an assault. Theirs in between.');
    const { currentRevisionId: revisionId } = their.ask('getArticle', { id: articleId });
    const range = rangeOf('Kyiv endured an assault. Theirs in between.', 'Theirs in between');
    const { annotationId } = their.run('annotate', { on: { articleId, revisionId, parts: [range] } });
    save(their, articleId, 'Kyiv endured an assault. More of theirs.');
    for (const notebook of [our, their]) save(notebook, articleId, 'Kyiv endured an assault on Sunday.');
    return { our, their, articleId, annotationId };
  }

  it.each(['ours', 'theirs'] as const)('come along by time, seen from %s, and once', (side) => {
    const { our, their, articleId, annotationId } = twoHistories();
    const [to, from] = side === 'ours' ? [our, their] : [their, our];
    const before = currentOf(to, articleId);
    const path = fileOf(from);
    expect(preview(to, path)).toMatchObject({ conflictCount: 0, left: { texts: 0 } });
    const report = merge(to, path);
    expect(report).toMatchObject({ left: { texts: 0 }, kept: 0, taken: 0 });
    expect(report.counts.find(({ kind }) => kind === 'articles')).toMatchObject({ joined: 1, added: 0 });
    const texts = textsOf(to, articleId);
    expect(texts.map(({ text }) => text.replace('Kyiv endured an assault. ', ''))).toEqual([
      'Officials said 23 people were injured.',
      'Theirs in between.',
      'Ours in between.',
      'More of theirs.',
      'Kyiv endured an assault on Sunday.',
    ]);
    expect(texts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const { article, passages } = currentOf(to, articleId);
    expect({ ...article, revisions: [] }).toEqual({ ...before.article, revisions: [] });
    expect(passages.filter(({ id }) => before.passages.some((each) => each.id === id))).toEqual(
      before.passages,
    );
    const places =
      'SELECT r.text FROM anchor k JOIN revision r ON r.id = k.revision_id WHERE k.annotation_id = ? ORDER BY r.number';
    expect(pluck<string>(to.db, places, [annotationId])[0]).toContain('Theirs in between');
    expectWhole(to);
    const rows = rowsOf(to);
    merge(to, path);
    merge(to, path, { prefer: 'theirs' });
    expect(rowsOf(to)).toEqual(rows);
    while (to.run('undo', {}) === 'mergeNotebook') expect(to.ask('checkNotebook', {}).findings).toEqual([]);
  });
});

describe('two copies after any commands', () => {
  it.each(['ours', 'theirs'] as const)(
    'are merged whole, once and for all, preferring %s',
    (prefer) => {
      fc.assert(
        fc.property(steps, steps, (first, second) => {
          const [our, their] = [copy(), copy()];
          runSteps(our, first);
          runSteps(their, second);
          const path = fileOf(their);
          const before = new Map(rowsOf(our).map((row) => [row, true]));
          merge(our, path, { prefer });
          expectWhole(our);
          const after = rowsOf(our);
          if (prefer === 'ours') {
            const now = new Set(after);
            const lost = [...before.keys()].filter(
              (row) => !now.has(row) && !/^(event|entity|tag|revision) /.test(row),
            );
            expect(lost).toEqual([]);
          }
          merge(our, path, { prefer });
          expect(rowsOf(our)).toEqual(after);
          closeAll();
        }),
        { numRuns: Number(process.env['RUNS'] ?? 2), endOnFailure: true },
      );
    },
    120_000,
  );
});
