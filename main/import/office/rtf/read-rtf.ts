/**
 * RTF texts as articles: words in any code page and Unicode, headings, lists, tables, notes, pictures, comments on their words.
 * Headers and footers, deleted and hidden text are left out.
 */
import { plainText } from '../../../../shared/document/plain-text';
import type { DecodedReading, FormatInput } from '../../formats/format';
import { greatestPicturesByteLength } from '../../limits';
import { canonicalLabel } from '../../text/decode/encodings';
import { commentAnnotations, lostComments } from '../content/comments';
import { compose } from '../content/compose';
import { startNotes, withNotes } from '../content/notes';
import { officeTime } from '../content/office-time';
import { officeMetadata } from '../content/properties';
import { startRemarks, warningsOf } from '../content/remarks';
import { closeGroup, openGroup, startDestination } from './rtf-groups';
import { endFlow, endParagraph } from './rtf-paragraphs';
import { plainParagraph, type RtfReading, startFlow } from './rtf-state';
import { addCodeUnit, addText, flushBytes, group, isFlowing } from './rtf-text';
import { wordReaders } from './rtf-words';
import { walkRtf } from './walk-rtf';

/** Throws `import-refused`. */
export function readRtf({ bytes, encoding }: Pick<FormatInput, 'bytes' | 'encoding'>): DecodedReading {
  const chosen = canonicalLabel(encoding);
  const reading = startReading(chosen);
  walkRtf(bytes, {
    open: () => {
      settle(reading);
      openGroup(reading);
    },
    close: () => {
      settle(reading);
      closeGroup(reading);
    },
    word: (name, parameter) => readWord(reading, name, parameter),
    symbol: (code) => readSymbol(reading, code),
    bytes: (text) => readBytes(reading, text),
    byte: (byte) => readBytes(reading, Uint8Array.of(byte)),
    binary: (bytes) => readBinary(reading, bytes),
  });
  return finish(reading, chosen !== null);
}

function startReading(chosen: string | null): RtfReading {
  return {
    groups: [
      {
        destination: { kind: 'text', text: '' },
        ownsDestination: false,
        isOptional: false,
        font: -1,
        unicodeSkip: 1,
        marks: [],
        isHidden: false,
        isDeleted: false,
        href: null,
        paragraph: plainParagraph,
      },
    ],
    flows: [startFlow()],
    fonts: new Map(),
    styles: new Map(),
    lists: new Map(),
    overrides: new Map(),
    properties: new Map(),
    remarks: startRemarks(),
    notes: startNotes(),
    comments: [],
    fields: [],
    encoding: chosen ?? 'windows-1252',
    isEncodingChosen: chosen !== null,
    waiting: [],
    skipLeft: 0,
    missingPictureCount: 0,
    picturesLeft: greatestPicturesByteLength,
    hasMargins: false,
    fontRead: 0,
    styleRead: { number: 0, outline: null },
    listRead: [],
    listIdRead: 0,
    author: '',
    comment: { ref: '', date: '', parent: '' },
    isEndnote: false,
  };
}

/** Nothing is skipped beyond the end of a group. */
function settle(reading: RtfReading): void {
  flushBytes(reading);
  reading.skipLeft = 0;
}

function readBytes(reading: RtfReading, bytes: Uint8Array): void {
  const skipped = Math.min(reading.skipLeft, bytes.length);
  reading.skipLeft -= skipped;
  if (skipped < bytes.length && group(reading).destination.kind !== 'skipped')
    reading.waiting.push(bytes.subarray(skipped));
}

/** Of binary data only pictures are kept. */
function readBinary(reading: RtfReading, bytes: Uint8Array): void {
  flushBytes(reading);
  if (group(reading).destination.kind === 'picture') addText(reading, Buffer.from(bytes).toString('hex'));
}

function readWord(reading: RtfReading, name: string, parameter: number | null): void {
  flushBytes(reading);
  if (name === 'u') {
    addCodeUnit(reading, parameter ?? 0);
    reading.skipLeft = group(reading).unicodeSkip;
    return;
  }
  if (reading.skipLeft > 0) {
    reading.skipLeft -= 1;
    return;
  }
  const state = group(reading);
  const reader = wordReaders.get(name);
  if (reader !== undefined) reader(reading, parameter);
  else if (state.isOptional && !readOptional.has(name)) startDestination(reading, 'skipped');
  state.isOptional = false;
}

/** Optional groups that hold what is read elsewhere in this program: shapes, with the words in them. */
const readOptional: ReadonlySet<string> = new Set(['shpinst', 'shppict']);

const [star, blank, hyphen, joined, lineFeed, carriageReturn] = [0x2a, 0x7e, 0x2d, 0x5f, 0x0a, 0x0d] as const;

function readSymbol(reading: RtfReading, code: number): void {
  if (code === star) group(reading).isOptional = true;
  else if (reading.skipLeft > 0) reading.skipLeft -= 1;
  // A backslash or a brace may be the second byte of a letter.
  else if (code === 0x5c || code === 0x7b || code === 0x7d) readBytes(reading, Uint8Array.of(code));
  else {
    flushBytes(reading);
    if (code === blank) addText(reading, '\u00a0');
    else if (code === hyphen) addText(reading, '\u00ad');
    else if (code === joined) addText(reading, '\u2011');
    else if ((code === lineFeed || code === carriageReturn) && isFlowing(group(reading).destination.kind))
      endParagraph(reading);
  }
}

function finish(reading: RtfReading, isChosen: boolean): DecodedReading {
  flushBytes(reading);
  const isCut = reading.groups.length > 1;
  while (reading.groups.length > 1) closeGroup(reading);
  const composed = compose(withNotes(endFlow(reading), reading.notes));
  const text = plainText(composed.blocks);
  const { annotations, lost } = commentAnnotations(reading.comments, text, composed.places);
  reading.remarks.sentences.push(...sentencesOf(reading, isCut), ...lostComments(lost));
  return {
    blocks: composed.blocks,
    metadata: metadataOf(reading),
    warnings: warningsOf(reading.remarks),
    encoding: { encoding: reading.encoding, encodingOrigin: isChosen ? 'chosen' : 'declared' },
    annotations,
  };
}

function sentencesOf({ missingPictureCount: missing, hasMargins }: RtfReading, isCut: boolean): string[] {
  const pictures =
    missing === 1 ? 'One picture was left out: it is' : `${missing} pictures were left out: they are`;
  return [
    ...(isCut ? ['The file is cut short: its end is missing.'] : []),
    ...(missing > 0 ? [`${pictures} damaged or of a kind that is not shown.`] : []),
    ...(hasMargins ? ['Headers and footers were left out.'] : []),
  ];
}

function metadataOf({ properties }: RtfReading): DecodedReading['metadata'] {
  const said = (name: string): string => properties.get(name) ?? '';
  return officeMetadata({
    title: said('title'),
    authors: [said('author')],
    publisher: '',
    language: '',
    fields: {
      created: officeTime(said('created')),
      modified: officeTime(said('modified')),
      subject: said('subject'),
      keywords: said('keywords'),
      description: said('description'),
    },
  });
}
