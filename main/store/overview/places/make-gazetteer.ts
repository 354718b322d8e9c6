/**
 * Makes the gazetteer that ships with the program: GeoNames' dump as one compact SQLite file that is only ever read.
 * Places are numbered by falling population, so that the order of a list is the order of their numbers; names are folded
 * as names of entities are. Runs when the program is built, never in it.
 */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { foldForMatch } from '../../../../shared/text/fold';
import { resolveBinding } from '../../core/file/binding';
import { type GeonamesPlace, readGeonamesLine } from './geonames-line';

const schema = `
  CREATE TABLE place (
    rank INTEGER PRIMARY KEY, geoname_id INTEGER NOT NULL, name TEXT NOT NULL, other_names TEXT NOT NULL,
    country TEXT NOT NULL, division TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
    population INTEGER NOT NULL, feature TEXT NOT NULL
  ) STRICT;
  CREATE TABLE name (folded TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (folded, rank)) STRICT, WITHOUT ROWID;
  -- The first of those that begin with one letter: too many do to be looked through while one types.
  CREATE TABLE start (letter TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (letter, rank)) STRICT, WITHOUT ROWID;`;

/** As many as any list of the window asks for. */
const mostOfStart = 500;

/** By code point, which is the order of SQLite's bytes: rows that come in order fill their pages. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readPlaces(dump: string): GeonamesPlace[] {
  const places = readFileSync(dump, 'utf8')
    .split('\n')
    .flatMap((line) => readGeonamesLine(line) ?? []);
  return places.sort((a, b) => b.population - a.population || a.geonameId - b.geonameId);
}

const divisionKey = ({ countryCode, divisionCode }: GeonamesPlace): string =>
  `${countryCode}.${divisionCode}`;

/** The dump has a code for each first-order division and no name; the seat of its government says which one it is. */
function seatsOf(places: readonly GeonamesPlace[]): ReadonlyMap<string, string> {
  const seats = new Map<string, string>();
  for (const wanted of ['PPLC', 'PPLA'])
    for (const place of places) if (place.feature === wanted) seats.set(divisionKey(place), place.name);
  return seats;
}

function insertPlaces(db: Database.Database, places: readonly GeonamesPlace[]): void {
  const seats = seatsOf(places);
  const row = db.prepare('INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  places.forEach((place, index) => {
    const { geonameId, name, otherNames, countryCode, latitude, longitude, population, feature } = place;
    const division = seats.get(divisionKey(place)) ?? '';
    const others = otherNames.join('\n');
    row.run(
      index + 1,
      geonameId,
      name,
      others,
      countryCode,
      division,
      latitude,
      longitude,
      population,
      feature,
    );
  });
}

type Name = readonly [folded: string, rank: number];

function insertStarts(db: Database.Database, names: readonly Name[]): void {
  const ranks = new Map<string, Set<number>>();
  for (const [folded, rank] of [...names].sort((a, b) => a[1] - b[1])) {
    const letter = String.fromCodePoint(folded.codePointAt(0) ?? 0);
    const known = ranks.get(letter) ?? new Set();
    if (known.size < mostOfStart) ranks.set(letter, known.add(rank));
  }
  const row = db.prepare('INSERT INTO start VALUES (?, ?)');
  for (const letter of [...ranks.keys()].sort(byBytes))
    for (const rank of ranks.get(letter) ?? []) row.run(letter, rank);
}

function insertNames(db: Database.Database, places: readonly GeonamesPlace[]): void {
  const names: Name[] = [];
  places.forEach(({ name, otherNames }, index) => {
    const folded = new Set([name, ...otherNames].map(foldForMatch));
    for (const one of folded) if (one !== '') names.push([one, index + 1]);
  });
  names.sort((a, b) => byBytes(a[0], b[0]) || a[1] - b[1]);
  const row = db.prepare('INSERT INTO name VALUES (?, ?)');
  for (const [folded, rank] of names) row.run(folded, rank);
  insertStarts(db, names);
}

/** Writes the gazetteer of a dump to a new file; answers how many places it has. */
export function makeGazetteer(dump: string, path: string): number {
  const db = new Database(path, { nativeBinding: resolveBinding() });
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(schema);
  const places = readPlaces(dump);
  db.transaction(() => {
    insertPlaces(db, places);
    insertNames(db, places);
  })();
  db.exec('ANALYZE; VACUUM');
  db.close();
  return places.length;
}
