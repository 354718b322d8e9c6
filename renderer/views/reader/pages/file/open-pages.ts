/**
 * The original PDF of an article, opened for drawing: pdf.js asks for stretches of the file, which come over the bridge in
 * bounded pieces, and reads them in a worker of its own. Nothing in the file is run, nothing is fetched for it.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { greatestPartLength } from '../../../../../shared/contract/articles';
import { queries } from '../../../../client/client';

type Pdfjs = typeof import('pdfjs-dist');

/** An open PDF. */
export interface OpenPages {
  readonly pdfjs: Pdfjs;
  readonly count: number;
  /** From 0. Rejects for a damaged page. */
  readonly page: (index: number) => Promise<PDFPageProxy>;
  readonly close: () => void;
}

/** What is asked for at once, and first. */
const rangeLength = 256 * 1024;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

async function readRange(articleId: string, begin: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - begin);
  for (let offset = begin; offset < end; offset += greatestPartLength) {
    const length = Math.min(greatestPartLength, end - offset);
    const { base64 } = await queries.getOriginalPart({ articleId, offset, length });
    bytes.set(bytesOf(base64), offset - begin);
  }
  return bytes;
}

async function load(): Promise<Pdfjs> {
  await import('./with-resolvers');
  return import('pdfjs-dist/legacy/build/pdf.min.mjs');
}

const dataUrl = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;

/** Opens an article's original. Rejects for one that is no PDF that can be read. */
export async function openPages(articleId: string): Promise<OpenPages> {
  const [pdfjs, first] = await Promise.all([
    load(),
    queries.getOriginalPart({ articleId, offset: 0, length: rangeLength }),
  ]);
  const range = new pdfjs.PDFDataRangeTransport(first.byteLength, bytesOf(first.base64));
  range.requestDataRange = (begin: number, end: number) => {
    void readRange(articleId, begin, end).then(
      (bytes) => range.onDataRange(begin, bytes),
      () => range.abort(),
    );
  };
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = pdfjs.PDFWorker.create({ port });
  const close = (): void => {
    void task.destroy();
    worker.destroy();
    port.terminate();
  };
  const task = pdfjs.getDocument({
    range,
    worker,
    rangeChunkSize: rangeLength,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: dataUrl('cmaps'),
    standardFontDataUrl: dataUrl('standard_fonts'),
    wasmUrl: dataUrl('wasm'),
  });
  try {
    const opened: PDFDocumentProxy = await task.promise;
    return { pdfjs, count: opened.numPages, page: (index) => opened.getPage(index + 1), close };
  } catch (cause) {
    close();
    throw cause;
  }
}
