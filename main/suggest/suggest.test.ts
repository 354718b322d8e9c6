import { describe, expect, test } from 'vitest';
import { valueWords } from '../../shared/accounts/account-words';
import { describeEdtf } from '../../shared/dates/describe-edtf';
import type { KnownName } from './name-speaker';
import { suggest } from './suggest';

const names: readonly (readonly [string, KnownName['kind']])[] = [
  ['Russia', 'actor'],
  ['Luhansk', 'place'],
  ['Sumy', 'place'],
  ['President Trump', 'actor'],
  ['Zelenskyy', 'actor'],
  ['Istanbul', 'place'],
];

function suggestFor(marked: string, published: string | null = '2025-07-05') {
  const start = marked.indexOf('[');
  const text = marked.replace(/[[\]]/g, '');
  const known = names
    .flatMap(([name, kind]) =>
      Array.from(text.matchAll(new RegExp(name, 'g')), ({ index }) => ({
        start: index,
        end: index + name.length,
        entityId: name,
        name,
        kind,
        isPerson: false,
      })),
    )
    .sort((a, b) => a.start - b.start);
  const selection = { start, end: marked.indexOf(']') - 1 };
  return suggest({ text, selection, language: 'en', articleId: 'article', published, names: known });
}

const facts = (marked: string) =>
  suggestFor(marked).facts.map(({ fact, key, value }) =>
    [fact, key, valueWords(value)].filter(Boolean).join(' '),
  );

describe('facts that words give', () => {
  test.each([
    ['with [at least 23 people injured].', 'count injured at least 23'],
    ['[at least 23 people] were injured', 'count injured at least 23'],
    ['involving [a combined 550 drones and missiles].', 'count drones and missiles 550'],
    ['amassing of [over 50,000 Russian troops near Sumy]', 'count Russian troops more than 50,000'],
    ['[between 20 and 30 houses] burned', 'count houses burned 20 to 30'],
    ['[killing 12 civilians]', 'count killed 12'],
    ['[five civilians died]', 'count killed 5'],
    ['to have [fully captured the Luhansk region] in the east', 'happened It happened'],
    ['[Luhansk]', 'place Luhansk'],
    ['On [July 4th], the capital burned', 'date 4 July 2025'],
    ['It began late on [July 3rd], they said', 'date 3 July 2025'],
    ['the [President Trump] himself', 'participant initiator President Trump'],
    ['[Zelenskyy met President Trump in a hall of the old town]', 'happened It happened'],
  ])('%s', (marked, first) => expect(facts(marked)[0]).toBe(first));

  test('who is named beside the event is a participant', () => {
    expect(facts('[Zelenskyy met President Trump in Istanbul on July 4th, with 12 guests]')).toEqual([
      'happened It happened',
      'count guests 12',
      'date 4 July 2025',
      'participant initiator Zelenskyy',
      'participant target President Trump',
      'place Istanbul',
    ]);
  });

  test('the one who only says so is none', () => {
    expect(facts('Russia claims to have [fully captured the Luhansk region]').join()).not.toContain('Russia');
  });
});

describe('the date', () => {
  test('counts from the publication where the words do', () => {
    const { date } = suggestFor('Both sides confirmed [a recent swap] agreed in Istanbul last month.');
    expect(describeEdtf(date?.date.edtf ?? '')).toBe('June 2025');
    expect(date?.date).toMatchObject({ words: 'last month', referenceArticleId: 'article' });
  });
  test('is not that of something told behind a comma', () => {
    expect(suggestFor('They saw [troops near Sumy], a town that was hit in April.').date).toBeNull();
  });
  test('nor is the place', () => {
    expect(suggestFor('While gunners [halted the advance], there were gains near Sumy.').place).toBeNull();
    expect(suggestFor('They [halted the advance near the town] of Sumy.').place?.name).toBe('Sumy');
  });
  test('stays partial while that is not known', () => {
    const { date } = suggestFor('On July 3rd, [they spoke].', null);
    expect(date?.date.edtf).toBe('XXXX-07-03');
  });
});
