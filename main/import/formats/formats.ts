/** The formats that can be imported: a row each. A new format is a new row and a module that reads it. */
import { charsetOfMediaType, declaredEncoding } from '../decode/declared-encoding';
import { type DecodedText, decodeText } from '../decode/decode-text';
import { readHtml } from '../html/read-html';
import { readPlainText } from '../text/read-plain-text';
import { extensionsOf } from './extensions';
import { foreignKind, isNoText } from './foreign-kinds';
import type { DecodedReading, FormatInput, FormatReading, ImportFormat } from './format';
import { refuse } from './refuse';

const isClipboard = (source: string): boolean => source.startsWith('clipboard:');

/** Decodes and reads; says in a warning when the encoding was guessed and not sure. */
function readDecoded(
  input: FormatInput,
  declared: string | null,
  read: (text: string) => FormatReading,
): DecodedReading {
  const decoded = decodeText(input.bytes, { chosen: input.encoding, declared });
  if (decoded.origin !== 'chosen' && isNoText(input.bytes, decoded.text, decoded.encoding))
    throw refuse('This file is not a text.');
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
  name: 'html',
  extensions: extensionsOf.html,
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  sniff: (head) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(head),
  read: (input) => {
    const declared = charsetOfMediaType(input.mediaType) ?? declaredEncoding(input.bytes);
    return readDecoded(input, declared, (text) => readMarkup(text, input));
  },
};

/** Everything is text that is nothing else. */
const text: ImportFormat = {
  name: 'text',
  extensions: extensionsOf.text,
  mediaTypes: ['text/plain', 'text/markdown'],
  sniff: () => false,
  read: (input) => readDecoded(input, charsetOfMediaType(input.mediaType), readPlainText),
};

const formats: readonly ImportFormat[] = [html, text];

/** A text that only calls itself a page would lose its lines. */
function readMarkup(text: string, { source, pictureBeside }: FormatInput): FormatReading {
  if (text.search(markup) >= 0)
    return readHtml(text, { source, isPaste: isClipboard(source), pictureBeside });
  const reading = readPlainText(text);
  return { ...reading, warnings: ['This file holds no web page and was read as plain text.'] };
}

/** What `mediaType`, the first characters and the name say, in this order. Throws `import-refused` for a kind that is known and is no article. */
export function formatOf(input: FormatInput): ImportFormat {
  const foreign = foreignKind(input.bytes);
  if (foreign !== null) throw refuse(`This is ${foreign}, not a text or a web page.`);
  const type = input.mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return byMediaType(type) ?? byContent(input) ?? byExtension(input.source) ?? text;
}

function byMediaType(type: string): ImportFormat | undefined {
  return formats.find((format) => format.mediaTypes.includes(type));
}

/** A page is a page whatever its file is called; that it is a text is no news. */
function byContent({ bytes, encoding }: FormatInput): ImportFormat | undefined {
  const head = decodeText(bytes.subarray(0, 4096), { chosen: encoding }).text;
  return formats.find((format) => format.sniff(head));
}

function byExtension(source: string): ImportFormat | undefined {
  const extension = /\.([a-z0-9]{1,10})(?:[?#].*)?$/i.exec(source)?.[1]?.toLowerCase() ?? '';
  return formats.find((format) => format.extensions.includes(extension));
}
