import { expect, test } from 'vitest';
import { readBoundaries } from './read-boundaries';

const read = (value: unknown) => readBoundaries('mine.geojson', JSON.stringify(value));
const square = [
  [30, 50],
  [31, 50],
  [31, 51],
  [30, 50],
];

test('areas give their outlines, holes too; names and properties are left out', () => {
  const collection = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: '<script>' },
        geometry: { type: 'Polygon', coordinates: [square, square] },
      },
      { type: 'Feature', geometry: null },
      {
        type: 'Feature',
        geometry: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'MultiPolygon', coordinates: [[square]] },
            { type: 'LineString', coordinates: square.slice(0, 2) },
            { type: 'Point', coordinates: [1, 2] },
          ],
        },
      },
    ],
  };
  const { name, lines } = read(collection);
  expect(name).toBe('mine.geojson');
  expect(lines).toEqual([square, square, square, square.slice(0, 2)]);
});

test('a height is left out', () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [30, 50, 120],
      [31, 51, 130],
    ],
  };
  expect(read(line).lines).toEqual([
    [
      [30, 50],
      [31, 51],
    ],
  ]);
});

test.each([
  ['no JSON', '{"type":', 'not JSON'],
  ['a list', '[1]', 'not GeoJSON'],
  ['a number', '7', 'not GeoJSON'],
  ['another type', '{"type":"Topology"}', 'not GeoJSON'],
  ['the type of an object’s own', '{"type":"constructor","coordinates":[]}', 'not GeoJSON'],
  ['no features', '{"type":"FeatureCollection"}', 'features is not a list'],
  ['words for numbers', '{"type":"LineString","coordinates":[["30","50"],["31","51"]]}', 'not in degrees'],
  ['metres', '{"type":"LineString","coordinates":[[3339584,6446275],[3339585,6446276]]}', 'not in degrees'],
  ['points alone', '{"type":"Point","coordinates":[1,2]}', 'no lines'],
  ['nothing', '{"type":"FeatureCollection","features":[]}', 'no lines'],
])('refuses %s', (_, text, why) => {
  expect(() => readBoundaries('x', text)).toThrow(why);
});

test('refuses what is nested without end and what is too long', () => {
  const deep = Array.from({ length: 40 }).reduce<unknown>(
    (inner) => ({ type: 'GeometryCollection', geometries: [inner] }),
    { type: 'Point', coordinates: [1, 2] },
  );
  expect(() => read(deep)).toThrow('nested too deeply');
  const long = { type: 'LineString', coordinates: Array.from({ length: 500_001 }, () => [1, 2]) };
  expect(() => read(long)).toThrow('more than 500,000 positions');
});
