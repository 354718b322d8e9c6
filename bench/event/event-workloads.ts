/** The first page of the timeline over 10,000 events, beside the bare rows of these events and their participants. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../main/store/core/run-command';
import { all, type WritableDB } from '../../main/store/core/sql';
import { createEntity } from '../../main/store/entities/change-entity';
import { addParticipation, createEvent } from '../../main/store/events/change-event';
import { listEvents } from '../../main/store/events/events';
import { createSession, writerOf } from '../../main/store/worker/session';
import { percentile, timesOf } from '../measure';
import { makeName, type Random, seeded } from '../prose';
import type { Measured, Workload } from '../workload';

const eventCount = 10_000;
const pageSize = 100;
const rounds = 200;

const pad = (number: number): string => String(number).padStart(2, '0');

/** A day, a month, an uncertain day, or none. */
function makeDate(random: Random): { readonly edtf: string; readonly words: string } | null {
  const month = `${1990 + Math.floor(random() * 35)}-${pad(1 + Math.floor(random() * 12))}`;
  const day = `${month}-${pad(1 + Math.floor(random() * 28))}`;
  const edtf = [day, day, month, `${day}?`, null][Math.floor(random() * 5)];
  return edtf ? { edtf, words: '' } : null;
}

function fill(db: WritableDB): void {
  const random = seeded(10);
  const entity = (kind: 'actor' | 'place') =>
    createEntity(db, { kind, actorKind: '', name: makeName(random) }).id;
  const actors = Array.from({ length: 300 }, () => entity('actor'));
  const places = Array.from({ length: 60 }, () => entity('place'));
  const one = (ids: readonly string[]) => ids[Math.floor(random() * ids.length)] ?? '';
  for (let count = 0; count < eventCount; count++) {
    const { id: eventId } = createEvent(db, {
      title: makeName(random),
      typeId: null,
      date: makeDate(random),
      placeId: random() < 0.7 ? one(places) : null,
    });
    for (const role of ['initiator', 'target'])
      addParticipation(db, { eventId, actorId: one(actors), role, annotationId: null });
  }
}

const bareEvents = `SELECT id, title, date_edtf, date_words, date_earliest, date_latest, place_id FROM event
  ORDER BY coalesce(date_earliest, date_latest, '~'), date_latest, id LIMIT ${pageSize}`;
const bareParticipants = `SELECT p.event_id, p.role, e.id, e.name FROM (${bareEvents}) AS shown
  JOIN participation AS p ON p.event_id = shown.id JOIN entity AS e ON e.id = p.actor_id`;

function measureList(): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const session = createSession(join(folder, 'events.casebook'), 'Bench');
  runCommand(writerOf(session), fill);
  const db = session.reader;
  const filters = { filter: '', actorId: null, placeId: null, typeId: null };
  const values = timesOf(rounds, () => listEvents(db, { ...filters, offset: 0, limit: pageSize }));
  const limits = timesOf(rounds, () => [all(db, bareEvents), all(db, bareParticipants)]);
  session.close();
  rmSync(folder, { recursive: true, force: true });
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
}

export const eventWorkloads: readonly Workload[] = [
  { name: 'event/list-10k', unit: 'ms', goal: 5, run: measureList },
];
