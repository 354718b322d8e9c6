import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/anchoring/testing/edit-model';
import { captureOf, textOfGlyphs } from './captures/capture-text';
import { kindNames, laterCapture } from './captures/later-capture';
import { randomPassages } from './captures/random-passages';
import { type Answer, judge, sceneOf } from './captures/verdict';
import { corpusArticles, hasCorpora } from './corpus-articles';
import { measureReAnchoring, tableOf, totalOf } from './re-anchoring';

const seed = Number(process.env['CASEBOOK_SEED'] ?? 1);

describe(`re-anchoring in later captures (seed ${seed})`, () => {
  const all = corpusArticles();
  const articles = hasCorpora ? all.filter((_, index) => index % 28 === seed % 28) : all;
  const where = hasCorpora
    ? 'articles of the corpora'
    : "the project's own prose (../shared/corpora is absent)";

  it(`is right, and never silently wrong, on ${where}`, { timeout: 120_000 }, () => {
    const { followed, resolved } = measureReAnchoring(articles, { seed, passagesPerArticle: 10 });
    console.log([`seed ${seed}, ${where}`, ...tableOf(followed), ...tableOf(resolved)].join('\n'));
    const silent = [...followed.faults, ...resolved.faults].filter(({ verdict }) => verdict === 'silent');
    expect(silent.map(({ kind, words }) => `${kind}: ${words}`).join('\n\n')).toBe('');
    const total = totalOf(followed);
    expect(total.all).toBeGreaterThan(1000);
    // The bench holds 99 % over all articles; of a handful, one may be a list of lines that are much alike.
    expect(total.right / total.all).toBeGreaterThan(0.98);
  });
});

describe('later captures', () => {
  const text = corpusArticles()[0]?.text ?? '';

  it('are the article where nothing was changed', () => {
    expect(textOfGlyphs(captureOf(text).glyphs)).toBe(text);
  });

  it('are the same for the same seed, and are changed by every kind', () => {
    const passages = randomPassages(text, 5, createRandom(1)).flat();
    // This text has no dashes and no letters with marks; every other kind of change is visible in it.
    for (const kind of kindNames.filter((name) => name !== 'dashes' && name !== 'Unicode form')) {
      const make = (from: number): string =>
        textOfGlyphs(laterCapture(text, kind, createRandom(from), passages).glyphs);
      expect(make(7)).toBe(make(7));
      expect(
        [1, 2, 3, 4, 5, 6, 7, 8].some((from) => make(from) !== text),
        kind,
      ).toBe(true);
    }
  });
});

describe('the verdict', () => {
  const text = 'The mayor spoke of the northern pier. The harbour was silent.';
  const scene = (now: (glyphs: ReturnType<typeof captureOf>['glyphs']) => typeof glyphs) => {
    const first = captureOf(text);
    return sceneOf({ ...first, glyphs: now(first.glyphs) });
  };
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const verdict = (of: ReturnType<typeof scene>, words: string, answer: Answer) =>
    judge(of, at(words), answer, 'texts');

  it('takes the words in their place for right, elsewhere for silently wrong', () => {
    const same = scene((glyphs) => glyphs);
    expect(verdict(same, 'pier', { state: 'exact', ...at('pier') })).toBe('right');
    expect(verdict(same, 'pier', { state: 'exact', ...at('mayor') })).toBe('silent');
    expect(verdict(same, 'The', { state: 'moved', start: 38, end: 41 })).toBe('silent');
    expect(verdict(same, 'pier', { state: 'changed', ...at('pier') })).toBe('off');
    expect(verdict(same, 'pier', { state: 'orphan', ...at('pier') })).toBe('off');
  });

  it('wants an orphan, or what is left as changed, where words are gone', () => {
    const cut = scene((glyphs) => [...glyphs.slice(0, 19), ...glyphs.slice(32)]);
    expect(textOfGlyphs(cut.glyphs)).toBe('The mayor spoke of pier. The harbour was silent.');
    expect(verdict(cut, 'northern', { state: 'orphan', start: 0, end: 0 })).toBe('right');
    expect(verdict(cut, 'northern', { state: 'exact', start: 19, end: 23 })).toBe('silent');
    expect(verdict(cut, 'northern', { state: 'changed', start: 25, end: 36 })).toBe('off');
    expect(verdict(cut, 'northern pier. The harbour', { state: 'changed', start: 19, end: 36 })).toBe(
      'right',
    );
    expect(verdict(cut, 'northern pier. The harbour', { state: 'orphan', start: 0, end: 0 })).toBe('off');
    expect(verdict(cut, 'northern pier. The harbour', { state: 'exact', start: 19, end: 36 })).toBe('silent');
  });
});
