import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialiseContent } from '../../../shared/document/content-html';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text =
  'Kharkiv and Sumy regions were hit on Friday, with at least 23 people injured. German and Dutch intelligence agencies said so. The mayor was not there.';
let notebook: TemporaryNotebook;
let articleId: string;
let first: string;
let current: { revisionId: string; text: string };
let annotationId: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  const captured = notebook.capture(text);
  articleId = captured.articleId;
  first = captured.revisionId;
  current = { revisionId: captured.revisionId, text };
});
afterEach(() => notebook.remove());

const at = (words: string) => rangeOf(current.text, words);
const parts = () => notebook.ask('getAnnotation', { id: annotationId }).parts;
const seen = () => parts().map(({ quote, state }) => `${quote.exact}: ${state}`);
const isWhole = () => expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);

function mark(...words: string[]): void {
  const on = { articleId, revisionId: current.revisionId, parts: words.map(at) };
  annotationId = notebook.run('annotate', { on }).annotationId;
}

function edit(from: string, to: string): void {
  const edited = current.text.replace(from, to);
  const { revisionId } = notebook.run('saveRevision', {
    articleId,
    baseRevisionId: current.revisionId,
    content: serialiseContent(textToBlocks(edited)),
    reason: '',
    anchors: [],
  });
  current = { revisionId, text: edited };
}

const setParts = (...words: string[]) =>
  notebook.run('setParts', { annotationId, revisionId: current.revisionId, parts: words.map(at) });
const removePart = (part: number) =>
  notebook.run('removePart', { annotationId, revisionId: current.revisionId, part });
const attach = (part: number, words: string) =>
  notebook.run('attachPart', { annotationId, revisionId: current.revisionId, part, range: at(words) });

const changedWords = 'with at least 23 people injured';
const nowWords = 'with at least 26 people injured';

describe('a part that nobody touched', () => {
  beforeEach(() => {
    mark('Kharkiv', changedWords, 'intelligence agencies', 'The mayor was not there');
    edit('23 people', '26 people');
    edit(' The mayor was not there.', '');
  });

  it('stays as it stands when others get new ends, are added or are taken off', () => {
    expect(seen()).toEqual([
      'Kharkiv: exact',
      `${changedWords}: changed`,
      'intelligence agencies: exact',
      'The mayor was not there: orphan',
    ]);
    setParts('Kharkiv and Sumy', nowWords, 'intelligence agencies');
    setParts('Kharkiv and Sumy', 'Friday', nowWords, 'intelligence agencies');
    setParts('Kharkiv and Sumy', 'Friday', nowWords);
    expect(seen()).toEqual([
      'Kharkiv and Sumy: exact',
      'Friday: exact',
      `${changedWords}: changed`,
      'The mayor was not there: orphan',
    ]);
    removePart(0);
    expect(seen()).toEqual(['Friday: exact', `${changedWords}: changed`, 'The mayor was not there: orphan']);
    isWhole();
    for (let step = 0; step < 4; step++) notebook.run('undo', {});
    expect(seen()[0]).toBe('Kharkiv: exact');
    isWhole();
    for (let step = 0; step < 4; step++) notebook.run('redo', {});
    expect(seen()[0]).toBe('Friday: exact');
    isWhole();
  });

  it('is described anew, its quote kept, only with words chosen for it', () => {
    setParts('Kharkiv', `on Friday, ${nowWords}`, 'intelligence agencies');
    expect(seen()[1]).toBe(`on Friday, ${nowWords}: exact`);
    expect(parts()[1]?.formerQuotes.map(({ quote }) => quote.exact)).toEqual([changedWords]);
    expect(parts().map(({ formerQuotes }) => formerQuotes.length)).toEqual([0, 1, 0, 0]);
  });

  it('takes its number from the order of the text', () => {
    attach(3, 'German');
    expect(seen()).toEqual([
      'Kharkiv: exact',
      `${changedWords}: changed`,
      'German: exact',
      'intelligence agencies: exact',
    ]);
    expect(parts()[2]?.formerQuotes.map(({ reason }) => reason)).toEqual(['re-attached']);
    const then = notebook.ask('listAnnotations', { articleId, revisionId: first })[0]?.parts;
    expect(then?.map(({ quote, state }) => `${quote.exact}: ${state}`)).toContain(
      'The mayor was not there: exact',
    );
    isWhole();
  });
});

describe('taking parts off', () => {
  it('leaves one, and earlier revisions as they were', () => {
    mark('Kharkiv', 'German', 'intelligence agencies');
    const before = current.revisionId;
    edit('on Friday', 'on Saturday');
    removePart(1);
    expect(seen()).toEqual(['Kharkiv: exact', 'intelligence agencies: exact']);
    removePart(0);
    expect(seen()).toEqual(['intelligence agencies: exact']);
    expect(() => removePart(0)).toThrow(expect.objectContaining({ code: 'bad-arguments' }));
    expect(() => removePart(1)).toThrow(expect.objectContaining({ code: 'not-found' }));
    const then = notebook.ask('listAnnotations', { articleId, revisionId: before })[0]?.parts;
    expect(then?.map(({ quote }) => quote.exact)).toEqual(['Kharkiv', 'German', 'intelligence agencies']);
    isWhole();
  });

  it('can leave only words that are gone: they are still there to be settled', () => {
    mark('Kharkiv', 'The mayor was not there');
    edit(' The mayor was not there.', '');
    removePart(0);
    expect(seen()).toEqual(['The mayor was not there: orphan']);
    expect(notebook.ask('getNotebook', {}).reviewCount).toBe(1);
    isWhole();
  });
});

describe('whatever is done', () => {
  const words = text.split(/[ .,]+/).filter((word) => word.length > 3);
  const someWords = fc.uniqueArray(fc.constantFrom(...new Set(words)), { minLength: 1, maxLength: 4 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), keep: fc.nat(15), words: someWords }),
    fc.record({ kind: fc.constant('remove' as const), part: fc.nat(3) }),
    fc.record({ kind: fc.constant('attach' as const), part: fc.nat(3), words: fc.constantFrom(...words) }),
    fc.record({
      kind: fc.constant('edit' as const),
      words: fc.constantFrom('23', 'Sumy', 'Dutch', ...words),
      to: fc.constantFrom('', '26'),
    }),
  );
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

  /** Positions of the parts that are kept, and of words that are still in the text, in order. */
  function chosen(keep: number, wanted: readonly string[]) {
    const kept = parts().filter(({ state }, index) => state !== 'orphan' && (keep >> index) % 2 === 1);
    const apart = (one: { start: number; end: number }) =>
      kept.every(({ start, end }) => one.end <= start || one.start >= end);
    const added = wanted
      .filter((one) => current.text.includes(one))
      .map(at)
      .filter(apart);
    return [...kept.map(({ start, end }) => ({ start, end })), ...added]
      .sort((one, other) => one.start - other.start)
      .filter((range, index, all) => index === 0 || range.start >= (all[index - 1]?.end ?? 0));
  }

  /** Does a step; answers which of the parts before it may not be touched. */
  function take(one: Step): readonly string[] {
    const { revisionId } = current;
    const before = parts();
    const seenOf = (indexes: (index: number) => boolean) => seen().filter((_, index) => indexes(index));
    if (one.kind === 'edit') {
      edit(one.words, one.to);
      return [];
    }
    if (one.kind === 'remove') {
      if (before.length < 2 || one.part >= before.length) return seen();
      const others = seenOf((index) => index !== one.part);
      removePart(one.part);
      return others;
    }
    const ranges = one.kind === 'set' ? chosen(one.keep, one.words) : chosen(0, [one.words]);
    const [range] = ranges;
    if (!range) return seen();
    const stays = before.map(
      ({ start, end, state }) =>
        state === 'orphan' || ranges.some((given) => given.start === start && given.end === end),
    );
    if (one.kind === 'set') {
      const others = seenOf((index) => stays[index] === true);
      notebook.run('setParts', { annotationId, revisionId, parts: ranges });
      return others;
    }
    const isTaken = before.some(
      ({ start, end, state }, index) =>
        index !== one.part && state !== 'orphan' && start < range.end && range.start < end,
    );
    if (one.part >= before.length || isTaken) return seen();
    const others = seenOf((index) => index !== one.part);
    notebook.run('attachPart', { annotationId, revisionId, part: one.part, range });
    return others;
  }

  it('parts that were not touched keep quote and state, and found ones are in the order of the text', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        mark('Kharkiv and Sumy regions', changedWords, 'German and Dutch intelligence agencies');
        for (const one of steps) {
          const kept = take(one);
          const now = seen();
          for (const part of kept) expect(now).toContain(part);
          const found = parts().filter(({ state }) => state !== 'orphan');
          if (one.kind !== 'edit') {
            expect(found.map(({ start }) => start)).toEqual(
              found.map(({ start }) => start).sort((a, b) => a - b),
            );
          }
        }
        isWhole();
        while (notebook.ask('getArticle', { id: articleId }).revisions.length > 1) notebook.run('undo', {});
        current = { revisionId: first, text };
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
