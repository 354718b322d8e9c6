/**
 * What a person chose (files, folders) as the files to import. A file is taken whatever it is called, so that it is
 * reported when it cannot be read; of a folder only files with the extension of a document, also of a kind that is refused.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasDocumentExtension } from '../formats/extensions';
import { greatestFileCount } from '../limits';

interface Search {
  readonly files: string[];
  /** Real paths already taken or walked: a link back up, or the same file chosen twice, is met once. */
  readonly seen: Set<string>;
}

/** The files, in the order chosen, those of a folder by name. A path that leads nowhere stays in the list. At most `greatestFileCount`. */
export async function expandPaths(paths: readonly string[]): Promise<string[]> {
  const search: Search = { files: [], seen: new Set() };
  for (const path of paths) await addPath(search, path);
  return search.files;
}

async function addPath(search: Search, path: string): Promise<void> {
  if (search.files.length >= greatestFileCount || !(await isNew(search, path))) return;
  if (await isFolder(path)) await addFolder(search, path);
  else search.files.push(path);
}

async function isNew(search: Search, path: string): Promise<boolean> {
  const real = await realpath(path).catch(() => path);
  if (search.seen.has(real)) return false;
  search.seen.add(real);
  return true;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

/** A folder that cannot be listed has nothing to give; the rest of the import goes on. */
async function addFolder(search: Search, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const project = entries.find((entry) => entry.isFile() && isProjectDatabase(entry.name));
  if (project) return addPath(search, join(folder, project.name));
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  const wanted = entries.filter((entry) => !entry.name.startsWith('.') && !isPagePart(entry.name, names));
  for (const entry of wanted.sort(byName)) await addEntry(search, join(folder, entry.name), entry);
}

/** A project of QualCoder is a folder: its database holds the texts of the files that lie beside it. */
const isProjectDatabase = (name: string): boolean => name.toLowerCase() === 'data.qda';

function byName(a: Dirent, b: Dirent): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}

async function addEntry(search: Search, path: string, entry: Dirent): Promise<void> {
  const isKnown = hasDocumentExtension(entry.name);
  const folder = entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path)));
  if (folder || isKnown) await addPath(search, path);
}

/** How browsers call the folder beside a saved page, in their languages; Windows keeps such a folder and its page together. */
const folderEndings =
  'files|file|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|pliki|soubory|súbory|datoteke|fajlovi|dosyalar|tiedostot|filer|elemei|fájlok|fitxers|fitxategiak|bylos|fails|failid|fisiere|fișiere|αρχεία|файлы|файли|файлове|ملفات|קבצים|文件|檔案|ファイル|파일';
const companion = new RegExp(`^(.+)[._ -](?:${folderEndings})$`, 'iu');

/** That folder holds frames and scripts, no articles. */
function isPagePart(name: string, names: ReadonlySet<string>): boolean {
  const page = companion.exec(name)?.[1]?.toLowerCase();
  return (
    page !== undefined &&
    ['html', 'htm', 'xhtml', 'xht'].some((extension) => names.has(`${page}.${extension}`))
  );
}
