import { expect, it } from 'vitest';
import { rangeOf, temporaryNotebook } from '../../core/temporary-notebook';
import { passageRows } from './passage-rows';

const chrome = 'Subscribe now.';
const sentence = 'The 😀 harbour was shelled before dawn.';
const filler = (mark: string) => `${mark} 😀 lorem ipsum dolor sit amet. `.repeat(60).trim();
const text = `${filler('One')}\n${chrome} ${sentence}\n${filler('Two')}`;

it('reads what is around a passage as it stands in the whole text', () => {
  const { db, capture, run, ask, remove } = temporaryNotebook();
  const on = capture(text);
  run('setExclusion', { articleId: on.articleId, range: rangeOf(text, chrome), state: 'excluded' });
  const { annotationId } = run('annotate', { on: { ...on, parts: [rangeOf(text, 'harbour')] } });
  const around = passageRows(db, [annotationId, 'gone']).get(annotationId)?.parts[0]?.around;
  expect(around?.text.slice(around.start, around.end)).toBe('harbour');
  expect(around?.text).toContain(sentence);
  expect(around?.text).not.toContain(chrome);
  expect(Array.from(around?.text ?? '').length).toBeLessThan(900);
  const [hit] = ask('search', { query: 'kind:passage harbour', offset: 0, limit: 10 }).hits;
  expect(hit?.snippet).toBe(sentence);
  expect(hit?.matches).toEqual([rangeOf(sentence, 'harbour')]);
  remove();
});
