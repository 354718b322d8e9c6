/** XML as text, in pieces: elements are written, never kept. What XML has no sign for is left out. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters, unpaired surrogates and the two non-characters that XML 1.0 does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are to go.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words as the text of an element or the value of an attribute. */
export const xmlText = (words: string): string =>
  words.replace(forbidden, '').replace(/[&<>"]/g, (character) => escapes[character] ?? '');

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

const attributeText = (attributes: XmlAttributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');

/** An element; `inner` is XML already. */
export const element = (name: string, attributes: XmlAttributes = {}, inner = ''): string =>
  inner === ''
    ? `<${name}${attributeText(attributes)}/>`
    : `<${name}${attributeText(attributes)}>${inner}</${name}>`;

/** The start of an element whose inside comes in pieces. */
export const startOf = (name: string, attributes: XmlAttributes): string =>
  `<${name}${attributeText(attributes)}>`;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
