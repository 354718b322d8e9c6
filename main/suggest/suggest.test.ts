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
    ['[One person was killed] there.', 'count killed 1'],
    ['[At least one civilian was injured].', 'count injured at least 1'],
    ['The strike [killed one] and wounded three.', 'count killed 1'],
    ['The strike killed one and [wounded three].', 'count injured 3'],
    ['[One of the ministries] was closed, and no one was killed.', 'happened It happened'],
    ['[five civilians died]', 'count killed 5'],
    ['[Seven people were killed] and at least twenty-three injured.', 'count killed 7'],
    ['Seven people were killed and [at least twenty-three injured].', 'count injured at least 23'],
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

describe('who takes a stand on what is told', () => {
  test('speaks, and does not say that it happened', () => {
    const marked = 'Zelenskyy condemned [the attack on the old town] as cynical.';
    expect(facts(marked)).toEqual(['participant speaker Zelenskyy']);
    expect(suggestFor(marked).statement).toMatchObject({ claimant: { kind: 'narrator' }, cue: null });
  });
  test('while the speech itself is told by the article', () => {
    const marked = 'President Trump has since [expressed disappointment over the truce] near Sumy.';
    expect(facts(marked)).toEqual(['participant speaker President Trump', 'happened It happened']);
    expect(suggestFor(marked).statement).toMatchObject({ mode: 'states', claimant: { kind: 'narrator' } });
  });
  test('keeps how the speech is told', () => {
    const { statement } = suggestFor('Zelenskyy reportedly [called for a truce].');
    expect(statement).toMatchObject({ mode: 'reports', claimant: { kind: 'narrator' } });
  });
  test.each([
    ['Maria Petrenko welcomed [the exchange].', 'participant speaker Maria Petrenko'],
    ['Zelenskyy urged calm after [at least 23 people were injured].', 'count injured at least 23'],
    ['Zelenskyy condemned [President Trump] for it.', 'participant target President Trump'],
    ['Zelenskyy warned that [the town had burned].', 'happened It happened'],
    ['Zelenskyy said [the town had burned], and condemned it.', 'happened It happened'],
    ['Officials condemned [the attack].', 'happened It happened'],
  ])('%s', (marked, first) => expect(facts(marked)[0]).toBe(first));
});

describe('the role of who is named', () => {
  test.each([
    ['[Zelenskyy] said the town had burned.', 'speaker'],
    ['[Zelenskyy], the president, has vehemently called for pressure.', 'speaker'],
    ['It was late, as conveyed by [Zelenskyy] to the envoys.', 'speaker'],
    ['Macron spoke with [President Trump] at noon.', 'addressee'],
    ['A conversation with Russian President [Zelenskyy] took place.', 'addressee'],
    ['He is expected to appeal directly to [President Trump].', 'addressee'],
    ['They told [President Trump] of it.', 'addressee'],
    ['[Zelenskyy] was badly injured in the blast.', 'victim'],
    ['A blast that killed [Zelenskyy] was heard.', 'victim'],
    ['A swap brokered by [Russia] took place.', 'mediator'],
    ['A [Russia]-brokered truce held.', 'mediator'],
    ['The town was struck by [Russia] at night.', 'initiator'],
    ['[Russia] was struck at night.', 'target'],
    ['[Russia] claims to have taken the town.', 'initiator'],
    ['[Russia] has ramped up its offensive.', 'initiator'],
  ])('%s', (marked, role) => expect(facts(marked)[0]).toMatch(`participant ${role} `));

  test.each([
    ['de', 'Selenskyj', 'Am Abend telefonierte Macron mit [Selenskyj].', 'addressee'],
    ['de', 'Selenskyj', '[Selenskyj] wurde bei dem Angriff schwer verletzt.', 'victim'],
    ['de', 'Selenskyj', '[Selenskyj] verurteilte den Angriff.', 'speaker'],
    ['fr', 'Macron', '[Macron] a condamné cette attaque.', 'speaker'],
    ['fr', 'Macron', 'Il s’est entretenu avec [Macron] dans la nuit.', 'addressee'],
    ['ru', 'Зеленский', '[Зеленский] осудил атаку.', 'speaker'],
    ['ru', 'Зеленским', 'Прошёл разговор с [Зеленским].', 'addressee'],
    ['uk', 'Зеленський', '[Зеленський] засудив атаку.', 'speaker'],
    ['uk', 'Зеленський', '[Зеленський] загинув під час атаки.', 'victim'],
  ])('%s %s %s', (language, name, marked, role) => {
    const start = marked.indexOf('[');
    const selection = { start, end: start + name.length };
    const known = { ...selection, entityId: 'id', name, kind: 'actor' as const, isPerson: true };
    const text = marked.replace(/[[\]]/g, '');
    const given = { text, selection, language, articleId: 'a', published: null, names: [known] };
    expect(suggest(given).facts[0]).toMatchObject({ fact: 'participant', key: role });
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
  test.each([
    'The ministry said on July 3rd that [the port was shut].',
    'The ministry claimed on Friday to have [taken the port].',
    'The ministry reported late on July 3rd: “[The port is shut]”.',
    'On Saturday the governor denied that Russia had [captured the whole of Luhansk].',
    'The governor denied on Saturday that Russia had [captured the whole of Luhansk].',
  ])('is not the day of saying: %s', (marked) => expect(suggestFor(marked).date).toBeNull());
  test.each([
    ['The ministry said that on July 3rd [the port was shut].', '3 July 2025'],
    ['Reportedly on July 3rd [the port was shut].', '3 July 2025, uncertain'],
    ['He denied that Russia had [captured it on July 3rd].', '3 July 2025'],
  ])('is that of what is told: %s', (marked, expected) =>
    expect(describeEdtf(suggestFor(marked).date?.date.edtf ?? '')).toBe(expected),
  );
  test('nor is the place', () => {
    expect(suggestFor('While gunners [halted the advance], there were gains near Sumy.').place).toBeNull();
    expect(suggestFor('They [halted the advance near the town] of Sumy.').place?.name).toBe('Sumy');
  });
  test('stays partial while that is not known', () => {
    const { date } = suggestFor('On July 3rd, [they spoke].', null);
    expect(date?.date.edtf).toBe('XXXX-07-03');
  });
});
