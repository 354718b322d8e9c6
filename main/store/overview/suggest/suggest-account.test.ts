import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codePointLength } from '../../../../shared/text/offsets';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';

const text = `The ferry war

The Velmar Republic claims to have taken the whole of Gull Island. Ordan officials reported damage to a pier, with at least 23 people injured.

Dmitri Solle is expected to appeal to the council. Talks between Velmar and Ordan go on. Both sides confirmed a swap agreed in Ostrel last month. 🕊

Россия утверждает, что остров взят.`;

let book: TemporaryNotebook;
let place: { articleId: string; revisionId: string };
/** As it is kept: a line a paragraph. */
let kept: string;
beforeEach(() => {
  book = temporaryNotebook();
  const metadata = { title: 'The ferry war', authors: [], publisher: '', url: '', language: '', fields: {} };
  const published = { edtf: '2025-07-05', words: '', earliest: '2025-07-05', latest: '2025-07-05' };
  place = book.capture(text, { metadata: { ...metadata, published } });
  kept = book.ask('getRevision', { id: place.revisionId }).text;
});
afterEach(() => book.remove());

const make = (kind: 'actor' | 'place', name: string, aliases: readonly string[] = []) => {
  const { id } = book.run('createEntity', { kind, actorKind: '', name });
  for (const alias of aliases) book.run('addAlias', { entityId: id, name: alias });
  return id;
};
const ask = (words: string) => book.ask('suggestAccount', { ...place, range: rangeOf(kept, words) });
const words = ({ start, end }: { start: number; end: number }) => [...kept].slice(start, end).join('');

describe('suggestions', () => {
  it('know actors by their other names, and give places and cues as offsets of the article', () => {
    const velmar = make('actor', 'Velmar Republic', ['Velmar']);
    const island = make('place', 'Gull Island');
    const { claimant, mode, cue, facts, place: where, title } = ask('taken the whole of Gull Island');
    expect(claimant).toEqual({ kind: 'actors', actors: [{ id: velmar, name: 'Velmar Republic' }] });
    expect([mode, cue && words(cue), title]).toEqual(['claims', 'claims', 'taken the whole of Gull Island']);
    expect(facts.map(({ fact }) => fact)).toEqual(['happened', 'place']);
    expect(where).toMatchObject({ id: island, name: 'Gull Island' });
  });

  it('name both sides of the sentence before, and count last month from the publication', () => {
    const ids = [make('actor', 'Velmar Republic', ['Velmar']), make('actor', 'Ordan Union', ['Ordan'])];
    const { claimant, mode, date } = ask('a swap');
    expect(claimant).toMatchObject({ kind: 'actors', actors: ids.map((id) => ({ id })) });
    expect(mode).toBe('confirms');
    expect(date?.date).toMatchObject({ edtf: '2025-06', referenceArticleId: place.articleId });
    expect(date && words(date.range)).toBe('last month');
  });

  it('know a person by the last word of the name, and a name in another case', () => {
    const solle = make('actor', 'Dmitri Solle');
    make('actor', 'Росія', ['Россия']);
    expect(ask('остров взят').claimant).toMatchObject({ actors: [{ name: 'Росія' }] });
    expect(ask('appeal to the council').facts[0]).toMatchObject({ fact: 'happened' });
    expect(ask('Dmitri Solle').facts[0]).toMatchObject({ fact: 'participant', value: { entityId: solle } });
  });

  it('take words that were linked for the name of those they are linked to', () => {
    const [velmar, port] = [make('actor', 'State of Velmar'), make('actor', 'Port authority')];
    const link = (said: string, ids: readonly string[]) =>
      book.run('annotate', {
        on: { ...place, parts: [rangeOf(kept, said)] },
        entities: ids.map((id) => ({ id })),
      });
    link('The Velmar Republic', [velmar]);
    link('Ordan officials', [port, velmar]);
    expect(ask('taken the whole').claimant).toEqual({
      kind: 'actors',
      actors: [{ id: velmar, name: 'State of Velmar' }],
    });
    const { claimant } = ask('at least 23 people injured');
    expect(claimant).toMatchObject({ actors: [{ name: 'State of Velmar' }, { name: 'Port authority' }] });
    expect(ask('Ordan officials').facts[0]).toMatchObject({ fact: 'participant', key: 'initiator' });
    // So is a spokesperson who was linked to a name of their own, and not the body that is spoken for.
    const spokesperson = make('actor', 'Spokesperson of the port');
    const spoken = 'The port, with a spokesperson stating that the berths are shut.';
    const told = book.capture(spoken);
    const on = { ...told, parts: [rangeOf(spoken, 'a spokesperson')] };
    book.run('annotate', { on, entities: [{ id: spokesperson }] });
    const asked = { ...told, range: rangeOf(spoken, 'the berths are shut') };
    expect(book.ask('suggestAccount', asked).claimant).toMatchObject({ actors: [{ id: spokesperson }] });
    // A longer passage is about someone, and names nobody.
    link('Talks between Velmar and Ordan go on. Both sides confirmed a swap', [port]);
    expect(ask('Talks').facts.map(({ fact }) => fact)).toEqual(['happened']);
  });

  it('are of what there is after a merge', () => {
    const keep = make('actor', 'The Velmar state');
    const gone = make('actor', 'Velmar Republic');
    book.run('mergeEntities', { keepId: keep, mergeId: gone });
    expect(ask('taken the whole').claimant).toMatchObject({
      actors: [{ id: keep, name: 'The Velmar state' }],
    });
  });

  it('offer the event whose evidence is in the same sentence, and none where nothing speaks for one', () => {
    expect(ask('at least 23 people injured').events).toEqual([]);
    const on = { ...place, parts: [rangeOf(kept, 'damage to a pier')] };
    const event = { title: 'Raid on the pier', typeId: null, date: null, placeId: null };
    const { eventIds } = book.run('annotate', { on, events: [event] });
    expect(ask('at least 23 people injured').events).toEqual([
      { id: eventIds[0], title: 'Raid on the pier', date: '', isLikely: true },
    ]);
    expect(ask('the whole of Gull Island').events[0]).toMatchObject({ isLikely: false });
    expect(ask('a swap').events[0]).toMatchObject({ isLikely: false });
  });

  it('offer an event of another article by the words of its title', () => {
    const unsaid = { typeId: null, date: null, placeId: null };
    book.run('createEvent', { ...unsaid, title: 'The island burned' });
    const { id } = book.run('createEvent', { ...unsaid, title: 'Taking of Gull Island' });
    expect(ask('taken the whole of Gull Island').events).toEqual([
      { id, title: 'Taking of Gull Island', date: '', isLikely: false },
    ]);
    book.run('updateEvent', { ...unsaid, id, title: 'Whole of Gull Island taken' });
    expect(ask('taken the whole of Gull Island').events[0]).toMatchObject({ id, isLikely: true });
  });
});

describe('what is accepted', () => {
  it('is one step: passage, cue, accounts with words of their own, and who had to be made', () => {
    const { cue } = ask('at least 23 people injured');
    const point = { latitude: 46.48, longitude: 30.73, radiusKm: null, source: 'GeoNames 698740, CC BY 4.0' };
    const { eventId } = book.run('recordAccount', {
      on: { ...place, parts: [rangeOf(kept, 'at least 23 people injured')] },
      event: { title: 'Raid', typeId: null, date: null, placeId: null },
      account: {
        fact: 'count',
        key: 'injured',
        value: { kind: 'number', comparison: '≥', low: 23, high: null },
        claimant: { kind: 'actors', actorIds: ['new:1'] },
        mode: 'reports',
      },
      cue,
      making: [
        { id: 'new:1', kind: 'actor', actorKind: '', name: 'Ordan officials' },
        {
          id: 'new:2',
          kind: 'place',
          actorKind: '',
          name: 'The pier',
          where: { point, precision: 'settlement' },
        },
      ],
      also: [
        {
          account: { fact: 'place', value: { kind: 'place', placeId: 'new:2', precision: '' } },
          words: rangeOf(kept, 'a pier'),
        },
      ],
    });
    const accounts = book.ask('listAccounts', { eventId });
    expect(
      accounts.map(({ fact, claimant, evidence, cues }) => [
        fact,
        claimant,
        evidence.map(({ quote }) => quote.exact),
        cues.map(({ quote }) => quote.exact),
      ]),
    ).toEqual([
      [
        'count',
        { kind: 'actors', actors: [expect.objectContaining({ name: 'Ordan officials' })] },
        ['at least 23 people injured'],
        ['reported'],
      ],
      ['place', { kind: 'none' }, ['a pier'], []],
    ]);
    const [pier] = book.ask('findEntities', { text: 'pier', kinds: ['place'], limit: 1 });
    expect(book.ask('getEntity', { id: pier?.id ?? '' })).toMatchObject({ point, precision: 'settlement' });
    book.run('undo', {});
    expect(book.ask('findEvents', { text: '', limit: 10 })).toEqual([]);
    expect(book.ask('findEntities', { text: '', kinds: [], limit: 10 })).toEqual([]);
    expect(book.ask('listAnnotations', place)).toEqual([]);
  });
});

it('reads what is around the words, not the whole of a long article', () => {
  const paragraphs = text.split('\n\n').slice(1);
  const long = Array.from({ length: 700 }, () => paragraphs)
    .flat()
    .join('\n\n');
  const there = book.capture(long);
  const whole = book.ask('getRevision', { id: there.revisionId }).text;
  const start = codePointLength(whole.slice(0, whole.lastIndexOf('at least 23')));
  const range = { start, end: start + 'at least 23 people injured'.length };
  expect(book.ask('suggestAccount', { ...there, range }).facts[0]).toMatchObject({ key: 'injured' });
});
