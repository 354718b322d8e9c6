/**
 * Tells words that Markdown takes for nothing but words, where they stand: they need not be looked through for each of the
 * fifty signs that can mean something. Where it is not certain, the answer is no.
 */
import type { PhrasingContent } from 'mdast';
import type { Handle } from 'mdast-util-to-markdown';

/** Signs that never mean anything, letters, and spaces; a dot and a colon do in addresses alone. */
const harmless = /^[^!#$%&*+<=>@[\\\]^_`{|}~\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u;

/** What begins an address without signs around it, for GitHub; also where the next piece goes on with it. */
const address = /[Ww]\.(?:[-.\w]|$)|[ps]:(?:\/|$)/iu;

const letterFirst = /^\p{L}/u;
const wordFirst = /^[\p{L} ,;]/u;

const isLineEnd = (sign: string): boolean => sign === '' || sign === '\n' || sign === '\r';

/** Whether words may stand as they are between two signs; '' for none. */
export function isFree(words: string, before: string, after: string): boolean {
  const beginsLine = isLineEnd(before.slice(-1));
  if (!(beginsLine ? letterFirst : wordFirst).test(words)) return false;
  if (words.endsWith(' ') && isLineEnd(after.slice(0, 1))) return false;
  return harmless.test(words) && !address.test(words);
}

/** A letter or a digit: beside it, the signs of emphasis are taken for what they are. */
const letter = /^[\p{L}\p{N}]/u;
const letterLast = /[\p{L}\p{N}]$/u;

/** One piece of a line between others as Markdown; null where it is not certain. */
function freePiece(node: PhrasingContent, before: string, after: string): string | null {
  if (node.type === 'text') return isFree(node.value, before, after) ? node.value : null;
  const [inner] = node.type === 'strong' ? node.children : [];
  if (node.type !== 'strong' || node.children.length !== 1 || inner?.type !== 'text') return null;
  const { value } = inner;
  const isCertain = letter.test(value) && letterLast.test(value) && isFree(value, '*', '*');
  return isCertain ? `**${value}**` : null;
}

const firstSign = (node: PhrasingContent | undefined): string =>
  node === undefined ? '' : node.type === 'text' ? node.value.slice(0, 1) : '*';

/** A line of words, some of them strong, as Markdown; null where it is not certain that nothing is to be escaped. */
export function freeLine(nodes: readonly PhrasingContent[]): string | null {
  let line = '';
  for (const [index, node] of nodes.entries()) {
    const piece = freePiece(node, line.slice(-1), firstSign(nodes[index + 1]));
    if (piece === null) return null;
    line += piece;
  }
  return line;
}

/** Writes a text node: as it is where that is certain, else with what is unsafe escaped. */
export const writeWords: Handle = (node: { readonly value: string }, _, state, info) =>
  isFree(node.value, info.before, info.after) ? node.value : state.safe(node.value, info);
