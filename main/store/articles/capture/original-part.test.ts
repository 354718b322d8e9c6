import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

it('gives the bytes of an original in stretches, and says how many there are', () => {
  const { articleId } = notebook.capture('Words of a file, ½ of them.');
  const part = (offset: number, length: number) => {
    const { base64, byteLength } = notebook.ask('getOriginalPart', { articleId, offset, length });
    expect(byteLength).toBe(28);
    return Buffer.from(base64, 'base64').toString('latin1');
  };
  expect(part(0, 5)).toBe('Words');
  expect(part(17, 4)).toBe('Â½ o');
  expect(part(22, 500)).toBe(' them.');
  expect(part(28, 5)).toBe('');
});

it('has none of an article of one’s own', () => {
  const { id: articleId } = notebook.run('createArticle', { title: 'Mine' });
  const ask = () => notebook.ask('getOriginalPart', { articleId, offset: 0, length: 1 });
  expect(ask).toThrow(expect.objectContaining({ code: 'not-found' }));
});
