/**
 * Imports: finds the files, has each read by the import pool (another thread), hands it to the store (a third), and tells
 * the window how far it is. One bad file never stops the rest. At most one import runs at a time.
 */
import type { ImportReport } from '../../../shared/contract/app';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { CasebookError } from '../../../shared/model/result';
import { expandPaths } from '../../import/pool/expand-paths';
import type { ImportPool } from '../../import/pool/import-pool';
import { toCasebookError } from '../../store/core/errors';
import { askOpen } from '../window/ask-path';
import { createImportRun, type Job, mustBeWritable } from './import-run';
import type { StoreClient } from './store-client';

export interface ImportService {
  readonly pick: (notebook: NotebookInfo, what: 'files' | 'folder') => Promise<ImportReport | null>;
  readonly paths: (notebook: NotebookInfo, paths: readonly string[]) => Promise<ImportReport>;
  /** `articleId`: the article that it is a newer capture of. */
  readonly paste: (
    notebook: NotebookInfo,
    pasted: { readonly html: string; readonly text: string },
    articleId?: string,
  ) => Promise<ImportReport>;
  /** Asks for a file that is a newer capture of an article. */
  readonly pickCapture: (notebook: NotebookInfo, articleId: string) => Promise<ImportReport | null>;
  /** Cleans what is pasted into an editor, as an import would. */
  readonly readPasted: (html: string) => Promise<{ readonly content: string }>;
  /** Stops what is running, if anything is, and waits for its end. */
  readonly stop: () => Promise<void>;
  readonly changeEncoding: (articleId: string, encoding: string) => Promise<null>;
}

function pastedRequest(words: string, mediaType: 'text/html' | 'text/plain') {
  return { bytes: new TextEncoder().encode(words), source: 'clipboard:', mediaType, encoding: 'utf-8' };
}

export function createImportService(store: StoreClient, pool: ImportPool): ImportService {
  const { start, stop } = createImportRun(store, () => pool.cancel());

  const fileJob = (path: string): Job => ({ source: path, read: () => pool.importFile(path) });

  async function pick(notebook: NotebookInfo, what: 'files' | 'folder'): Promise<ImportReport | null> {
    mustBeWritable(notebook);
    const chosen = await askOpen({
      title: 'Import',
      properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
    });
    return chosen.length === 0 ? null : paths(notebook, chosen);
  }

  async function paths(notebook: NotebookInfo, chosen: readonly string[]): Promise<ImportReport> {
    return start(notebook, async () => (await expandPaths(chosen)).map(fileJob));
  }

  async function paste(
    notebook: NotebookInfo,
    { html, text }: { readonly html: string; readonly text: string },
    articleId?: string,
  ): Promise<ImportReport> {
    if (`${html}${text}`.trim() === '')
      throw new CasebookError('import-refused', 'There are no words to import.');
    const request = pastedRequest(html || text, html ? 'text/html' : 'text/plain');
    const read = () => pool.importBytes(request);
    return start(notebook, async () => [{ source: 'clipboard:', read, ...(articleId && { articleId }) }]);
  }

  async function pickCapture(notebook: NotebookInfo, articleId: string): Promise<ImportReport | null> {
    mustBeWritable(notebook);
    const [path] = await askOpen({ title: 'Bring in a newer capture', properties: ['openFile'] });
    return path === undefined ? null : start(notebook, async () => [{ ...fileJob(path), articleId }]);
  }

  async function readPasted(html: string): Promise<{ readonly content: string }> {
    try {
      const { document } = await pool.importBytes(pastedRequest(html, 'text/html'));
      return { content: document.content };
    } catch (cause) {
      // Nothing to read in it: what is on the clipboard as plain text is pasted instead.
      if (toCasebookError(cause).code === 'import-refused') return { content: '' };
      throw cause;
    }
  }

  async function changeEncoding(articleId: string, encoding: string): Promise<null> {
    const { bytes, info } = await store.call('readOriginal', { articleId });
    const { document } = await pool.importBytes({
      bytes,
      source: info.source,
      mediaType: info.mediaType,
      encoding,
    });
    return store.call('replaceFromOriginal', { articleId, document });
  }

  return {
    pick,
    paths,
    paste,
    pickCapture,
    readPasted,
    stop,
    changeEncoding,
  };
}
