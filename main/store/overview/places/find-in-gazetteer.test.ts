import { expect, test } from 'vitest';
import { pluck } from '../../core/sql';
import { plansOf } from '../../entities/query-plans';
import { findInGazetteer } from './find-in-gazetteer';
import { openGazetteer } from './open-gazetteer';

// On the gazetteer that ships, which `npm run test:unit` makes before it begins.

const find = (text: string, limit = 10) => findInGazetteer(openGazetteer(), { text, limit });

test('what is typed is found by the index, its first letter by a list of its own', () => {
  const plans = plansOf(openGazetteer(), () => ['s', 'sa'].map((text) => find(text, 20))).flat();
  expect(plans.filter((step) => step.startsWith('SCAN') && !step.includes('wanted'))).toEqual([]);
  expect(plans.filter((step) => step.startsWith('SEARCH')).map((step) => step.split(' ')[1])).toEqual([
    'name',
    'start',
    'place',
    'name',
  ]);
  for (const text of ['s', 'sa', 'к', '北']) expect(find(text, 20)).toHaveLength(20);
});

test.each(['s', 'л', '北'])('the places under “%s” are the largest that begin so', (letter) => {
  const all = `SELECT DISTINCT place.geoname_id FROM name JOIN place USING (rank)
    WHERE folded >= ? AND folded < ? ORDER BY rank LIMIT 40`;
  const largest = pluck(openGazetteer(), all, [letter, `${letter}\u{10ffff}`]);
  const found = find(letter, 60).map(({ geonameId }) => geonameId);
  expect(found).toEqual(expect.arrayContaining(largest));
});

test.each([
  ['Kyiv', 'Kyiv', 703448],
  ['Київ', 'Kyiv', 703448],
  ['Kiev', 'Kyiv', 703448],
  ['Киев', 'Kyiv', 703448],
  ['KIIV', 'Kyiv', 703448],
  ['Łódź', 'Łódź', 3093133],
  ['lodz', 'Łódź', 3093133],
  ['北京', 'Beijing', 1816670],
  ['القاهرة', 'Cairo', 360630],
  ['Αθήνα', 'Athens', 264371],
  ['München', 'Munich', 2867714],
])('%s is %s', (text, name, geonameId) => {
  expect(find(text)[0]).toMatchObject({ name, geonameId });
});

test('a name that many places share lists them by population, each with what tells it apart', () => {
  const springfields = find('Springfield', 20).filter(({ name }) => name === 'Springfield');
  expect(springfields.length).toBeGreaterThan(10);
  const populations = springfields.map(({ population }) => population);
  expect(populations).toEqual([...populations].sort((a, b) => b - a));
  expect(springfields[0]).toMatchObject({ country: 'United States', seat: 'Jefferson City' });
});

test('the very name goes before larger places whose name begins with it', () => {
  const names = find('Sumy').map(({ name }) => name);
  expect(names[0]).toBe('Sumy');
  const found = find('York', 50);
  const [exact, longer] = [
    found.findIndex(({ name }) => name === 'York'),
    found.findIndex(({ name }) => name === 'Yorkton'),
  ];
  expect(exact).toBe(0);
  expect(longer).toBeGreaterThan(exact);
});

test('the name that was looked for stands first among the others; none repeats the main one', () => {
  expect(find('Киев')[0]?.otherNames[0]).toBe('Киев');
  expect(find('Kiev')[0]?.otherNames[0]).toBe('Kiev');
  expect(find('Kyiv')[0]?.otherNames).not.toContain('Kyiv');
  expect(find('kheiyf')[0]).toMatchObject({ name: 'Kyiv' });
  expect(find('Kyiv')[0]?.otherNames).not.toContain('kheiyf');
  expect(find('Kyiv')[0]?.otherNames).toEqual(expect.arrayContaining(['Київ', 'Киев', '基輔', 'Kiev']));
});

test('coordinates are degrees where the place is', () => {
  const [place] = find('Luhansk');
  expect(place?.latitude).toBeCloseTo(48.57, 1);
  expect(place?.longitude).toBeCloseTo(39.31, 1);
  expect(place?.country).toBe('Ukraine');
});

test('what is no name finds nothing', () => {
  expect(find('')).toEqual([]);
  expect(find(' …')).toEqual([]);
  expect(find('Xyzzyqwrt')).toEqual([]);
  expect(find("'; DROP TABLE place; --")).toEqual([]);
});
