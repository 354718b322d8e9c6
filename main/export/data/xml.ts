/** XML written by hand in pieces: escaping, and the few shapes that the formats need. Nothing is read here. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot have, not even escaped: controls, halves of surrogate pairs, and two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are meant
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Words for text and for attributes in double quotation marks; what XML cannot have becomes the replacement character. */
export function xmlText(words: string): string {
  return words
    .replace(impossible, '\ufffd')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? '')
    .replaceAll('\r', '&#13;');
}

/** Words for an attribute: line ends and tabs are kept. */
const attributeText = (words: string): string =>
  xmlText(words).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Attributes that say something, each with a space before it. */
export function attributes(given: Attributes): string {
  return Object.entries(given)
    .flatMap(([name, value]) =>
      value === null || value === undefined ? [] : ` ${name}="${attributeText(String(value))}"`,
    )
    .join('');
}

/** An element with what is in it, which is XML already; without anything it is empty. */
export function element(name: string, given: Attributes, ...inside: readonly string[]): string {
  const content = inside.join('');
  return content === ''
    ? `<${name}${attributes(given)}/>`
    : `<${name}${attributes(given)}>${content}</${name}>`;
}

/** An element with words in it. */
export const textElement = (name: string, words: string, given: Attributes = {}): string =>
  words === '' ? '' : element(name, given, xmlText(words));

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
