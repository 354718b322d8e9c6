/**
 * The formats that can be imported: a row each. A new format is a new row and a module that reads it, which is loaded when
 * the first such file is met. The order counts: the first row that recognises a file has it.
 */

import { readHtml } from '../html/read-html';
import { pdf } from '../pdf/pdf-format';
import { charsetOfMediaType, declaredEncoding } from '../text/decode/declared-encoding';
import { type DecodedText, decodeText } from '../text/decode/decode-text';
import { readPlainText } from '../text/read-plain-text';
import { extensionsOf } from './extensions';
import { foreignKind, isNoText } from './foreign-kinds';
import type { DecodedReading, FormatInput, FormatReading, ImportFormat } from './format';
import { officeFormats } from './office-formats';
import { qdaFormats } from './qda-formats';
import { referenceFormats } from './reference-formats';
import { refuse } from './refuse';
import { tableFormats } from './table-formats';
import { webFormats } from './web-formats';

const isClipboard = (source: string): boolean => source.startsWith('clipboard:');

/** Decodes and reads; says in a warning when the encoding was guessed and not sure. */
function readDecoded(
  input: FormatInput,
  declared: string | null,
  read: (text: string) => FormatReading,
): DecodedReading {
  const decoded = decodeText(input.bytes, { chosen: input.encoding, declared });
  if (decoded.origin !== 'chosen' && isNoText(input.bytes, decoded.text, decoded.encoding))
    throw refuse(noTextMessage(input));
  const reading = read(decoded.text);
  return {
    ...reading,
    warnings: [...reading.warnings, ...encodingWarnings(decoded)],
    encoding: { encoding: decoded.encoding, encodingOrigin: decoded.origin },
  };
}

const sureEnough = 0.7;

function encodingWarnings({ origin, confidence, encoding, text }: DecodedText): string[] {
  const isUnsure = origin === 'guessed' && confidence < sureEnough;
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  return [
    ...(isUnsure ? [`The encoding is not certain: the text was read as ${encoding}.`] : []),
    ...(lost > 0 ? [`${lost === 1 ? 'One character' : `${lost} characters`} could not be read.`] : []),
  ];
}

const markup =
  /<(?:!doctype\s+html|html|head|body|article|div|p|h[1-6]|table|ul|ol|meta|title|span|a)\b[^<>]*>/gi;

const html: ImportFormat = {
  kind: 'document',
  name: 'html',
  words: 'a web page',
  extensions: extensionsOf.html,
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  recognise: (head, { encoding }) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(
      decodeText(head, { chosen: encoding }).text,
    ),
  read: (input) => {
    const declared = charsetOfMediaType(input.mediaType) ?? declaredEncoding(input.bytes);
    return readDecoded(input, declared, (text) => readMarkup(text, input));
  },
};

const markdown: ImportFormat = {
  kind: 'document',
  name: 'markdown',
  words: 'a Markdown text',
  extensions: extensionsOf.markdown,
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  recognise: () => false,
  read: async (input) => {
    const { readMarkdown } = await import('../text/markdown/read-markdown');
    return readDecoded(input, charsetOfMediaType(input.mediaType), (words) => readMarkdown(words, input));
  },
};

/** Everything is text that is nothing else. */
const text: ImportFormat = {
  kind: 'document',
  name: 'text',
  words: 'a text',
  extensions: extensionsOf.text,
  mediaTypes: ['text/plain'],
  recognise: () => false,
  read: (input) => readDecoded(input, charsetOfMediaType(input.mediaType), (words) => readText(words, input)),
};

/** The table. Formats with a signature come first, then those that are found by a look inside, then texts. */
export const formats: readonly ImportFormat[] = [
  pdf,
  ...qdaFormats,
  ...webFormats,
  ...officeFormats,
  ...referenceFormats,
  ...tableFormats,
  html,
  markdown,
  text,
];

/** A text that only calls itself a page would lose its lines. */
function readMarkup(words: string, { source, pictureBeside }: FormatInput): FormatReading {
  if (words.search(markup) >= 0)
    return readHtml(words, { source, isPaste: isClipboard(source), pictureBeside });
  const reading = readPlainText(words);
  return { ...reading, warnings: ['This file holds no web page and was read as plain text.'] };
}

/** A text whose name says that it is something else is one all the same, and that is said. */
function readText(words: string, { source }: FormatInput): FormatReading {
  const reading = readPlainText(words);
  const named = signatureFormatOf(source);
  if (!named) return reading;
  return {
    ...reading,
    warnings: [...reading.warnings, `This is not ${named.words}: it was read as plain text.`],
  };
}

function noTextMessage({ source }: FormatInput): string {
  const named = signatureFormatOf(source);
  if (!named) return 'This file is not a text.';
  return `This is called .${extensionOf(source)}, but is not ${named.words}, or a damaged one.`;
}

/** The bytes that `recognise` is given. */
const headLength = 4096;

/**
 * A signature in the bytes decides; else `mediaType`, a look inside, and the name, in this order. Throws `import-refused`
 * for a kind that is known and cannot be imported.
 */
export async function formatOf(input: FormatInput): Promise<ImportFormat> {
  const head = input.bytes.subarray(0, headLength);
  const signed = await firstThatKnows(input, head, (format) => format.hasSignature === true);
  if (signed) return signed;
  const foreign = foreignKind(input.bytes);
  if (foreign !== null)
    throw refuse(`This is ${foreign.words}, which cannot be imported. ${foreign.wayOut}`.trim());
  const type = input.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    byMediaType(type) ??
    (await firstThatKnows(input, head, (format) => format.hasSignature !== true)) ??
    byExtension(input.source) ??
    text
  );
}

async function firstThatKnows(
  input: FormatInput,
  head: Uint8Array,
  isAsked: (format: ImportFormat) => boolean,
): Promise<ImportFormat | undefined> {
  for (const format of formats) if (isAsked(format) && (await format.recognise(head, input))) return format;
  return undefined;
}

function byMediaType(type: string): ImportFormat | undefined {
  return formats.find((format) => !format.hasSignature && format.mediaTypes.includes(type));
}

function extensionOf(source: string): string {
  return /\.([a-z0-9]{1,10})(?:[?#].*)?$/i.exec(source)?.[1]?.toLowerCase() ?? '';
}

function byExtension(source: string): ImportFormat | undefined {
  const extension = extensionOf(source);
  return formats.find((format) => !format.hasSignature && format.extensions.includes(extension));
}

function signatureFormatOf(source: string): ImportFormat | undefined {
  const extension = extensionOf(source);
  return formats.find((format) => format.hasSignature && format.extensions.includes(extension));
}
