/**
 * One file or paste as what it brings: which format it is, its words, what it says about itself, and what of it is page
 * chrome. Reads no file but what a format finds beside one; writes no notebook: whether the notebook has it already is
 * the store's question.
 */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { plainText } from '../../shared/document/plain-text';
import { serialiseContent } from '../../shared/document/serialise-content';
import type { ImportedDocument } from '../../shared/model/imported/imported-document';
import type { ImportedItem } from '../../shared/model/imported/imported-item';
import { suggestExclusions } from './chrome/suggest-exclusions';
import type { DecodedReading, DocumentFormat, FormatInput, ImportFormat } from './formats/format';
import { formatOf } from './formats/formats';
import { refuse } from './formats/refuse';
import { greatestByteLength, greatestItemCount } from './limits';
import { recogniseLanguage } from './metadata/recognise-language';

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
  /** A picture that was saved beside the file: see `pool/pictures-beside.ts`. */
  readonly pictureBeside?: FormatInput['pictureBeside'];
}

/** What is kept of where an article's bytes came from. */
export interface DocumentOrigin {
  readonly bytes: Uint8Array;
  readonly source: string;
  /** Without parameters. */
  readonly mediaType: string;
  /** ISO 8601 UTC. */
  readonly capturedAt: string;
}

/**
 * What a file brings, one by one. Throws `import-refused` for what is empty, too large, of no known format, or cannot be
 * read at all.
 */
export async function* importItems(request: ImportRequest): AsyncGenerator<ImportedItem, void, void> {
  const input = inputOf(request);
  const format = await formatOf(input);
  checkLength(request.bytes.byteLength, format);
  if (format.kind === 'collection') yield* limited(format.open(input));
  else {
    const document = await documentFrom(format, input);
    yield { kind: 'article', key: request.source, document, bytes: request.bytes, tags: [] };
  }
}

/** Throws `import-refused` for what is empty, too large, or no single article. */
export async function importDocument(request: ImportRequest): Promise<ImportedDocument> {
  const input = inputOf(request);
  const format = await formatOf(input);
  checkLength(request.bytes.byteLength, format);
  if (format.kind === 'collection') throw refuse(`This is ${format.words}, not one article.`);
  return documentFrom(format, input);
}

function inputOf(request: ImportRequest): FormatInput {
  if (request.bytes.byteLength === 0) throw refuse('The file is empty.');
  const { mediaType = '', encoding = '' } = request;
  return { ...request, mediaType, encoding };
}

async function documentFrom(format: DocumentFormat, input: FormatInput): Promise<ImportedDocument> {
  const said = input.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  const mediaType = format.mediaTypes.includes(said) ? said : (format.mediaTypes[0] ?? '');
  return documentOf(await format.read(input), { ...input, mediaType });
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
    yield item;
  }
}

/** An article of what a format read. Throws `import-refused` where there are no words in it. */
export function documentOf(reading: DecodedReading, origin: DocumentOrigin): ImportedDocument {
  const { blocks, locators, annotations, warnings } = reading;
  const text = plainText(blocks);
  if (text.trim() === '') throw refuse('There are no words in it.');
  return {
    metadata: metadataOf(reading, text, origin.source),
    content: serialiseContent(blocks),
    text,
    original: originalOf({ ...origin, capturedAt: reading.capturedAt ?? origin.capturedAt }, reading),
    exclusions: suggestExclusions(text),
    ...(locators && { locators }),
    ...(annotations && { annotations }),
    warnings,
  };
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

function metadataOf(
  { metadata }: DecodedReading,
  text: string,
  source: string,
): ImportedDocument['metadata'] {
  return {
    ...metadata,
    title:
      shorten(metadata.title, longestTitle) || nameOf(source) || shorten(firstLine(text), longestMadeTitle),
    language: recogniseLanguage(text, metadata.language),
  };
}

const longestTitle = 500;
const longestMadeTitle = 80;

/** A file without a headline goes by its name, as it does in its folder. */
function nameOf(source: string): string {
  if (source.startsWith('clipboard:') || /^https?:/i.test(source)) return '';
  return basename(source, extname(source)).trim();
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** Cuts between words. */
function shorten(line: string, longest: number): string {
  const tidy = line.replace(/\s+/g, ' ').trim();
  if (tidy.length <= longest) return tidy;
  const cut = tidy.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function originalOf(
  { bytes, source, mediaType, capturedAt }: DocumentOrigin,
  { encoding, capturedAt: saidAt }: DecodedReading,
): ImportedDocument['original'] {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    source,
    mediaType,
    ...encoding,
    sha256,
    byteLength: bytes.byteLength,
    capturedAt: saidAt ?? capturedAt,
  };
}
