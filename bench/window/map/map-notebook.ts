/** The notebook of 10,000 events of the timeline with a place for each: 500 settlements and 100 regions all over Europe. */
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { rawDatabase } from '../../../main/store/core/sql';
import { openSession, type Session, writerOf } from '../../../main/store/worker/session';
import { newId } from '../../../shared/model/id';
import { timelineNotebook } from '../../event/timeline-notebook';
import { makeName, type Random, seeded } from '../../prose';

const settlementCount = 500;
export const placeCount = 600;
const now = '2026-01-01T00:00:00.000Z';

type Raw = ReturnType<typeof rawDatabase>;

function addPlaces(raw: Raw, random: Random): readonly string[] {
  const insert = raw.prepare(`INSERT INTO entity
    (id, kind, name, folded, precision, latitude, longitude, radius_km, created_at, modified_at)
    VALUES (?, 'place', ?, ?, ?, ?, ?, ?, '${now}', '${now}')`);
  return Array.from({ length: placeCount }, (_, index) => {
    const [id, name] = [newId(), makeName(random)];
    const isSettlement = index < settlementCount;
    const at = [36 + 28 * random(), -9 + 48 * random()];
    insert.run(
      id,
      name,
      name.toLowerCase(),
      isSettlement ? 'settlement' : 'region',
      ...at,
      isSettlement ? null : 30 + 60 * random(),
    );
    return id;
  });
}

function putEvents(raw: Raw, random: Random, places: readonly string[]): void {
  const account = raw.prepare(`INSERT INTO account (id, event_id, fact, entity_id, created_at, modified_at)
    VALUES (?, ?, 'place', ?, '${now}', '${now}')`);
  const settled = raw.prepare('UPDATE event SET place_id = ? WHERE id = ?');
  for (const event of raw.prepare('SELECT id FROM event ORDER BY id').pluck().all()) {
    const place = places[Math.floor(random() ** 2 * places.length)];
    account.run(newId(), event, place);
    settled.run(place, event);
  }
}

/** Nothing of this is to be taken back: recording it would take longer than writing it. */
function fillUnrecorded(session: Session): void {
  const raw = rawDatabase(writerOf(session));
  const triggers = `SELECT name FROM temp.sqlite_master WHERE type = 'trigger'`;
  for (const name of raw.prepare(triggers).pluck().all()) raw.exec(`DROP TRIGGER temp.${String(name)}`);
  const random = seeded(600);
  raw.exec('BEGIN');
  putEvents(raw, random, addPlaces(raw, random));
  raw.exec('COMMIT');
}

/** The path of the notebook; made once and kept. Work on a copy of it. The number in its name is to be raised when what is made changes. */
export function mapNotebook(): string {
  const path = resolve('out/bench', 'map-1.casebook');
  if (existsSync(path)) return path;
  const partial = `${path}.partial.casebook`;
  copyFileSync(timelineNotebook(), partial);
  const session = openSession(partial, false);
  fillUnrecorded(session);
  session.close();
  renameSync(partial, path);
  return path;
}
