/**
 * Counting the words of a text. Each unit is looked up in a table instead of asked of a pattern, since every text that
 * comes in is counted; a unit's row of the table is filled when it is first met.
 */

const word =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]|[\p{L}\p{N}\p{M}]+(?:['’\-.][\p{L}\p{N}\p{M}]+)*/gu;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;
const joint = /['’\-.]/;
const surrogate = /[\uD800-\uDFFF]/;

const isUnspaced = 1;
const isLetter = 2;
const isJoint = 4;
const isKnown = 8;

const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  const kind =
    isKnown |
    (unspaced.test(character) ? isUnspaced : 0) |
    (letter.test(character) ? isLetter : 0) |
    (joint.test(character) ? isJoint : 0);
  kinds[unit] = kind;
  return kind;
}

/** Where the word that begins at a place ends: letters, and signs between two of them. */
function endOfWord(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if ((kind & isLetter) !== 0) continue;
    if ((kind & isJoint) === 0 || at + 1 === text.length) break;
    if ((kindOf(text.charCodeAt(at + 1)) & isLetter) === 0) break;
  }
  return at;
}

/** Words as people count them: runs of letters and digits; each character of a script without word spaces is one. */
export function countWords(text: string): number {
  let count = 0;
  if (surrogate.test(text)) {
    for (const _ of text.matchAll(word)) count++;
    return count;
  }
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    if ((kind & (isUnspaced | isLetter)) !== 0) count++;
    at = (kind & (isUnspaced | isLetter)) === isLetter ? endOfWord(text, at) : at + 1;
  }
  return count;
}
