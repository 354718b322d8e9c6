import { describe, expect, it } from 'vitest';
import type { ImportItem, ImportOutcome } from '../../../shared/contract/program/intake';
import { importedWords } from '../../intake/imported-words';
import { anyReason, filterItems, placesOf, reasonsOf, reportTable, reportText } from './report-rows';

const item = (outcome: ImportOutcome, source: string, message = '', title = ''): ImportItem => ({
  outcome,
  source,
  title,
  message,
  articleId: outcome === 'refused' ? null : 'a',
});
const items = [
  item('imported', '/in/Bridge.pdf', '', 'The bridge'),
  item('refused', '/in/a.pdf', 'The file is too large: 65 MB, and at most 64 MB can be imported.'),
  item('refused', '/in/b.pdf', 'The file is too large: 1,065 MB, and at most 64 MB can be imported.'),
  item('refused', '/in/c.pdf', 'There are no words in it.'),
];
const all = { outcome: 'all', reason: anyReason, words: '' } as const;

describe('the report of an import', () => {
  it('counts reasons whatever their numbers, the most frequent first', () => {
    const reasons = reasonsOf(items);
    expect(reasons.map(({ label }) => label)).toEqual([
      'The file is too large: … MB, and at most … MB can be imported. (2)',
      'There are no words in it. (1)',
    ]);
    const [large] = reasons;
    expect(filterItems(items, { ...all, reason: large?.value ?? '' })).toEqual(items.slice(1, 3));
  });

  it('filters by outcome and by words of the name, title or reason', () => {
    expect(filterItems(items, all)).toEqual(items);
    expect(filterItems(items, { ...all, outcome: 'imported' })).toEqual(items.slice(0, 1));
    expect(filterItems(items, { ...all, words: 'BRIDGE' })).toEqual(items.slice(0, 1));
    expect(filterItems(items, { ...all, words: 'no words' })).toEqual(items.slice(3));
  });

  it('tells files of one name apart by their folders', () => {
    const sources = ['/in/one/page.html', '/in/two/deep/page.html', '/in/page.html', 'clipboard:'];
    const placeOf = placesOf(sources.map((source) => item('imported', source)));
    expect(sources.map(placeOf)).toEqual(['one', 'two/deep', '', '']);
    const other = ['C:\\in\\a.pdf', 'D:\\a.pdf', '/a.pdf'];
    expect(other.map(placesOf(other.map((source) => item('imported', source))))).toEqual([
      'C:\\in',
      'D:',
      '',
    ]);
    expect(
      filterItems(
        sources.map((source) => item('imported', source)),
        { ...all, words: 'deep' },
      ),
    ).toHaveLength(1);
  });

  it('is copied a line a row, and kept as a table', () => {
    expect(reportText(items.slice(0, 1))).toBe('imported – /in/Bridge.pdf – The bridge');
    expect(reportTable(items.slice(3)).rows).toEqual([
      ['not imported', '/in/c.pdf', '', 'There are no words in it.'],
    ]);
  });

  it('is said in a few words', () => {
    const extras = { passages: 3, changed: 0, filled: 0, tags: 1, notes: 0, entities: 0, events: 0 };
    expect(importedWords({ items, extras, cancelled: false })).toBe(
      '1 article imported, 3 passages, 1 tag, 3 not imported',
    );
    const none = { passages: 0, changed: 0, filled: 0, tags: 0, notes: 0, entities: 0, events: 0 };
    expect(importedWords({ items: [...items, item('known', '/a')], extras: none, cancelled: false })).toMatch(
      /, 1 there already, 3 not imported$/,
    );
    expect(importedWords({ items: [], extras: none, cancelled: true })).toBe('Stopped: 0 articles imported');
    expect(importedWords({ items: [item('known', '/a')], extras: none, cancelled: false })).toBe(
      'Nothing new',
    );
  });
});
