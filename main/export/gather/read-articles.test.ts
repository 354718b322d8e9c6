import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import { readArticles } from './read-articles';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

it.each([
  ['https://news.example/a/b?c=/d', 'https://news.example/a/b?c=/d'],
  ['/home/someone/Secret source/letter.pdf', 'letter.pdf'],
  ['C:\\Users\\Someone\\letter.pdf', 'letter.pdf'],
  ['file:///home/someone/letter.pdf', 'letter.pdf'],
  ['/home/someone/project.qdpx/sources/letter.txt', 'letter.txt'],
])('tells of a capture from %s no folder of the computer', (source, said) => {
  const { articleId } = notebook.capture('Words.', {
    original: {
      source,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      encodingOrigin: 'declared',
      capturedAt: '2026-01-02T03:04:05.000Z',
      sha256: '0'.repeat(64),
      byteLength: 6,
    },
  });
  expect(readArticles(notebook.db, [articleId])[0]?.originals.map((each) => each.source)).toEqual([said]);
});
