/**
 * `import FILE PATH…`: texts and pages, files and folders, become articles. A bad file is reported and the rest goes on;
 * what stops everything (a full disk, a notebook that cannot be written) is thrown.
 */
import type { ImportItem } from '../../shared/contract/app';
import { expandPaths } from '../import/pool/expand-paths';
import { importDocument } from '../import/import-document';
import { picturesBeside } from '../import/pool/pictures-beside';
import { readImportFile } from '../import/pool/read-file';
import { importArticle } from '../store/articles/capture/import-article';
import { toCasebookError } from '../store/core/errors';
import { runCommand } from '../store/core/run-command';
import type { WritableDB } from '../store/core/sql';
import { writerOf } from '../store/worker/session';
import type { Outcome, VerbContext } from './verb';

/** Of the store: no later file would fare better. */
const fatal: ReadonlySet<string> = new Set(['disk-full', 'read-only', 'notebook-damaged', 'notebook-in-use']);

async function importOne(db: WritableDB, source: string, encoding: string | undefined): Promise<ImportItem> {
  try {
    const bytes = await readImportFile(source);
    const capturedAt = new Date().toISOString();
    const pictureBeside = picturesBeside(source);
    const document = await importDocument({ bytes, source, encoding, capturedAt, pictureBeside });
    const { value } = runCommand(db, (writer) => importArticle(writer, { ...document, bytes }));
    const { articleId, outcome } = value;
    return {
      source,
      articleId,
      outcome,
      title: document.metadata.title,
      message: document.warnings.join(' '),
    };
  } catch (cause) {
    const { code, message } = toCasebookError(cause);
    if (fatal.has(code)) throw cause;
    return { source, outcome: 'refused', articleId: null, title: '', message };
  }
}

const outcomeWords: Readonly<Record<ImportItem['outcome'], string>> = {
  imported: 'imported',
  known: 'there already',
  recaptured: 'newer capture',
  refused: 'refused',
};

export async function importPaths({ words, option, open, path, say }: VerbContext): Promise<Outcome> {
  const db = writerOf(open('write'));
  const files = await expandPaths(words.slice(1).map(path));
  const items: ImportItem[] = [];
  for (const file of files) {
    const item = await importOne(db, file, option('encoding'));
    items.push(item);
    say(
      `${items.length}/${files.length} ${outcomeWords[item.outcome]}: ${file}${item.message === '' ? '' : `: ${item.message}`}`,
    );
  }
  const count = (outcome: ImportItem['outcome']) => items.filter((item) => item.outcome === outcome).length;
  const counts = {
    imported: count('imported'),
    recaptured: count('recaptured'),
    known: count('known'),
    refused: count('refused'),
  };
  say(
    `${counts.imported} imported, ${counts.recaptured} newer captures, ${counts.known} there already, ${counts.refused} refused.`,
  );
  const lines = items.map(({ outcome, articleId, title, source }) =>
    [outcome, articleId ?? '', title, source].join('\t'),
  );
  return { json: { ...counts, items }, lines, failed: counts.refused > 0 };
}
