/**
 * What comes in without a plan: pastes, a newer capture of one article that the user names, words pasted into an editor, and
 * an article's own bytes read again in another encoding.
 */
import type { NotebookInfo } from '../../../shared/contract/notebook';
import type { ImportItem, ImportReport } from '../../../shared/contract/program/intake';
import { CasebookError } from '../../../shared/model/result';
import type { ReadDocument } from '../../import/pool/import-job';
import type { ImportPool } from '../../import/pool/import-pool';
import { toCasebookError } from '../../store/core/errors';
import { passagesMessage } from '../../store/intake/passages/passages-message';
import type { StoreClient } from '../notebook/store-client';
import { askOpen } from '../window/ask-path';
import { type ImportRun, mustBeWritable } from './import-run';

interface Pasted {
  readonly html: string;
  readonly text: string;
}

export interface CaptureService {
  /** `articleId`: the article that it is a newer capture of. */
  readonly paste: (notebook: NotebookInfo, pasted: Pasted, articleId?: string) => Promise<ImportReport>;
  /** Asks for a file that is a newer capture of an article. */
  readonly pickCapture: (notebook: NotebookInfo, articleId: string) => Promise<ImportReport | null>;
  /** Cleans what is pasted into an editor, as an import would. */
  readonly readPasted: (html: string) => Promise<{ readonly content: string }>;
  readonly changeEncoding: (articleId: string, encoding: string) => Promise<null>;
}

function pastedRequest(words: string, mediaType: 'text/html' | 'text/plain') {
  return { bytes: new TextEncoder().encode(words), source: 'clipboard:', mediaType, encoding: 'utf-8' };
}

const nothingElse = { passages: 0, changed: 0, filled: 0, tags: 0, notes: 0, entities: 0, events: 0 };

export function createCaptureService(store: StoreClient, pool: ImportPool, run: ImportRun): CaptureService {
  async function captureRow(
    articleId: string,
    read: () => Promise<ReadDocument>,
  ): Promise<Omit<ImportItem, 'source'>> {
    try {
      const { document, bytes } = await read();
      const done = await store.call('bringCapture', { articleId, document, bytes });
      const message = [passagesMessage(done), ...document.warnings].filter(Boolean).join(' ');
      const outcome = done.isNew ? 'recaptured' : 'known';
      return { outcome, articleId, title: document.metadata.title, message };
    } catch (cause) {
      const { code, message } = toCasebookError(cause);
      if (code !== 'import-refused' && code !== 'file-missing' && code !== 'file-denied') throw cause;
      return { outcome: 'refused', articleId: null, title: '', message };
    }
  }

  /** What was read is the newest state of one article, whatever it is of. */
  async function capture(
    notebook: NotebookInfo,
    articleId: string,
    source: string,
    read: () => Promise<ReadDocument>,
  ): Promise<ImportReport> {
    mustBeWritable(notebook);
    const row = await captureRow(articleId, read);
    return { items: [{ source, ...row }], extras: nothingElse, cancelled: false };
  }

  async function paste(
    notebook: NotebookInfo,
    { html, text }: Pasted,
    articleId?: string,
  ): Promise<ImportReport> {
    if (`${html}${text}`.trim() === '')
      throw new CasebookError('import-refused', 'There are no words to import.');
    const request = pastedRequest(html || text, html ? 'text/html' : 'text/plain');
    if (articleId !== undefined)
      return capture(notebook, articleId, 'clipboard:', () => pool.importBytes(request));
    return run.start(notebook, [{ source: 'clipboard:', open: () => pool.openBytes(request) }]);
  }

  async function pickCapture(notebook: NotebookInfo, articleId: string): Promise<ImportReport | null> {
    mustBeWritable(notebook);
    const [path] = await askOpen({ title: 'Bring in a newer capture', properties: ['openFile'] });
    return path === undefined ? null : capture(notebook, articleId, path, () => pool.importFile(path));
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
    const { source, mediaType } = info;
    const { document } = await pool.importBytes({ bytes, source, mediaType, encoding });
    return store.call('replaceFromOriginal', { articleId, document });
  }

  return { paste, pickCapture, readPasted, changeEncoding };
}
