/** Words of an RTF text: bytes and code units become letters, and go where the group's words go. */

import { greatestPicturesByteLength } from '../../limits';
import { decodeBytes } from '../../text/decode/encodings';
import type { Piece } from '../content/office-block';
import { count } from '../content/remarks';
import { symbolLetter } from '../content/symbol-letter';
import type { GroupState, RtfReading } from './rtf-state';

/** What gathers outside of the text (names, titles) is never longer. */
const greatestGathered = 100_000;
/** Pictures are told in hexadecimal digits. */
const greatestPicture = 2 * greatestPicturesByteLength;

/** The group being read. */
export function group(reading: RtfReading): GroupState {
  const last = reading.groups.at(-1);
  if (last === undefined) throw new Error('There is always a group.');
  return last;
}

/** Decodes what waits, so that what follows stands after it. */
export function flushBytes(reading: RtfReading): void {
  if (reading.waiting.length === 0) return;
  const bytes = Buffer.concat(reading.waiting);
  reading.waiting = [];
  const { destination, font } = group(reading);
  const used =
    destination.kind === 'text' || destination.kind === 'style' ? reading.fonts.get(font) : undefined;
  if (used?.isSymbols === true) for (const byte of bytes) addSymbol(reading, 0xf000 + byte);
  else addText(reading, decodeBytes(bytes, used?.encoding ?? reading.encoding) ?? '');
}

/** A UTF-16 code unit told as `\u`. */
export function addCodeUnit(reading: RtfReading, said: number): void {
  const unit = said & 0xffff;
  if (unit >= 0xf000 && unit <= 0xf0ff) addSymbol(reading, unit);
  else if (unit >= 0x20) addText(reading, String.fromCharCode(unit));
}

function addSymbol(reading: RtfReading, code: number): void {
  const letter = symbolLetter('symbol', code);
  if (letter === null) count(reading.remarks, 'symbol');
  addText(reading, letter ?? '□');
}

export function addText(reading: RtfReading, text: string): void {
  const { destination, marks, href, isHidden, isDeleted } = group(reading);
  if (text === '' || destination.kind === 'skipped') return;
  if (!isFlowing(destination.kind)) {
    const most = destination.kind === 'picture' ? greatestPicture : greatestGathered;
    if (destination.text.length < most) destination.text += text;
  } else if (!isHidden && !isDeleted) {
    // Words that lead somewhere are underlined by being a link.
    const set = href === null ? marks : marks.filter((mark) => mark !== 'u');
    addPiece(reading, { kind: 'text', text, marks: set, href });
  }
}

/** Whether words of this destination are paragraphs of the innermost flow. */
export function isFlowing(kind: GroupState['destination']['kind']): boolean {
  return kind === 'text' || kind === 'footnote' || kind === 'annotation' || kind === 'textbox';
}

export function addPiece(reading: RtfReading, piece: Piece): void {
  const pieces = reading.flows.at(-1)?.pieces ?? [];
  const last = pieces.at(-1);
  const isMore =
    piece.kind === 'text' &&
    last?.kind === 'text' &&
    last.href === piece.href &&
    last.name === undefined &&
    last.marks.join() === piece.marks.join();
  if (isMore) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
}
