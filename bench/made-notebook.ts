/** A notebook full of made articles with passages, actors, places, events and tags; made once and kept for later runs. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { annotate } from '../main/store/annotations/annotate';
import { insertArticle } from '../main/store/articles/change-article';
import { migrations } from '../main/store/core/file/migrate';
import { runCommand } from '../main/store/core/run-command';
import type { WritableDB } from '../main/store/core/sql';
import { createEntity } from '../main/store/entities/change-entity';
import { addParticipation, createEvent } from '../main/store/events/change-event';
import { createSession, openSession, type Session, writerOf } from '../main/store/worker/session';
import { serialiseContent } from '../shared/document/serialise-content';
import { textToBlocks } from '../shared/document/text-to-blocks';
import { makeName, makeText, type Random, seeded, vocabulary } from './prose';

export interface NotebookSize {
  readonly articles: number;
  readonly wordsPerArticle: number;
  readonly passagesPerArticle: number;
}

/** To be raised when what is made changes, so that kept notebooks are made again. */
const version = 1;
const folder = resolve('out/bench');

interface Cast {
  readonly entities: readonly string[];
  readonly events: readonly string[];
}

const pick = <Thing>(random: Random, things: readonly Thing[]): Thing | undefined =>
  things[Math.floor(random() ** 2 * things.length)];

function makeCast(db: WritableDB, random: Random): Cast {
  const entity = (kind: 'actor' | 'place') =>
    createEntity(db, { kind, actorKind: '', name: makeName(random) }).id;
  const actors = Array.from({ length: 400 }, () => entity('actor'));
  const places = Array.from({ length: 100 }, () => entity('place'));
  const events = Array.from({ length: 200 }, (_, index) => {
    const date = { edtf: `20${10 + (index % 16)}-0${1 + (index % 9)}`, words: '' };
    const { id } = createEvent(db, {
      title: makeName(random),
      typeId: null,
      date,
      placeId: pick(random, places) ?? null,
    });
    addParticipation(db, {
      eventId: id,
      actorId: pick(random, actors) ?? '',
      role: 'participant',
      annotationId: null,
    });
    return id;
  });
  return { entities: [...actors, ...places], events };
}

function addPassage(
  db: WritableDB,
  random: Random,
  cast: Cast,
  on: { articleId: string; revisionId: string; length: number },
): void {
  const start = Math.floor(random() * (on.length - 120));
  const refs = Array.from({ length: 1 + Math.floor(random() * 2) }, () => ({
    id: pick(random, cast.entities) ?? '',
  }));
  annotate(db, {
    on: {
      articleId: on.articleId,
      revisionId: on.revisionId,
      parts: [{ start, end: start + 20 + Math.floor(random() * 80) }],
    },
    entities: refs,
    events: random() < 0.2 ? [{ id: pick(random, cast.events) ?? '' }] : [],
    tags: random() < 0.3 ? [{ name: vocabulary[100 + Math.floor(random() * 30)] ?? '' }] : [],
  });
}

function addArticle(db: WritableDB, random: Random, cast: Cast, size: NotebookSize, index: number): void {
  const text = makeText(random, size.wordsPerArticle);
  const day = String(1 + (index % 28)).padStart(2, '0');
  const published = {
    edtf: `${2005 + (index % 20)}-0${1 + (index % 9)}-${day}`,
    words: '',
    earliest: null,
    latest: null,
  };
  const publisher = makeName(seeded(index % 40));
  const metadata = {
    title: makeName(random),
    authors: [],
    publisher,
    url: '',
    language: 'en',
    published,
    fields: {},
  };
  const content = serialiseContent(textToBlocks(text));
  const capturedAt = '2026-01-01T00:00:00.000Z';
  const { id, revisionId } = insertArticle(db, {
    kind: 'captured',
    metadata,
    content,
    reason: 'Imported',
    capturedAt,
  });
  for (let passage = 0; passage < size.passagesPerArticle; passage++) {
    addPassage(db, random, cast, { articleId: id, revisionId, length: text.length });
  }
}

const batch = 200;

function fill(db: WritableDB, size: NotebookSize): void {
  const random = seeded(2026);
  const cast = runCommand(db, () => makeCast(db, random)).value;
  for (let from = 0; from < size.articles; from += batch) {
    runCommand(db, () => {
      for (let index = from; index < Math.min(size.articles, from + batch); index++)
        addArticle(db, random, cast, size, index);
    });
    if (from % 2000 === 0) process.stderr.write(`making a notebook: ${from} of ${size.articles} articles\n`);
  }
}

function make(path: string, size: NotebookSize): void {
  mkdirSync(folder, { recursive: true });
  const partial = `${path}.partial.casebook`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  const session = createSession(partial, 'Bench');
  fill(writerOf(session), size);
  session.close();
  renameSync(partial, path);
}

/** Opens the notebook of this size for reading; makes it first where there is none. */
export function openMadeNotebook(size: NotebookSize): Session {
  const { articles, wordsPerArticle, passagesPerArticle } = size;
  const made = `${version}.${migrations.length}`; // of an older format it could only be opened for writing
  const path = join(folder, `${made}-${articles}-${wordsPerArticle}-${passagesPerArticle}.casebook`);
  if (!existsSync(path)) make(path, size);
  return openSession(path, true);
}
