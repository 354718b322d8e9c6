/**
 * pdf.js in an import thread: loaded when the first PDF is met, run in the thread itself, without network, scripts or
 * fonts of the system. What it cannot open is refused in words.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { refuse } from '../formats/refuse';

export type Pdfjs = typeof import('pdfjs-dist');

/** An open file; `close` frees what it holds. */
export interface OpenPdf {
  readonly pdfjs: Pdfjs;
  readonly document: PDFDocumentProxy;
  readonly close: () => Promise<void>;
}

interface Resolvers {
  promise: Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

function withResolvers(this: PromiseConstructor): Resolvers {
  const made: Partial<Resolvers> = {};
  made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made as Resolvers;
}

/** What pdf.js takes for granted and Node 18 lacks; and what it wants only for drawing, which is not done here. */
function addMissing(): void {
  const load = createRequire(join(__dirname, 'anything'));
  const missing: readonly (readonly [object: object, name: string, value: unknown])[] = [
    [Promise, 'withResolvers', withResolvers],
    [process, 'getBuiltinModule', (name: string) => load(name) as unknown],
    [globalThis, 'DOMMatrix', function absent() {}],
    [globalThis, 'ImageData', function absent() {}],
    [globalThis, 'Path2D', function absent() {}],
  ];
  for (const [object, name, value] of missing)
    if (!(name in object)) Object.defineProperty(object, name, { value, configurable: true, writable: true });
}

let loading: Promise<Pdfjs> | null = null;

async function load(): Promise<Pdfjs> {
  addMissing();
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  // With this pdf.js starts no thread of its own.
  Object.assign(globalThis, { pdfjsWorker: worker });
  return pdfjs;
}

/** Tables of character codes that a PDF may name without holding them: beside the window's files, or as they are installed. */
function dataFolder(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const places = [join(folder, 'renderer/pdfjs'), join(folder, 'node_modules/pdfjs-dist')];
    const found = places.find((place) => existsSync(join(place, 'cmaps')));
    if (found) return found;
  }
  throw new Error('the data of pdf.js are missing');
}

const damaged = 'It is damaged: it cannot be read as a PDF.';

/** By the name of pdf.js's errors. */
const refusals: Readonly<Record<string, string>> = {
  PasswordException:
    'It is encrypted: it opens with a password only. Save a copy without one and import that.',
  InvalidPDFException: damaged,
};

/** pdf.js wants a slash at the end, on Windows too. */
const folderUrl = (data: string, name: string): string => `${join(data, name).split(sep).join('/')}/`;

async function open(pdfjs: Pdfjs, bytes: Uint8Array): Promise<OpenPdf> {
  const data = dataFolder();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes it away
    verbosity: 0,
    cMapUrl: folderUrl(data, 'cmaps'),
    standardFontDataUrl: folderUrl(data, 'standard_fonts'),
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 1, // in pixels: pictures are not looked at
  });
  try {
    return { pdfjs, document: await task.promise, close: () => task.destroy() };
  } catch (cause) {
    await task.destroy();
    throw cause;
  }
}

/** How far before its kind an object may begin. */
const catalogLength = 2000;

/**
 * A file whose end is missing does not say where its beginning is: the catalog is looked for, and an end put to it that
 * names it. Null: there is none, or it is packed.
 */
function withAnEnd(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = Math.max(file.lastIndexOf('/Type /Catalog'), file.lastIndexOf('/Type/Catalog'));
  const before = at < 0 ? '' : file.toString('latin1', Math.max(0, at - catalogLength), at);
  const [, number, generation] = /^[^]*\b(\d{1,10}) (\d{1,5}) obj\b/.exec(before) ?? [];
  if (number === undefined) return null;
  // The last object may be unfinished.
  const end = `\nendstream\nendobj\ntrailer\n<< /Root ${number} ${generation} R >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(end)]);
}

/** Opens a file. Throws `import-refused` for one that is encrypted or damaged. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdfjs = await (loading ??= load());
  try {
    return await open(pdfjs, bytes);
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    const mended = name === 'InvalidPDFException' ? withAnEnd(bytes) : null;
    const opened = mended && (await open(pdfjs, mended).catch(() => null));
    if (opened) return opened;
    throw refuse(refusals[name] ?? damaged);
  }
}
