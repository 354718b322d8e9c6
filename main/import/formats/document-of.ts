/** What a format read as an article: its title and language made sure of, what of it is page chrome, and where it came from. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import type { ImportedDocument } from '../../../shared/model/imported/imported-document';
import { recogniseLanguage } from '../metadata/recognise-language';
import { suggestExclusions } from '../text/chrome/suggest-exclusions';
import type { DecodedReading } from './format';
import { refuse } from './refuse';

/** What is kept of where an article's bytes came from. */
export interface DocumentOrigin {
  readonly bytes: Uint8Array;
  readonly source: string;
  /** Without parameters. */
  readonly mediaType: string;
  /** ISO 8601 UTC. */
  readonly capturedAt: string;
}

const ofPictures = ' If its pictures show some, have them recognised (OCR) and import what comes out.';

/** An article of what a format read. Throws `import-refused` where there are no words in it. */
export function documentOf(reading: DecodedReading, origin: DocumentOrigin): ImportedDocument {
  const { blocks, locators, annotations, warnings } = reading;
  const text = plainText(blocks);
  const content = serialiseContent(blocks);
  if (text.trim() === '')
    throw refuse(`There are no words in it.${content.includes('<img ') ? ofPictures : ''}`);
  return {
    metadata: metadataOf(reading, text, origin.source),
    content,
    text,
    original: originalOf({ ...origin, capturedAt: reading.capturedAt ?? origin.capturedAt }, reading),
    exclusions: suggestExclusions(text),
    ...(locators && { locators }),
    ...(annotations && { annotations }),
    warnings,
  };
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
