import { expect, test } from 'vitest';
import { findInGazetteer } from './find-in-gazetteer';
import { openGazetteer } from './open-gazetteer';

// On the gazetteer that ships, which `npm run test:unit` makes before it begins.

const find = (text: string, limit = 10) => findInGazetteer(openGazetteer(), { text, limit });

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
  expect(find('Kyiv')[0]?.otherNames).toEqual(expect.arrayContaining(['Київ', 'Киев', '基輔']));
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

test('beginnings are found as one types', () => {
  find('warm');
  for (const text of ['s', 'sa', 'san', 'new', 'к', 'ки', '北']) {
    const before = performance.now();
    expect(find(text, 20)).toHaveLength(20);
    expect(performance.now() - before).toBeLessThan(500); // 50 ms alone; the machine of a test is busy
  }
});
