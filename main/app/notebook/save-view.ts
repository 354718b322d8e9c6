/** Writes what a view of the window shows – a picture or a table – to a file the person picks. */
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppArgs } from '../../../shared/contract';
import type { PictureFormat } from '../../../shared/contract/app';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { askSave } from '../window/ask-path';

const fileKinds: Readonly<Record<PictureFormat, string>> = {
  svg: 'SVG picture',
  png: 'PNG picture',
  csv: 'CSV table',
  json: 'JSON data',
  md: 'Markdown text',
};

/** A name that every system takes for a file. */
const fileName = (words: string): string =>
  words
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .slice(0, 120)
    .trim();

/** Beside its place first: the file appears under its name only when it is whole. Unlike an export, off the main thread. */
async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Asks where, and writes it there. Null: cancelled. */
export async function saveView(
  notebook: NotebookInfo,
  { name, format, data }: AppArgs<'saveView'>,
): Promise<{ readonly path: string } | null> {
  const suggested = `${fileName(`${notebook.title} – ${name}`)}.${format}`;
  const path = await askSave({
    title: 'Export',
    defaultPath: join(app.getPath('documents'), suggested),
    filters: [{ name: fileKinds[format], extensions: [format] }],
  });
  if (!path) return null;
  await writeWhole(path, format === 'png' ? Buffer.from(data, 'base64') : data);
  return { path };
}
