import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ExportScope } from '../../../shared/contract/exports';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { gatherExport } from './gather-export';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

const text = 'Seven people died, the mayor said.';

it('takes of the codebook what a part of the notebook bears, with what that stands below', () => {
  const { articleId, revisionId } = notebook.capture(text);
  const above = notebook.run('createTag', { name: 'Casualties', parentId: null }).id;
  const dead = notebook.run('createTag', { name: 'Dead', parentId: above }).id;
  notebook.run('createTag', { name: 'Wounded', parentId: above });
  const on = { articleId, revisionId, parts: [rangeOf(text, 'Seven')] };
  notebook.run('annotate', { on, tags: [{ id: dead }] });
  const noteId = notebook.run('createNote', { title: 'Nothing of it' }).id;
  const tagsIn = (scope: ExportScope) => gatherExport(notebook.db, scope).tags.map(({ name }) => name);
  expect(tagsIn({ kind: 'article', id: articleId })).toEqual(['Casualties', 'Dead']);
  expect(tagsIn({ kind: 'note', id: noteId })).toEqual([]);
  expect(tagsIn({ kind: 'everything' })).toEqual(['Casualties', 'Dead', 'Wounded']);
  const { eventTypes, roles } = gatherExport(notebook.db, { kind: 'note', id: noteId });
  expect([...eventTypes, ...roles]).toEqual([]);
});
