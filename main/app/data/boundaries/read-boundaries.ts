/**
 * Reads a GeoJSON file (RFC 7946) of boundaries that the user chose into bare lines: what a feature is called or says of
 * itself is left out, so nothing of the file but numbers reaches the map. The file is not trusted: its size, its depth and
 * every position are checked.
 */
import type { Boundaries } from '../../../../shared/contract/app';
import { CasebookError } from '../../../../shared/model/result';

/** Larger files would make the map slow, and are rarely what was meant. */
export const mostBytes = 20_000_000;
const mostPositions = 500_000;
const mostDepth = 20;

type Line = [longitude: number, latitude: number][];

interface Found {
  readonly lines: Line[];
  positions: number;
}

function refuse(why: string): never {
  throw new CasebookError('import-refused', why);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listOf(value: unknown, what: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(`The file is not GeoJSON: ${what} is not a list.`);
}

function readPosition(value: unknown): [number, number] {
  const [longitude, latitude] = listOf(value, 'a position');
  const areNumbers = typeof longitude === 'number' && typeof latitude === 'number';
  if (!areNumbers || Math.abs(longitude) > 360 || Math.abs(latitude) > 90)
    refuse('A position in the file is not in degrees: GeoJSON has longitude, then latitude (WGS 84).');
  return [longitude, latitude];
}

function addLine(found: Found, value: unknown): void {
  const positions = listOf(value, 'a line');
  found.positions += positions.length;
  if (found.positions > mostPositions)
    refuse(`The file has more than ${mostPositions.toLocaleString('en')} positions. Use a simplified one.`);
  const line = positions.map(readPosition);
  if (line.length > 1) found.lines.push(line);
}

/** How deep in `coordinates` the lines of a geometry are; points are no boundary. */
const depthOfLines: Readonly<Record<string, 0 | 1 | 2>> = {
  LineString: 0,
  MultiLineString: 1,
  Polygon: 1,
  MultiPolygon: 2,
};

function addLines(found: Found, value: unknown, depth: number): void {
  if (depth === 0) addLine(found, value);
  else for (const inner of listOf(value, 'coordinates')) addLines(found, inner, depth - 1);
}

function addObject(found: Found, value: unknown, depth: number): void {
  if (depth > mostDepth) refuse('The file is nested too deeply.');
  if (value === null) return; // a feature without a geometry
  if (!isRecord(value)) refuse('The file is not GeoJSON.');
  const { type } = value;
  if (type === 'FeatureCollection')
    for (const feature of listOf(value['features'], 'features')) addObject(found, feature, depth + 1);
  else if (type === 'Feature') addObject(found, value['geometry'], depth + 1);
  else if (type === 'GeometryCollection')
    for (const geometry of listOf(value['geometries'], 'geometries')) addObject(found, geometry, depth + 1);
  else if (type === 'Point' || type === 'MultiPoint') return;
  else if (typeof type === 'string' && Object.hasOwn(depthOfLines, type))
    addLines(found, value['coordinates'], depthOfLines[type] ?? 0);
  else refuse('The file is not GeoJSON: it has something that is neither a feature nor a geometry.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('The file is not GeoJSON: it is not JSON.');
  }
}

/** The lines of a file; areas give their outlines. Throws `import-refused`, saying what is wrong with it. */
export function readBoundaries(name: string, text: string): Boundaries {
  const found: Found = { lines: [], positions: 0 };
  addObject(found, parse(text), 0);
  if (found.lines.length === 0) refuse('There are no lines or areas in the file.');
  return { name: name.slice(0, 200), lines: found.lines };
}
