/** Writes an export to the disk: each file appears under its name only when it is whole. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ReadableDB } from '../store/core/sql';
import { type ExportRequest, exportFiles } from './export-files';

/** What was written: the main file, and all files with it. Absolute or relative as the path was given. */
export interface WrittenExport {
  readonly path: string;
  readonly files: readonly string[];
}

/** Writes a file beside its place and renames it there; an existing file is replaced. */
export function writeWhole(path: string, data: string | Uint8Array): void {
  const partial = `${path}.partial`;
  try {
    const file = openSync(partial, 'w');
    try {
      writeFileSync(file, data);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/**
 * Writes an export at `path`; further files go into the folder `<name>-texts` beside it. The main file is written last:
 * when it is there, all is there. Throws as `exportFiles` does, and what the file system throws.
 */
export function writeExport(
  db: ReadableDB,
  request: ExportRequest & { readonly path: string },
): WrittenExport {
  const { path } = request;
  const folder = dirname(path);
  const [main, ...others] = exportFiles(db, request, basename(path));
  const written = others.map(({ name, data }) => {
    const target = join(folder, ...name.split('/'));
    mkdirSync(dirname(target), { recursive: true });
    writeWhole(target, data);
    return target;
  });
  if (main) writeWhole(path, main.data);
  return { path, files: [path, ...written] };
}
