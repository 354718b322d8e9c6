/**
 * Writes files to the disk, where they are made one after another and in pieces. Everything is written beside its place first and put there when all of it is whole; when it
 * fails or is cancelled, what was there before is there still, and nothing half is left.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CasebookError, type ErrorCode } from '../../shared/model/result';
import type { ExportFile, Piece } from './formats/format';

/** The event loop turns this often at least, so that a signal to cancel is heard. */
const turnMs = 50;

/** Waits its turn, and throws `cancelled`: asked between pieces and files. */
type Breathe = () => Promise<void>;

/** Waits for a turn of the event loop now and then, and throws `cancelled`. */
function createBreath(cancelled: () => boolean): Breathe {
  let last = Date.now();
  return async () => {
    if (Date.now() - last > turnMs) {
      await nextTurn();
      last = Date.now();
    }
    if (cancelled()) throw new CasebookError('cancelled', 'The export was cancelled.');
  };
}

const isPiece = (data: ExportFile['data']): data is Piece =>
  typeof data === 'string' || data instanceof Uint8Array;

/** Small pieces are gathered: each write costs a trip to the disk. */
const gatheredLength = 1 << 18;

async function* gatherPieces(data: ExportFile['data'], breathe: Breathe): AsyncIterable<Piece> {
  if (isPiece(data)) return yield data;
  let words = '';
  for await (const piece of data) {
    await breathe();
    if (typeof piece === 'string') words += piece;
    if (words.length > gatheredLength || typeof piece !== 'string') {
      if (words !== '') yield words;
      words = '';
    }
    if (typeof piece !== 'string') yield piece;
  }
  if (words !== '') yield words;
}

async function writeFileAt(path: string, data: ExportFile['data'], breathe: Breathe): Promise<void> {
  const file = await open(path, 'w');
  try {
    for await (const piece of gatherPieces(data, breathe)) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Where a file of the export goes. Throws when its name leads out of the folder: that would be our own mistake. */
function placeIn(folder: string, name: string): string {
  const place = resolve(folder, ...name.split('/'));
  if (name === '' || !place.startsWith(`${resolve(folder)}${sep}`))
    throw new CasebookError('internal', `“${name}” is not a name for a file of an export.`);
  return place;
}

/** A folder takes the place of an empty one and of nothing else: whoever agreed to replace a file meant another export. */
function refuseTaken(path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory())
    throw new CasebookError('conflict', `${path} is a file: choose a new name for the folder.`);
  if (readdirSync(path).length > 0)
    throw new CasebookError('conflict', `${path} is a folder with files in it: choose a new name.`);
}

/** Writes the files below a folder that is renamed when all are there. */
async function writeFolder(
  files: AsyncIterable<ExportFile>,
  path: string,
  breathe: Breathe,
): Promise<string[]> {
  refuseTaken(path);
  const partial = `${path}.${randomUUID().slice(0, 8)}.partial`;
  const names: string[] = [];
  try {
    await mkdir(partial, { recursive: true });
    for await (const { name, data } of files) {
      await breathe();
      const place = placeIn(partial, name);
      await mkdir(dirname(place), { recursive: true });
      await writeFileAt(place, data, breathe);
      names.push(name);
    }
    rmSync(path, { recursive: true, force: true });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  return names.map((name) => placeIn(path, name));
}

interface Written {
  readonly partial: string;
  readonly place: string;
}

/** Makes a folder and says which one, if any, was not there before. */
const makeFolder = (folder: string): Promise<string | undefined> => mkdir(folder, { recursive: true });

/** Writes the main file, and those that go beside it; the main one is put in its place last. */
async function writeBeside(
  files: AsyncIterable<ExportFile>,
  path: string,
  breathe: Breathe,
): Promise<string[]> {
  const folder = dirname(path);
  const written: Written[] = [];
  const made: string[] = [];
  try {
    for await (const { name, data } of files) {
      await breathe();
      const place = placeIn(folder, name);
      const isNew = await makeFolder(dirname(place));
      if (isNew !== undefined) made.push(isNew);
      written.push({ partial: `${place}.partial`, place });
      await writeFileAt(`${place}.partial`, data, breathe);
    }
    const inOrder = [
      ...written.filter(({ place }) => place !== path),
      ...written.filter(({ place }) => place === path),
    ];
    for (const { partial, place } of inOrder) await rename(partial, place);
  } catch (error) {
    for (const { partial } of written) await rm(partial, { force: true });
    for (const each of made) await rm(each, { recursive: true, force: true });
    throw error;
  }
  return [path, ...written.map(({ place }) => place).filter((place) => place !== path)];
}

const refusals: readonly (readonly [system: RegExp, code: ErrorCode, words: string])[] = [
  [/^(EACCES|EPERM|EROFS)$/, 'file-denied', 'Casebook may not write there'],
  [/^ENOENT$/, 'file-missing', 'There is no such place'],
  [/^(ENOSPC|EDQUOT|EFBIG)$/, 'disk-full', 'The disk is full, and nothing of the export was left on it'],
  [/^(EISDIR|ENOTDIR|EEXIST|ENOTEMPTY)$/, 'conflict', 'A folder or file of that name is in the way'],
  [/^ENAMETOOLONG$/, 'file-denied', 'The name is too long for this disk'],
];

/** What the file system says of a place, in words that name it. */
function explained(error: unknown, path: string): unknown {
  const system = String(error instanceof Error ? Reflect.get(error, 'code') : '');
  const refusal = refusals.find(([pattern]) => pattern.test(system));
  return refusal ? new CasebookError(refusal[1], `${refusal[2]}: ${path}`, { cause: error }) : error;
}

/** Writes a file beside its place and renames it there; an existing file is replaced. Throws as {@link writeFiles} does. */
export async function writeWhole(path: string, data: Piece): Promise<void> {
  const file = one({ name: basename(path), data });
  await writeFiles(file, path, { isFolder: false, cancelled: () => false });
}

async function* one(file: ExportFile): AsyncIterable<ExportFile> {
  yield file;
}

/**
 * Writes files at `path`: of a folder inside it, otherwise the file of that name at `path` and the others beside it; answers
 * their paths, the main one first. Throws `cancelled` when it is, `conflict` where a file or a folder with files in it is in the
 * way, `file-denied` and `disk-full`.
 */
export async function writeFiles(
  files: AsyncIterable<ExportFile>,
  path: string,
  { isFolder, cancelled }: { readonly isFolder: boolean; readonly cancelled: () => boolean },
): Promise<string[]> {
  const write = isFolder ? writeFolder : writeBeside;
  try {
    return await write(files, resolve(path), createBreath(cancelled));
  } catch (error) {
    throw explained(error, path);
  }
}
