import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

const place = (name: string): string =>
  notebook.run('createEntity', { kind: 'place', actorKind: '', name }).id;
const event = (title: string, placeId: string | null = null, typeId: string | null = null): string =>
  notebook.run('createEvent', { title, typeId, date: null, placeId }).id;
const map = (typeId: string | null = null, actorId: string | null = null) =>
  notebook.ask('listMapPlaces', { typeId, actorId });
const where = (id: string) => notebook.ask('getPlaceWhere', { id });
const inside = (id: string, parentId: string | null) => notebook.run('updateEntity', { id, parentId });

/** What stands on the map, in words. */
const drawn = () =>
  map().places.map(
    ({ name, precision, events }) =>
      `${name} ${precision}: ${events.map((event) => (map().contested.includes(event) ? '?' : '!')).join('')}`,
  );

function addPlaceAccount(eventId: string, placeId: string, precision: 'region' | '' = ''): string {
  const value = { kind: 'place' as const, placeId, precision };
  return notebook.run('addAccount', { eventId, fact: 'place', value, evidence: [] }).id;
}

test('places with their coordinates, and events at no place', () => {
  const kyiv = place('Kyiv');
  const point = { latitude: 50.45, longitude: 30.52, radiusKm: null, source: 'GeoNames 703448' };
  notebook.run('updateEntity', { id: kyiv, precision: 'settlement', point });
  const talks = event('Talks', kyiv);
  const statement = event('Statement');
  const { ids, places } = map();
  expect([...ids].sort()).toEqual([talks, statement].sort());
  expect(places).toEqual([
    {
      id: kyiv,
      name: 'Kyiv',
      path: [],
      precision: 'settlement',
      point: { latitude: 50.45, longitude: 30.52, radiusKm: null },
      events: [ids.indexOf(talks)],
    },
  ]);
  notebook.run('updateEntity', { id: kyiv, point: null });
  expect(map().places[0]?.point).toBeNull();
});

test('a contested place is at every place named, until one is preferred', () => {
  const [sumy, kharkiv] = [place('Sumy'), place('Kharkiv')];
  const strike = event('Strike', sumy);
  const other = addPlaceAccount(strike, kharkiv);
  expect(drawn().sort()).toEqual(['Kharkiv : ?', 'Sumy : ?']);
  notebook.run('preferAccount', { id: other, reason: 'The later report is on the spot.' });
  expect(drawn()).toEqual(['Kharkiv : !']);
});

test('an account that says less exactly where stands apart', () => {
  const sumy = place('Sumy');
  notebook.run('updateEntity', { id: sumy, precision: 'settlement' });
  event('In the town', sumy);
  addPlaceAccount(event('Somewhere around'), sumy, 'region');
  expect(drawn().sort()).toEqual(['Sumy region: !', 'Sumy settlement: !']);
});

test('a merged place is the one it was merged into', () => {
  const [kyiv, kiev] = [place('Kyiv'), place('Kiev')];
  event('Talks', kyiv);
  event('Shelling', kiev);
  notebook.run('mergeEntities', { keepId: kyiv, mergeId: kiev });
  expect(drawn()).toEqual(['Kyiv : !!']);
});

test('narrowed to a type or an actor', () => {
  const [type] = notebook.ask('listEventTypes', {});
  const kyiv = place('Kyiv');
  const attack = event('Attack', kyiv, type?.id ?? '');
  event('Talks', kyiv);
  const actorId = notebook.run('createEntity', { kind: 'actor', actorKind: '', name: 'Envoy' }).id;
  notebook.run('addParticipation', { eventId: attack, actorId, role: 'target', annotationId: null });
  expect(map(type?.id ?? '').titles).toEqual(['Attack']);
  expect(map(null, actorId).places[0]?.events).toHaveLength(1);
  expect(map(null, kyiv)).toMatchObject({ ids: [], places: [] });
});

test('places lie in places: the path from the widest, the parts, and never a ring', () => {
  const [ukraine, region, town] = [place('Ukraine'), place('Sumy region'), place('Sumy')];
  inside(town, region);
  inside(region, ukraine);
  expect(where(town).path.map(({ name }) => name)).toEqual(['Ukraine', 'Sumy region']);
  expect(where(region).parts.map(({ name }) => name)).toEqual(['Sumy']);
  expect(() => inside(ukraine, town)).toThrow('It cannot lie in itself');
  expect(() => inside(town, town)).toThrow('It cannot lie in itself');
  event('Strike', town);
  expect(map().places[0]?.path).toEqual(['Ukraine', 'Sumy region']);
  const other = place('Україна');
  notebook.run('mergeEntities', { keepId: other, mergeId: ukraine });
  expect(where(town).path.map(({ name }) => name)).toEqual(['Україна', 'Sumy region']);
  expect(where(other).parts.map(({ name }) => name)).toEqual(['Sumy region']);
});

test('what is taken from the gazetteer, coordinates and names, is one step of undo', () => {
  const id = place('Odesa');
  const point = { latitude: 46.48, longitude: 30.73, radiusKm: null, source: 'GeoNames 698740' };
  const moreNames = [
    { name: 'Одеса', kind: 'other script' as const },
    { name: 'Odessa', kind: 'former' as const },
    { name: 'odesa', kind: 'alias' as const },
  ];
  notebook.run('updateEntity', { id, point, precision: 'settlement', moreNames });
  const entity = () => notebook.ask('getEntity', { id });
  expect(entity().aliases.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'Одеса: other script',
    'Odessa: former',
  ]);
  notebook.run('undo', {});
  expect(entity()).toMatchObject({ point: null, precision: '', aliases: [] });
});
