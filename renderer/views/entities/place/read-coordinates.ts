/** Reads coordinates as people write and copy them. Degrees, WGS 84. */
import { type Coordinates, roundedDegrees as rounded } from '../../../parts/names/coordinate-text';

const number = String.raw`(\d+(?:\.\d+)?)`;
const degrees = String.raw`${number}\s*°?\s*(?:${number}\s*[′'’]\s*)?(?:${number}\s*(?:″|"|”|''|′′)\s*)?`;
const pattern = new RegExp(String.raw`^([+\-−]?)${degrees}([NSns]?)[\s,;/]+([+\-−]?)${degrees}([EWew]?)$`);

function valueOf(sign: string, whole = '', minutes = '0', seconds = '0', side = ''): number | null {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const size = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
  if (sign !== '' && side !== '') return null;
  return sign === '-' || sign === '−' || /[SsWw]/.test(side) ? -size : size;
}

/**
 * Latitude, then longitude: `50.4547, 30.5238`, `50.4547 N 30.5238 E`, `50°27′17″N 30°31′26″E`. Null: it is not
 * understood, or not on the earth.
 */
export function readCoordinates(text: string): Coordinates | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  const [, sign = '', d, m, s, side, sign2 = '', d2, m2, s2, side2] = match;
  const latitude = valueOf(sign, d, m, s, side);
  const longitude = valueOf(sign2, d2, m2, s2, side2);
  if (latitude === null || longitude === null) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}
