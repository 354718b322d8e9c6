import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coordinateText } from '../../../parts/names/coordinate-text';
import { readCoordinates } from './read-coordinates';

test.each([
  ['50.45466, 30.5238', 50.45466, 30.5238],
  ['50.45466 30.5238', 50.45466, 30.5238],
  ['-33.8688; 151.2093', -33.8688, 151.2093],
  ['−12,-77', -12, -77],
  ['50.45466 N, 30.5238 E', 50.45466, 30.5238],
  ['33.8688°S 151.2093°E', -33.8688, 151.2093],
  ['50°27′17″N 30°31′26″E', 50.454722, 30.523889],
  ['40° 42\' 46" N, 74° 0\' 22" W', 40.712778, -74.006111],
])('%s', (text, latitude, longitude) => {
  const read = readCoordinates(text);
  expect(read?.latitude).toBeCloseTo(latitude, 5);
  expect(read?.longitude).toBeCloseTo(longitude, 5);
});

test.each(['', 'Kyiv', '50.45', '91, 30', '50, 181', '-50 S, 30 E', '50°61′ N 30° E', '1, 2, 3', '1e3, 2'])(
  '“%s” is no place on the earth',
  (text) => {
    expect(readCoordinates(text)).toBeNull();
  },
);

test('what is said is read again', () => {
  const latitude = fc.double({ min: -90, max: 90, noNaN: true });
  const longitude = fc.double({ min: -180, max: 180, noNaN: true });
  fc.assert(
    fc.property(fc.record({ latitude, longitude }), (point) => {
      const read = readCoordinates(coordinateText(point));
      expect(read?.latitude).toBeCloseTo(point.latitude, 4);
      expect(read?.longitude).toBeCloseTo(point.longitude, 4);
    }),
  );
});
