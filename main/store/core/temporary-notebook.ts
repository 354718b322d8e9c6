/** A real notebook in a temporary folder, for tests; not part of the program. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CommandArgs,
  CommandName,
  CommandValue,
  QueryArgs,
  QueryName,
  QueryValue,
} from '../../../shared/contract';
import { parseContent, serialiseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import type { ImportedDocument } from '../../../shared/model/imported/imported-document';
import { sliceByCodePoints } from '../../../shared/text/offsets';
import { importArticle } from '../articles/capture/import-article';
import { answer, createSession, execute, openSession, type Session, writerOf } from '../worker/session';
import { runCommand } from './run-command';
import { rawDatabase, type WritableDB } from './sql';

/** An open notebook with short ways to use it. */
export interface TemporaryNotebook {
  readonly folder: string;
  readonly path: string;
  readonly session: Session;
  /** Its handle to write with, as it is now. */
  readonly db: WritableDB;
  readonly run: <N extends CommandName>(name: N, args: CommandArgs<N>) => CommandValue<N>;
  readonly ask: <N extends QueryName>(name: N, args: QueryArgs<N>) => QueryValue<N>;
  /** Imports a captured article; answers its id and that of its revision. */
  readonly capture: (
    text: string,
    given?: Partial<ImportedDocument>,
  ) => { articleId: string; revisionId: string };
  readonly remove: () => void;
}

/** A document as an importer makes it of plain text. */
export function documentOf(
  text: string,
  given: Partial<ImportedDocument> = {},
): ImportedDocument & { bytes: Uint8Array } {
  const bytes = Buffer.from(text, 'utf8');
  const content = given.content ?? serialiseContent(textToBlocks(text));
  const metadata = {
    title: text.slice(0, 20),
    authors: [],
    publisher: '',
    url: '',
    language: '',
    published: null,
    fields: {},
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const original = {
    source: `/home/someone/${sha256.slice(0, 8)}.txt`, // the same file again would be a newer capture
    mediaType: 'text/plain',
    encoding: 'utf-8',
    encodingOrigin: 'guessed' as const,
    sha256,
    byteLength: bytes.length,
    capturedAt: '2025-07-05T10:00:00.000Z',
  };
  const plain = plainText(parseContent(content));
  return { metadata, content, text: plain, original, exclusions: [], warnings: [], bytes, ...given };
}

/** Where words stand in a text, in code points. Throws when they do not. */
export function rangeOf(text: string, words: string, from = 0): { start: number; end: number } {
  const at = text.indexOf(words, from);
  if (at < 0) throw new Error(`no “${words}” in the text`);
  const start = Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length };
}

/** The words at a range of code points. */
export const wordsAt = (text: string, { start, end }: { start: number; end: number }): string =>
  sliceByCodePoints(text, start, end);

let madeOnce: string | undefined;

/** An empty notebook, closed: a copy of it is there in less than half the time that making one takes. */
function emptyNotebook(): string {
  if (madeOnce !== undefined) return madeOnce;
  const folder = mkdtempSync(join(tmpdir(), 'casebook-empty-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'empty.casebook');
  createSession(path, 'Test').close();
  madeOnce = path;
  return path;
}

/** Copies a closed notebook, an empty one unless told which; `remove` closes it and deletes its folder. */
export function temporaryNotebook(template = emptyNotebook()): TemporaryNotebook {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-'));
  const path = join(folder, 'notes.casebook');
  copyFileSync(template, path);
  const session = openSession(path);
  // Nobody cuts the power of a test; those of kills have processes of their own.
  rawDatabase(writerOf(session)).pragma('synchronous = OFF');
  const ask: TemporaryNotebook['ask'] = (name, args) => answer(session, name, args);
  return {
    folder,
    path,
    session,
    get db() {
      return writerOf(session);
    },
    ask,
    run: (name, args) => execute(session, name, args).value,
    capture: (text, given) => {
      const { articleId } = runCommand(writerOf(session), (db) =>
        importArticle(db, documentOf(text, given)),
      ).value;
      return { articleId, revisionId: ask('getArticle', { id: articleId }).currentRevisionId };
    },
    remove: () => {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
