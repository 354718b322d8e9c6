/**
 * The notebook that search is measured on, of any number of articles: made once from a fixed seed, indexed by the program
 * itself, and kept. How it is made is told in docs/bench.md.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import { settledColumns } from '../../../main/store/accounts/settle-events';
import { newestVersion } from '../../../main/store/core/file/migrate';
import { all, pluck, rawDatabase, run, type WritableDB } from '../../../main/store/core/sql';
import { rebuildIndex } from '../../../main/store/search/index/rebuild-index';
import { createSession, openSession, writerOf } from '../../../main/store/worker/session';
import { seeded } from '../../prose';
import { castNames } from './cast-names';
import { type MadeArticle, type Material, makeArticle } from './made-article';
import { fillBare, firstEventId, idsPerArticle, type RowWriter, rowWriter } from './row-writer';
import { poolName, readSentencePool } from './sentence-pool';
import { passageId, publishedDay, writeArticle, writeTags } from './write-articles';
import { type Codebook, type Ground, writeCast, writeEvent } from './write-events';

/** To be raised when what is made changes, so that kept notebooks are made again. */
const version = 3;
const seed = 2026;
const eventsPerArticle = 0.2;
/** An event rests on sentences of articles near to each other. */
const groundsRemembered = 400;
const articlesPerTransaction = 2000;

/** Where what is made for the bench is kept; delete it to have it made again. */
export const cacheFolder = resolve('node_modules/.cache/casebook-bench');

interface Filling {
  readonly write: RowWriter;
  readonly random: () => number;
  readonly material: Material;
  readonly codebook: Codebook;
  /** The sentences of the articles before, the latest last. */
  readonly grounds: Ground[];
}

function remember(grounds: Ground[], made: MadeArticle, article: number, day: string): void {
  made.passages.forEach(({ isSentence, entities }, index) => {
    if (isSentence) grounds.push({ passageId: passageId(article, index), entities, day });
  });
  grounds.splice(0, grounds.length - groundsRemembered);
}

function addEvent({ write, random, material, codebook, grounds }: Filling, article: number): void {
  const latest = grounds.at(-1 - Math.floor(random() * 4));
  if (!latest) return;
  const others = Array.from(
    { length: Math.floor(random() * 3) },
    () => grounds[Math.floor(random() * grounds.length)],
  );
  const chosen = new Map(
    [latest, ...others].flatMap((ground) => (ground ? [[ground.passageId, ground] as const] : [])),
  );
  const event = article * idsPerArticle + firstEventId;
  writeEvent({ write, random, material, codebook, event, grounds: [...chosen.values()] });
}

function addArticle(filling: Filling, number: number): void {
  const { write, random, material, grounds } = filling;
  const made = makeArticle(random, material);
  const day = publishedDay(random);
  writeArticle(write, made, { number, day, random });
  remember(grounds, made, number, day);
  if (random() < eventsPerArticle) addEvent(filling, number);
}

function readMaterial(): Material {
  const cast = castNames();
  const numbersOf = (kind: string) => cast.flatMap((name, index) => (name.kind === kind ? [index] : []));
  const sentences = readSentencePool();
  return { sentences, cast, actors: numbersOf('actor'), places: numbersOf('place') };
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

function fillRows(raw: Database.Database, db: WritableDB, articles: number): void {
  const write = rowWriter(raw);
  const material = readMaterial();
  const codebook = {
    typeIds: pluck<string>(db, 'SELECT id FROM event_type ORDER BY position'),
    roles: pluck<string>(db, 'SELECT name FROM role ORDER BY position'),
  };
  const filling = { write, random: seeded(seed), material, codebook, grounds: [] };
  raw.exec('BEGIN');
  writeCast(write, material.cast);
  writeTags(write);
  for (let number = 0; number < articles; number++) {
    if (number % articlesPerTransaction === 0) raw.exec('COMMIT; BEGIN');
    addArticle(filling, number);
    if (number % 20_000 === 0 && number > 0) say(`making a notebook: ${number} of ${articles} articles`);
  }
  raw.exec('COMMIT');
}

/** What follows from the accounts, by the program's own rule. */
function settleAll(db: WritableDB): void {
  rawDatabase(db).exec('BEGIN');
  for (const { id } of all<{ id: string }>(db, 'SELECT id FROM event')) {
    const columns = settledColumns(db, id);
    const set = Object.keys(columns).map((name) => `${name} = @${name}`);
    run(db, `UPDATE event SET ${set.join(', ')} WHERE id = @event`, { ...columns, event: id });
  }
  rawDatabase(db).exec('COMMIT');
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 1000);

function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(`${path}${suffix}`, { force: true });
}

/** A notebook with the rows alone: kept as well, so that a change of the index does not make the texts anew. */
function rowsNotebook(articles: number): string {
  const path = pathOf('rows', articles);
  if (existsSync(path)) return path;
  const partial = `${path}.partial.casebook`;
  removeFile(partial);
  const start = Date.now();
  const session = createSession(partial, 'Bench');
  const db = writerOf(session);
  fillBare(db, (raw) => fillRows(raw, db, articles));
  settleAll(db);
  session.close();
  renameSync(partial, path);
  say(`making a notebook: ${articles} articles written in ${seconds(start)} s`);
  return path;
}

function make(path: string, articles: number): void {
  mkdirSync(cacheFolder, { recursive: true });
  const partial = `${path}.partial.casebook`;
  removeFile(partial);
  copyFileSync(rowsNotebook(articles), partial);
  const start = Date.now();
  const session = openSession(partial);
  const db = writerOf(session);
  rawDatabase(db).transaction(() => rebuildIndex(db))();
  session.close();
  renameSync(partial, path);
  say(`making a notebook: ${articles} articles indexed in ${seconds(start)} s`);
}

const pathOf = (what: string, articles: number): string =>
  join(cacheFolder, `${what}-${version}-format-${newestVersion}-${poolName()}-${articles}.casebook`);

/** The path of the notebook with so many articles; made first where there is none. Open it for reading only. */
export function searchNotebook(articles: number): string {
  const path = pathOf('search', articles);
  if (!existsSync(path)) make(path, articles);
  return path;
}
