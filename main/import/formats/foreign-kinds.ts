/** Files that are something else whatever their name says: found by their first bytes and refused in words a person understands. */

/** What a file is, and what a person can do to have it read; '' where there is nothing to do. */
export interface ForeignWords {
  /** After "This is". */
  readonly words: string;
  /** A sentence. */
  readonly wayOut: string;
}

interface ForeignKind {
  readonly words: string;
  readonly wayOut?: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}

/** How far into a file its kind is looked for. */
const searchedBytes = 2048;

const startsWith =
  (text: string, at = 0) =>
  (bytes: Uint8Array): boolean =>
    latin(bytes.subarray(at, at + text.length)) === text;

const contains =
  (start: string, inside: RegExp) =>
  (bytes: Uint8Array): boolean =>
    startsWith(start)(bytes) && inside.test(latin(bytes.subarray(0, searchedBytes)));

const containsText =
  (start: RegExp) =>
  (bytes: Uint8Array): boolean =>
    start.test(latin(bytes.subarray(0, 4 * searchedBytes)).replace(/\r\n/g, '\n'));

/** Old Office files name their parts in UTF-16, in a list that may stand anywhere. */
const compound =
  (...parts: readonly string[]) =>
  (bytes: Uint8Array): boolean =>
    startsWith('\u00d0\u00cf\u0011\u00e0')(bytes) &&
    parts.some((part) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(part, 'utf16le')),
    );

/** Names of an archive's files stand before each and once more at its end. */
const archiveWith =
  (name: RegExp) =>
  (bytes: Uint8Array): boolean =>
    startsWith(zip)(bytes) &&
    (name.test(latin(bytes.subarray(0, searchedBytes))) || name.test(latin(bytes.subarray(-searchedBytes))));

const makeDocx = 'Open it in Word or LibreOffice, save it as DOCX or ODT, and import that.';
const makePdfText = 'Turn it into a PDF with a text layer, and import that.';
const recogniseText = 'If words are on it, have them recognised (OCR) and import the text.';

const zip = 'PK\u0003\u0004';

const kinds: readonly ForeignKind[] = [
  {
    words: 'a damaged PDF, or a part of one',
    wayOut: 'Fetch or scan it again.',
    matches: (bytes) => latin(bytes.subarray(0, 1024)).includes('%PDF-'),
  },
  {
    words: 'a document of Apple Pages, Numbers or Keynote',
    wayOut: 'Open it there, export it as Word or PDF, and import that.',
    matches: archiveWith(/Index\/(?:Document|Metadata|Tables)[^]{0,40}\.iwa|Index\.zip|index\.(?:xml|apxl)/),
  },
  {
    words: 'an OpenDocument file that is no text',
    wayOut: 'Save its words as a text document or a PDF, and import that.',
    matches: contains(zip, /mimetypeapplication\/vnd\.oasis/),
  },
  {
    words: 'an Office file that is no text',
    wayOut: 'Save its words as a Word document or a PDF, and import that.',
    matches: contains(zip, /\[Content_Types\]\.xml/),
  },
  { words: 'a ZIP archive', wayOut: 'Unpack it and import what is in it.', matches: startsWith(zip) },
  {
    words: 'a document protected by a password',
    wayOut: 'Save a copy without one and import that.',
    matches: compound('EncryptedPackage'),
  },
  { words: 'a Word document of the old kind (.doc)', wayOut: makeDocx, matches: compound('WordDocument') },
  {
    words: 'an Excel workbook of the old kind (.xls)',
    wayOut: 'Save it as XLSX or CSV and import that.',
    matches: compound('Workbook', 'Book'),
  },
  {
    words: 'a mail of Outlook (.msg)',
    wayOut: 'Save it as EML, HTML or text and import that.',
    matches: compound('__substg1.0_'),
  },
  {
    words: 'an old Office file',
    wayOut: 'Save it in a newer format and import that.',
    matches: compound(''),
  },
  {
    words: 'a flat OpenDocument text (.fodt)',
    wayOut: 'Open it in LibreOffice, save it as ODT, and import that.',
    matches: containsText(/^\s*(?:<\?xml[^>]*>)?\s*<office:document\b/),
  },
  {
    words: 'a Word document saved as XML',
    wayOut: makeDocx,
    matches: containsText(/<\?mso-application progid="Word\.Document"|<w:wordDocument\b|<pkg:package\b/),
  },
  { words: 'a DjVu scan', wayOut: makePdfText, matches: startsWith('AT&TFORM') },
  {
    words: 'a book for Kindle (.mobi, .azw)',
    wayOut: 'Turn it into EPUB, for example with Calibre, and import that.',
    matches: startsWith('BOOKMOBI', 60),
  },
  { words: 'a PostScript file', wayOut: 'Turn it into PDF and import that.', matches: startsWith('%!PS') },
  {
    words: 'a TIFF picture',
    wayOut: recogniseText,
    matches: (bytes) => /^(?:II\*\0|MM\0\*)/.test(latin(bytes.subarray(0, 4))),
  },
  {
    words: 'a database',
    wayOut: 'If it is a notebook, open it instead.',
    matches: startsWith('SQLite format 3'),
  },
  { words: 'a PNG picture', wayOut: recogniseText, matches: startsWith('\u0089PNG') },
  { words: 'a JPEG picture', wayOut: recogniseText, matches: startsWith('\u00ff\u00d8\u00ff') },
  { words: 'a GIF picture', wayOut: recogniseText, matches: startsWith('GIF8') },
  { words: 'a WebP picture or a sound file', matches: contains('RIFF', /^RIFF[^]{4}(?:WEBP|WAVE|AVI )/) },
  { words: 'a film or a sound file', matches: startsWith('ftyp', 4) },
  { words: 'a sound file', matches: startsWith('ID3') },
  {
    words: 'a compressed file (gzip)',
    wayOut: 'Unpack it and import what is in it.',
    matches: startsWith('\u001f\u008b'),
  },
  {
    words: 'a compressed file (7z)',
    wayOut: 'Unpack it and import what is in it.',
    matches: startsWith('7z\u00bc\u00af'),
  },
  {
    words: 'a compressed file (RAR)',
    wayOut: 'Unpack it and import what is in it.',
    matches: startsWith('Rar!'),
  },
  {
    words: 'a compressed file (xz)',
    wayOut: 'Unpack it and import what is in it.',
    matches: startsWith('\u00fd7zXZ'),
  },
  { words: 'a program', matches: contains('MZ', /This program|PE\0\0/) },
  { words: 'a program', matches: startsWith('\u007fELF') },
  {
    words: 'an annotated text (WebAnno or INCEpTION TSV)',
    matches: containsText(/^(?:#FORMAT=WebAnno TSV| ?# webanno\.|#id=1\n#text=)/i),
  },
  {
    words: 'an annotated text (CoNLL)',
    matches: containsText(/^(?:# [^\n]*\n)+1(?:-\d+)?\t[^\t\n]+\t[^\t\n]+\t[A-Z_]+\t/),
  },
  { words: 'an annotated text (UIMA XMI)', matches: containsText(/^(?:<\?xml[^>]*>)?\s*<xmi:XMI\b/) },
  {
    words: 'a list of annotations (brat), whose text is in the file beside it',
    matches: containsText(/^T\d+\t[^\s\t]+ \d+ \d+[^\t\n]*\t[^\n]*\n(?:[TREAMN#*]\d*\t|$)/),
  },
];

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** What the file is instead of a text or a page; null when nothing speaks against it. */
export function foreignKind(bytes: Uint8Array): ForeignWords | null {
  const found = kinds.find(({ matches }) => matches(bytes));
  return found === undefined ? null : { words: found.words, wayOut: found.wayOut ?? '' };
}

/** More than this share of control characters, and it is no text. */
const greatestControlShare = 0.02;
const controlSampleLength = 100_000;

/** Whether bytes are no text at all. `text` is what they were decoded to as `encoding`. */
export function isNoText(bytes: Uint8Array, text: string, encoding: string): boolean {
  const isWide = /^utf-(?:16|32)/.test(encoding);
  const sample = isWide ? text.slice(0, controlSampleLength) : latin(bytes.subarray(0, controlSampleLength));
  const controls = sample.match(/(?![\t\n\v\f\r\u001b\u0080-\u009f])\p{Cc}/gu)?.length ?? 0;
  return controls > sample.length * greatestControlShare + 2;
}
