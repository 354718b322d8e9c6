/** Writes the entities of the search corpus and its events with what is said of them: roles, modes, claimants, certainty, dates. */
import { parseEdtf } from '../../../shared/dates/edtf';
import { certainties, modes } from '../../../shared/model/account';
import { foldForMatch } from '../../../shared/text/fold';
import type { Random } from '../../prose';
import type { CastName } from './cast-names';
import { type Material, pickZipf } from './made-article';
import { idOf, type Row, type RowWriter } from './row-writer';
import { rareName } from './sentence-pool';

const now = '2026-01-01T00:00:00.000Z';
const times = { created_at: now, modified_at: now };

export function writeCast(write: RowWriter, cast: readonly CastName[]): void {
  cast.forEach(({ kind, actorKind, name, own }, index) => {
    const id = idOf('entity', index);
    write('entity', {
      id,
      kind,
      actor_kind: actorKind,
      name,
      folded: foldForMatch(name),
      description: '',
      ...times,
    });
    if (own !== null)
      write('entity_name', {
        id: idOf('relation', index),
        entity_id: id,
        name: own,
        folded: foldForMatch(own),
        kind: 'other script',
      });
  });
}

/** A sentence of an article that an event can rest on. */
export interface Ground {
  readonly passageId: string;
  readonly entities: readonly number[];
  readonly day: string;
}

/** What events are made of beside the cast. */
export interface Codebook {
  readonly typeIds: readonly string[];
  readonly roles: readonly string[];
}

interface Making {
  readonly write: RowWriter;
  readonly random: Random;
  readonly material: Material;
  readonly codebook: Codebook;
  /** The number of its id; those of its accounts follow. */
  readonly event: number;
  readonly grounds: readonly Ground[];
  /** How many accounts the event has already. */
  accounts: number;
}

const modeNames = modes.flatMap((mode, index) =>
  Array.from({ length: [8, 4, 3, 2, 2, 1, 1][index] ?? 1 }, () => mode),
);

const noValue: Row = {
  holds: null,
  date_edtf: null,
  date_words: '',
  date_earliest: null,
  date_latest: null,
  entity_id: null,
  type_id: null,
  comparison: null,
  low: null,
  text: '',
};

function speaker(random: Random): 'none' | 'narrator' | 'actors' | 'unnamed' {
  const lot = random();
  if (lot < 0.3) return 'none';
  if (lot < 0.55) return 'narrator';
  return lot < 0.9 ? 'actors' : 'unnamed';
}

function writeAccount(making: Making, fact: string, key: string, value: Row): void {
  const { write, random, material, event, grounds } = making;
  const id = idOf('account', event + 1 + making.accounts++);
  const claimant = speaker(random);
  const row = Object.assign({ id, event_id: idOf('event', event), fact, key }, noValue, value, {
    claimant_kind: claimant,
    claimant_words: claimant === 'unnamed' ? `two people close to ${rareName(random)}` : '',
    mode: claimant === 'none' ? 'states' : (modeNames[Math.floor(random() * modeNames.length)] ?? 'states'),
    certainty: random() < 0.4 ? '' : (certainties[Math.floor(random() * certainties.length)] ?? ''),
    comment: random() < 0.05 ? `Compare with ${rareName(random)}.` : '',
    ...times,
  });
  write('account', row);
  const ground = grounds[Math.floor(random() * grounds.length)];
  if (ground) {
    write('account_evidence', { account_id: id, annotation_id: ground.passageId, kind: 'evidence' });
    if (random() < 0.1)
      write('account_evidence', { account_id: id, annotation_id: ground.passageId, kind: 'cue' });
  }
  if (claimant === 'actors')
    write('account_claimant', {
      account_id: id,
      actor_id: idOf('entity', pickZipf(random, material.actors)),
    });
}

function dateValue(day: string, random: Random): Row {
  const edtf = random() < 0.12 ? day.slice(0, 7) : day;
  const { earliest = null, latest = null } = parseEdtf(edtf) ?? {};
  return { date_edtf: edtf, date_earliest: earliest, date_latest: latest };
}

function writeFacts(making: Making): void {
  const { random, material, codebook, grounds } = making;
  const day = grounds[0]?.day ?? '2020-01-01';
  writeAccount(making, 'date', '', dateValue(day, random));
  if (random() < 0.06) writeAccount(making, 'date', '', dateValue(grounds.at(-1)?.day ?? day, random));
  const place =
    grounds[0]?.entities.find((entity) => material.cast[entity]?.kind === 'place') ??
    pickZipf(random, material.places);
  writeAccount(making, 'place', '', { entity_id: idOf('entity', place) });
  writeAccount(making, 'type', '', { type_id: pickZipf(random, codebook.typeIds) });
  const named = grounds.flatMap(({ entities }) =>
    entities.filter((entity) => material.cast[entity]?.kind === 'actor'),
  );
  const actors = new Set([...named.slice(0, 2), pickZipf(random, material.actors)]);
  for (const actor of actors)
    writeAccount(making, 'participant', pickZipf(random, codebook.roles), {
      entity_id: idOf('entity', actor),
    });
  if (random() < 0.3)
    writeAccount(making, 'count', random() < 0.5 ? 'injured' : 'detained', {
      comparison: '=',
      low: Math.floor(random() * 90),
    });
  if (random() < 0.2)
    writeAccount(making, 'outcome', '', { text: `${rareName(random)} withdrew from the talks` });
}

/** Writes an event on the given sentences, with what is said of it. */
export function writeEvent(given: Omit<Making, 'accounts'>): void {
  const { write, random, material, event, grounds } = given;
  const making: Making = Object.assign({}, given, { accounts: 0 });
  const actor = material.cast[pickZipf(random, material.actors)]?.name ?? '';
  const title = `${actor} and the ${rareName(random)} affair`;
  write('event', { id: idOf('event', event), title, folded: foldForMatch(title), description: '', ...times });
  for (const { passageId } of grounds)
    write('evidence', { annotation_id: passageId, event_id: idOf('event', event) });
  writeFacts(making);
}
