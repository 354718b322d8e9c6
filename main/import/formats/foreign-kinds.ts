/** Files that are something else whatever their name says: found by their first bytes and refused in words a person understands. */

interface ForeignKind {
  /** After "This is". */
  readonly words: string;
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

const zip = 'PK\u0003\u0004';

const kinds: readonly ForeignKind[] = [
  { words: 'a PDF', matches: (bytes) => latin(bytes.subarray(0, 1024)).includes('%PDF-') },
  {
    words: 'an OpenDocument file that is no text',
    matches: contains(zip, /mimetypeapplication\/vnd\.oasis/),
  },
  { words: 'an Office file that is no text', matches: contains(zip, /\[Content_Types\]\.xml/) },
  { words: 'a ZIP archive', matches: startsWith(zip) },
  {
    words: 'an old Word, Excel or Outlook file (save it in a newer format first)',
    matches: startsWith('\u00d0\u00cf\u0011\u00e0'),
  },
  { words: 'a database or a notebook; open it instead', matches: startsWith('SQLite format 3') },
  { words: 'a PNG picture', matches: startsWith('\u0089PNG') },
  { words: 'a JPEG picture', matches: startsWith('\u00ff\u00d8\u00ff') },
  { words: 'a GIF picture', matches: startsWith('GIF8') },
  { words: 'a WebP picture or a sound file', matches: contains('RIFF', /^RIFF[^]{4}(?:WEBP|WAVE|AVI )/) },
  { words: 'a film or a sound file', matches: startsWith('ftyp', 4) },
  { words: 'a sound file', matches: startsWith('ID3') },
  { words: 'a compressed file (gzip)', matches: startsWith('\u001f\u008b') },
  { words: 'a compressed file (7z)', matches: startsWith('7z\u00bc\u00af') },
  { words: 'a compressed file (RAR)', matches: startsWith('Rar!') },
  { words: 'a compressed file (xz)', matches: startsWith('\u00fd7zXZ') },
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

/** What the file is instead of a text or a page, in words after "This is"; null when nothing speaks against it. */
export function foreignKind(bytes: Uint8Array): string | null {
  return kinds.find(({ matches }) => matches(bytes))?.words ?? null;
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
