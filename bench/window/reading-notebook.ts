/** A notebook of long articles with many overlapping passages, for what is measured in the window. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { annotate } from '../../main/store/annotations/annotate';
import { insertArticle } from '../../main/store/articles/change-article';
import { runCommand } from '../../main/store/core/run-command';
import type { WritableDB } from '../../main/store/core/sql';
import { createEntity } from '../../main/store/entities/change-entity';
import { createSession, writerOf } from '../../main/store/worker/session';
import { serialiseContent } from '../../shared/document/serialise-content';
import { textToBlocks } from '../../shared/document/text-to-blocks';
import { makeName, type Random, seeded } from '../prose';
import { type MadeRange, makeRanges, makeRealText } from '../text/real-prose';

export interface MadeArticle {
  readonly title: string;
  readonly seed: number;
  readonly words: number;
  readonly passages: number;
}

/** Texts of one length. Each is opened once: a second opening would find the first one's answers. */
export interface ReadingSize {
  readonly name: string;
  /** The first is not counted: it warms up. */
  readonly articles: readonly MadeArticle[];
}

function sizeOf(name: string, count: number, words: number, passages: number): ReadingSize {
  const articles = Array.from({ length: count }, (_, index) => ({
    title: `Long article of ${name} ${index + 1}`,
    seed: words + index,
    words,
    passages,
  }));
  return { name, articles };
}

export const readingSizes: readonly ReadingSize[] = [
  sizeOf('10k', 8, 10_000, 100),
  sizeOf('50k', 6, 50_000, 2_000),
  sizeOf('100k', 4, 100_000, 5_000),
];

export const middleArticle: MadeArticle = { title: 'Middle article', seed: 7, words: 10_000, passages: 500 };

/** Everything in one paragraph, as in a file whose line feeds are line breaks. */
export const onePiece: readonly MadeArticle[] = [8, 9, 10].map((seed) => ({
  title: `One paragraph ${seed}`,
  seed,
  words: 50_000,
  passages: 2_000,
}));

/** An actor that the window links words to. */
export const knownActor = 'Bench Actor';

/** The text and the passages of a made article, the same every time. */
export function contentOf({ seed, words, passages }: MadeArticle): {
  readonly text: string;
  readonly ranges: readonly MadeRange[];
} {
  const random = seeded(seed);
  const text = makeRealText(random, words);
  return { text, ranges: makeRanges(random, text, passages) };
}

function addArticle(db: WritableDB, article: MadeArticle, actors: readonly string[], random: Random): void {
  const { text, ranges } = contentOf(article);
  const isOnePiece = onePiece.includes(article);
  const { id: articleId, revisionId } = insertArticle(db, {
    kind: 'captured',
    metadata: {
      title: article.title,
      authors: [],
      publisher: 'Bench',
      url: '',
      language: 'en',
      published: { edtf: '2026-01-01', words: '' },
      fields: {},
    },
    // A blank line parts paragraphs; in the text of the article they are parted by one line feed again.
    content: serialiseContent(textToBlocks(isOnePiece ? text : text.replaceAll('\n', '\n\n'))),
    reason: 'Imported',
    capturedAt: '2026-01-01T00:00:00.000Z',
  });
  for (const { start, end } of ranges) {
    const actor = actors[Math.floor(random() * actors.length)] ?? '';
    annotate(db, { on: { articleId, revisionId, parts: [{ start, end }] }, entities: [{ id: actor }] });
  }
}

function fill(db: WritableDB, articles: readonly MadeArticle[]): void {
  const random = seeded(99);
  const actor = (name: string) => createEntity(db, { kind: 'actor', actorKind: '', name }).id;
  actor(knownActor);
  const actors = Array.from({ length: 100 }, () => actor(makeName(random)));
  for (const article of articles) addArticle(db, article, actors, random);
}

/** The path of a notebook of these articles; made once and kept under its name. Work on a copy of it. */
export function longNotebook(name: string, articles: readonly MadeArticle[]): string {
  const folder = resolve('out/bench');
  const path = join(folder, `${name}.casebook`);
  if (existsSync(path)) return path;
  process.stderr.write('making a notebook of long articles\n');
  mkdirSync(folder, { recursive: true });
  const partial = `${path}.partial.casebook`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
  const session = createSession(partial, 'Bench');
  runCommand(writerOf(session), (db) => fill(db, articles));
  session.close();
  renameSync(partial, path);
  return path;
}

/** What the reader's workloads open. The number in its name is to be raised when what is made changes. */
export function readingNotebook(): string {
  const long = readingSizes.flatMap(({ articles }) => articles);
  return longNotebook('reading-3', [...long, middleArticle, ...onePiece]);
}
