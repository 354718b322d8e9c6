/**
 * Which folder is watched for which notebook, and which of its files came in: in the program's data, not in the notebook,
 * which may be opened on another computer.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import * as z from 'zod/mini';
import { readChecked, writeWhole } from './settings';

const foldersSchema = z.record(z.string(), z.strictObject({ folder: z.string() }));
const seenSchema = z.array(z.tuple([z.string(), z.string()]));

const seenFile = (notebookId: string): string => join('watched', `${notebookId}.json`);

/** Null: none. */
export function watchedFolderOf(notebookId: string): string | null {
  return readChecked('watched-folders.json', foldersSchema, {})[notebookId]?.folder ?? null;
}

/** Null: no folder any more; what came in from it is forgotten. */
export function setWatchedFolder(notebookId: string, folder: string | null): void {
  const { [notebookId]: _before, ...others } = readChecked('watched-folders.json', foldersSchema, {});
  writeWhole('watched-folders.json', folder === null ? others : { ...others, [notebookId]: { folder } });
  if (folder === null) rmSync(join(app.getPath('userData'), seenFile(notebookId)), { force: true });
}

/** Files that came in, by path, with what they were then. */
export function readSeen(notebookId: string): Map<string, string> {
  return new Map(readChecked(seenFile(notebookId), seenSchema, []));
}

export function writeSeen(notebookId: string, seen: ReadonlyMap<string, string>): void {
  mkdirSync(join(app.getPath('userData'), 'watched'), { recursive: true });
  writeWhole(seenFile(notebookId), [...seen]);
}
