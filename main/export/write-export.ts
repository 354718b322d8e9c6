/** Writes an export of the notebook to the disk. */
import { basename } from 'node:path';
import { type Exported, exportFormatInfo } from '../../shared/contract/exports';
import type { ReadableDB } from '../store/core/sql';
import { type ExportRequest, type ExportWatch, exportFiles, unwatched } from './export-files';
import { writeFiles } from './write-files';

/** Writes an export at `path`, the main file or the folder. Throws as `exportFiles` and `writeFiles` do. */
export async function writeExport(
  db: ReadableDB,
  request: ExportRequest & { readonly path: string },
  watch: ExportWatch = unwatched,
): Promise<Exported> {
  const { path } = request;
  const files = exportFiles(db, request, basename(path), watch);
  const isFolder = exportFormatInfo(request.format).extension === '';
  return { path, files: await writeFiles(files, path, { isFolder, cancelled: watch.cancelled }) };
}
