/** The texts of a notebook as files, for programs that search files: `NUMBER.txt`, the title in the first line. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadableDB, rawDatabase } from '../../../main/store/core/sql';
import { peerFolder } from './peer-folder';

const textsSql =
  'SELECT a.rowid, a.title, r.text FROM article a JOIN revision r ON r.id = a.revision_id ORDER BY a.rowid';

/** A text with its title. */
export interface ArticleText {
  readonly rowid: number;
  readonly title: string;
  readonly text: string;
}

/** The texts one by one. */
export function articleTexts(db: ReadableDB): IterableIterator<ArticleText> {
  return rawDatabase(db).prepare<[], ArticleText>(textsSql).iterate();
}

/** The folder with the files; written once. */
export function articleFiles(db: ReadableDB, articles: number, ending: 'txt' | 'md'): string {
  const folder = join(peerFolder, `${ending}-${articles}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const { rowid, title, text } of articleTexts(db))
    writeFileSync(
      join(partial, `${rowid}.${ending}`),
      ending === 'md' ? `# ${title}\n\n${text.replaceAll('\n', '\n\n')}\n` : `${title}\n${text}\n`,
    );
  renameSync(partial, folder);
  return folder;
}
