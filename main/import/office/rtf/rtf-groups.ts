/** Groups of an RTF text: where their words go, and what is done with them when the group ends. */

import { plainText } from '../../../../shared/document/plain-text';
import { refuse } from '../../formats/refuse';
import { pictureUrl } from '../../pool/pictures-beside';
import { commentEnd, commentSign, commentStart } from '../content/comments';
import { compose } from '../content/compose';
import { addNote } from '../content/notes';
import { endFlow } from './rtf-paragraphs';
import { type DestinationKind, plainParagraph, type RtfReading, startFlow } from './rtf-state';
import { addPiece, group, isFlowing } from './rtf-text';

/** Documents nest their groups about 20 deep. */
const greatestDepth = 1000;

export function openGroup(reading: RtfReading): void {
  if (reading.groups.length > greatestDepth) throw refuse('The document is nested too deeply.');
  const outer = group(reading);
  reading.groups.push({ ...outer, ownsDestination: false, isOptional: false });
  if (outer.destination.kind === 'styles') startDestination(reading, 'style');
}

/** Words of the group go elsewhere from here on. */
export function startDestination(reading: RtfReading, kind: DestinationKind): void {
  const state = group(reading);
  // A group has one destination: what names a second one is damaged.
  if (state.destination.kind === 'skipped' || (state.ownsDestination && isFlowing(state.destination.kind)))
    return;
  state.destination = { kind, text: '' };
  state.ownsDestination = true;
  if (kind === 'style') reading.styleRead = { number: 0, outline: null };
  if (isFlowing(kind)) {
    reading.flows.push(startFlow());
    // What it stands in does not set its words.
    Object.assign(state, { marks: [], href: null, paragraph: plainParagraph });
  }
  if (kind === 'footnote') reading.isEndnote = false;
  if (kind === 'annotation') reading.comment = { ref: '', date: '', parent: '' };
}

/** The last group is the file's own; what stands after it is no part of the document. */
export function closeGroup(reading: RtfReading): void {
  const state = group(reading);
  if (state.ownsDestination) finishers[state.destination.kind]?.(reading, state.destination.text.trim());
  if (reading.groups.length > 1) reading.groups.pop();
}

type Finisher = (reading: RtfReading, text: string) => void;

const property =
  (name: string): Finisher =>
  ({ properties }, text) => {
    if (!properties.has(name)) properties.set(name, text);
  };

const finishers: Partial<Record<DestinationKind, Finisher>> = {
  title: property('title'),
  author: property('author'),
  subject: property('subject'),
  keywords: property('keywords'),
  doccomm: property('description'),
  style: ({ styles, styleRead }, text) => {
    styles.set(styleRead.number, { name: text.replace(/;$/, ''), outline: styleRead.outline });
  },
  instruction: ({ fields }, text) => {
    if (fields.length > 0) fields[fields.length - 1] += text;
  },
  footnote: (reading) => {
    const kind = reading.isEndnote ? 'endnote' : 'footnote';
    addPiece(reading, addNote(reading.notes, kind, '', endFlow(reading)));
  },
  textbox: (reading) => {
    const blocks = endFlow(reading);
    reading.flows.at(-1)?.boxes.push(...blocks);
  },
  picture: finishPicture,
  annotation: finishComment,
  rangeStart: (reading, text) => addPiece(reading, { kind: 'place', key: commentStart(text) }),
  rangeEnd: (reading, text) => addPiece(reading, { kind: 'place', key: commentEnd(text) }),
  commentAuthor: (reading, text) => {
    reading.author = text;
  },
  commentRef: ({ comment }, text) => {
    comment.ref = text;
  },
  commentDate: ({ comment }, text) => {
    comment.date = packedTime(Number.parseInt(text, 10));
  },
  commentParent: ({ comment }, text) => {
    comment.parent = text;
  },
};

function finishPicture(reading: RtfReading, digits: string): void {
  const src = pictureUrl(Buffer.from(digits.replace(/\s+/g, ''), 'hex'));
  const { isHidden = false, isDeleted = false, href = null } = reading.groups.at(-2) ?? {};
  if (src === null || src.length > reading.picturesLeft) reading.missingPictureCount += 1;
  else if (!isHidden && !isDeleted) {
    reading.picturesLeft -= src.length;
    addPiece(reading, { kind: 'image', src, alt: '', href });
  }
}

function finishComment(reading: RtfReading): void {
  const { comment, author, comments } = reading;
  const id = comment.ref || `without a name ${comments.length + 1}`;
  const text = plainText(compose(endFlow(reading)).blocks);
  comments.push({ id, author, date: comment.date, text, answers: comment.parent });
  addPiece(reading, { kind: 'place', key: commentSign(id) });
}

/** Word's time in one number: minutes, hours, day, month, years since 1900, weekday, from the lowest bits up; it may be negative. */
function packedTime(packed: number): string {
  if (Number.isNaN(packed) || packed === 0) return '';
  const part = (from: number, bits: number): number => (packed >>> from) & ((1 << bits) - 1);
  const time = Date.UTC(part(20, 9) + 1900, part(16, 4) - 1, part(11, 5), part(6, 5), part(0, 6));
  return part(16, 4) === 0 || part(11, 5) === 0 ? '' : new Date(time).toISOString();
}
