import { expect, test } from 'vitest';
import { temporaryNotebook } from '../../core/temporary-notebook';

test('a place finds what is linked to the places in it', () => {
  const book = temporaryNotebook();
  const place = (name: string) => book.run('createEntity', { kind: 'place', actorKind: '', name }).id;
  const [country, region, old, town] = ['Ukraine', 'Sumy region', 'Sumy oblast', 'Sumy'].map(place) as [
    string,
    string,
    string,
    string,
  ];
  book.run('updateEntity', { id: town, parentId: old });
  book.run('updateEntity', { id: region, parentId: country });
  book.run('mergeEntities', { keepId: region, mergeId: old });
  book.run('createEvent', { title: 'Advance halted', typeId: null, date: null, placeId: town });
  const { articleId, revisionId } = book.capture('Fighting near Sumy.');
  book.run('annotate', {
    on: { articleId, revisionId, parts: [{ start: 14, end: 18 }] },
    entities: [{ id: town }],
  });
  const found = (query: string) =>
    book
      .ask('search', { query, offset: 0, limit: 10 })
      .hits.map(({ kind }) => kind)
      .filter((kind) => kind !== 'entity')
      .sort();
  for (const name of ['Sumy', '"Sumy region"', '"Sumy oblast"', 'Ukraine'])
    expect(found(`place:${name}`)).toEqual(['account', 'article', 'event', 'passage']);
  book.run('updateEntity', { id: region, parentId: null });
  expect(found('place:Ukraine')).toEqual([]);
  book.remove();
});
