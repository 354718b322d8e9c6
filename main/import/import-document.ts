/**
 * One file or paste as an article: which format it is, its words, what it says about itself, and what of it is page
 * chrome. Pure: reads no file, writes no notebook; whether the notebook has it already is the store's question.
 */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { plainText } from '../../shared/document/plain-text';
import { serialiseContent } from '../../shared/document/serialise-content';
import type { ImportedDocument } from '../../shared/model/imported/imported-document';
import { suggestExclusions } from './chrome/suggest-exclusions';
import type { DecodedReading, FormatInput, ImportFormat } from './formats/format';
import { formatOf } from './formats/formats';
import { refuse } from './formats/refuse';
import { greatestByteLength } from './limits';
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
  /** A picture that was saved beside the file: see `pool/pictures-beside.ts`. */
  readonly pictureBeside?: FormatInput['pictureBeside'];
}

/** Throws `import-refused` for what is empty, too large, or neither a text nor a page. */
export function importDocument(request: ImportRequest): ImportedDocument {
  checkLength(request.bytes.byteLength);
  const input: FormatInput = {
    ...request,
    mediaType: request.mediaType ?? '',
    encoding: request.encoding ?? '',
  };
  const format = formatOf(input);
  const reading = format.read(input);
  const text = plainText(reading.blocks);
  if (text.trim() === '') throw refuse('There are no words in it.');
  return {
    metadata: metadataOf(reading, text, request.source),
    content: serialiseContent(reading.blocks),
    text,
    original: originalOf(request, format, reading),
    exclusions: suggestExclusions(text),
    warnings: reading.warnings,
  };
}

/** Throws `import-refused` for a length that no import takes. */
export function checkLength(byteLength: number): void {
  if (byteLength === 0) throw refuse('The file is empty.');
  if (byteLength <= greatestByteLength) return;
  const [size, limit] = [byteLength, greatestByteLength].map((bytes) => Math.ceil(bytes / 1024 / 1024));
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
  request: ImportRequest,
  format: ImportFormat,
  reading: DecodedReading,
): ImportedDocument['original'] {
  const said = request.mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return {
    source: request.source,
    mediaType: format.mediaTypes.includes(said) ? said : (format.mediaTypes[0] ?? ''),
    ...reading.encoding,
    sha256: createHash('sha256').update(request.bytes).digest('hex'),
    byteLength: request.bytes.byteLength,
    capturedAt: request.capturedAt,
  };
}
