/**
 * One file or paste as what it brings: which format it is, its words, what it says about itself, and what of it is page
 * chrome. Reads no file but what a format finds beside one; writes no notebook: whether the notebook has it already is
 * the store's question.
 */
import type { ImportedDocument } from '../../shared/model/imported/imported-document';
import type { ImportedItem } from '../../shared/model/imported/imported-item';
import { documentOf } from './formats/document-of';
import type { DocumentFormat, FormatInput, ImportFormat } from './formats/format';
import { formatOf } from './formats/formats';
import { refuse } from './formats/refuse';
import { greatestByteLength, greatestItemCount } from './limits';
import { wellFormed } from './text/decode/well-formed';

export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** Path, URL or `clipboard:`. */
  readonly source: string;
  /** As a server or the clipboard gives it, parameters and all; when left out, the bytes and the name decide. */
  readonly mediaType?: string | undefined;
  /** The encoding the user chose. */
  readonly encoding?: string | undefined;
  /** ISO 8601 UTC. */
  readonly capturedAt: string;
  /** The file itself; absent for what is none. */
  readonly path?: string | undefined;
  readonly mapping?: FormatInput['mapping'];
  /** Then `bytes` is only its beginning. */
  readonly largeFile?: FormatInput['largeFile'];
  /** A picture that was saved beside the file: see `pool/pictures-beside.ts`. */
  readonly pictureBeside?: FormatInput['pictureBeside'];
}

/**
 * What a file brings, one by one. Throws `import-refused` for what is empty, too large, of no known format, or cannot be
 * read at all.
 */
export async function* importItems(request: ImportRequest): AsyncGenerator<ImportedItem, void, void> {
  const input = inputOf(request);
  const format = await formatOf(input);
  checkLength(request.largeFile?.byteLength ?? request.bytes.byteLength, format);
  if (format.kind === 'collection') yield* limited(format.open(input));
  else {
    const { document, tags } = await documentFrom(format, input);
    yield wellFormed({ kind: 'article', key: request.source, document, bytes: request.bytes, tags });
  }
}

/** The name of the format that a file is read as. Throws `import-refused` for what is empty or of no known format. */
export async function formatNameOf(request: Pick<ImportRequest, 'bytes' | 'source'>): Promise<string> {
  return (await formatOf(inputOf({ ...request, capturedAt: '' }))).name;
}

/** Throws `import-refused` for what is empty, too large, or no single article. */
export async function importDocument(request: ImportRequest): Promise<ImportedDocument> {
  const input = inputOf(request);
  const format = await formatOf(input);
  checkLength(request.bytes.byteLength, format);
  if (format.kind === 'collection') throw refuse(`This is ${format.words}, not one article.`);
  return (await documentFrom(format, input)).document;
}

function inputOf(request: ImportRequest): FormatInput {
  if (request.bytes.byteLength === 0) throw refuse('The file is empty.');
  const { mediaType = '', encoding = '' } = request;
  return { ...request, mediaType, encoding, importWithin: importDocument };
}

async function documentFrom(
  format: DocumentFormat,
  input: FormatInput,
): Promise<{ readonly document: ImportedDocument; readonly tags: readonly string[] }> {
  const said = input.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const mediaType = format.mediaTypes.includes(said) ? said : (format.mediaTypes[0] ?? '');
  const reading = await format.read(input);
  return { document: documentOf(reading, { ...input, mediaType }), tags: reading.tags ?? [] };
}

/** A file that goes on for ever must not. */
async function* limited(items: AsyncIterable<ImportedItem>): AsyncGenerator<ImportedItem, void, void> {
  let count = 0;
  for await (const item of items) {
    if (++count > greatestItemCount) {
      const message = `There is more in this file than can be brought in at once; the first ${greatestItemCount} parts were taken.`;
      yield { kind: 'refused', source: '', message };
      return;
    }
    yield wellFormed(item);
  }
}

/** Throws `import-refused` for a length that no import, or not this format, takes. */
export function checkLength(
  byteLength: number,
  format?: Pick<ImportFormat, 'greatestByteLength' | 'words'>,
): void {
  if (byteLength === 0) throw refuse('The file is empty.');
  const most = format?.greatestByteLength ?? greatestByteLength;
  if (byteLength <= most) return;
  const [size, limit] = [byteLength, most].map((bytes) => Math.ceil(bytes / 1024 / 1024));
  throw refuse(`The file is too large: ${size} MB, and at most ${limit} MB can be imported.`);
}
