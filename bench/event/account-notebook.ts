/** A notebook of events with 500 accounts each: contested dates, places, roles and counts, by many speakers, on passages of many articles. */

import { addAccount } from '../../main/store/accounts/change-account';
import { annotate } from '../../main/store/annotations/annotate';
import { insertArticle } from '../../main/store/articles/change-article';
import type { WritableDB } from '../../main/store/core/sql';
import { createEntity } from '../../main/store/entities/change-entity';
import { createEvent } from '../../main/store/events/change-event';
import { serialiseContent } from '../../shared/document/serialise-content';
import { textToBlocks } from '../../shared/document/text-to-blocks';
import { modes } from '../../shared/model/account';
import { codePoints } from '../../shared/text/offsets';
import { makeName, makeText, type Random, seeded } from '../prose';

export const accountsPerEvent = 500;
/** Each is opened once; the first is not counted. */
export const eventTitles: readonly string[] = Array.from(
  { length: 7 },
  (_, index) => `Contested night ${index}`,
);

const articleCount = 25;
const passagesPerArticle = 20;

type Given = Parameters<typeof addAccount>[1];

interface Cast {
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly passages: readonly string[];
}

function one<Thing>(random: Random, things: readonly Thing[]): Thing {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error('nothing to choose from');
  return thing;
}

function addPassages(db: WritableDB, random: Random, index: number): readonly string[] {
  const text = makeText(random, 800);
  const { id: articleId, revisionId } = insertArticle(db, {
    kind: 'captured',
    metadata: {
      title: `Report ${index} ${makeName(random)}`,
      authors: [],
      publisher: makeName(random),
      url: '',
      language: 'en',
      published: { edtf: `2026-01-${String(1 + index).padStart(2, '0')}`, words: '' },
      fields: {},
    },
    content: serialiseContent(textToBlocks(text)),
    reason: 'Imported',
    capturedAt: '2026-01-01T00:00:00.000Z',
  });
  return Array.from({ length: passagesPerArticle }, (_, passage) => {
    const start = passage * 150;
    const parts = [{ start: codePoints(start), end: codePoints(start + 90) }];
    return annotate(db, { on: { articleId, revisionId, parts } }).annotationId;
  });
}

type Said = Pick<Given, 'fact' | 'key' | 'value'>;

/** What an account says, by chance: every fact has many values. */
const sayings: readonly ((random: Random, cast: Cast) => Said)[] = [
  (random) => ({
    fact: 'date',
    value: { kind: 'date', date: { edtf: `2026-01-0${1 + Math.floor(random() * 9)}`, words: '' } },
  }),
  (random, { places }) => ({
    fact: 'place',
    value: { kind: 'place', placeId: one(random, places), precision: '' },
  }),
  (random, { actors }) => ({
    fact: 'participant',
    key: one(random, ['initiator', 'target', 'victim', 'mediator']),
    value: { kind: 'entity', entityId: one(random, actors) },
  }),
  (random) => ({
    fact: 'count',
    key: one(random, ['injured', 'dead', 'drones', 'missiles', 'houses', 'arrested']),
    value: {
      kind: 'number',
      comparison: one(random, ['=', '≥', '≈'] as const),
      low: 1 + Math.floor(random() * 30),
      high: null,
    },
  }),
];

function addEvent(db: WritableDB, random: Random, title: string, cast: Cast): void {
  const { id: eventId } = createEvent(db, { title, typeId: null, date: null, placeId: null });
  for (let made = 0; made < accountsPerEvent; made++) {
    addAccount(db, {
      eventId,
      ...one(random, sayings)(random, cast),
      claimant:
        random() < 0.3 ? { kind: 'narrator' } : { kind: 'actors', actorIds: [one(random, cast.actors)] },
      mode: one(random, modes),
      evidence: [one(random, cast.passages)],
    });
  }
}

/** Fills a new notebook. */
export function fillWithAccounts(db: WritableDB): void {
  const random = seeded(500);
  const entity = (kind: 'actor' | 'place') =>
    createEntity(db, { kind, actorKind: '', name: makeName(random) }).id;
  const cast = {
    actors: Array.from({ length: 60 }, () => entity('actor')),
    places: Array.from({ length: 12 }, () => entity('place')),
    passages: Array.from({ length: articleCount }, (_, index) => addPassages(db, random, index)).flat(),
  };
  for (const title of eventTitles) addEvent(db, random, title, cast);
}
