/**
 * Elements of HTML as `serialiseContent` writes it, several times as fast as a parser of all HTML. It knows one spelling of
 * everything; what has another is for the parser, which repairs or refuses it. What elements may mean is not looked at.
 */

/** An element with what is in it; texts are decoded, and no two stand side by side. */
export interface ContentElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (ContentElement | string)[];
}

/** The elements that have no end. */
export const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};
const entity = /&[a-z]*;?/g;
const startTag = /<([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>/y;
const attribute = / ([a-z-]+)="([^"]*)"/g;
const noAttributes: ContentElement['attributes'] = {};

/** A text with its entities decoded; null where it has others than are written. */
function decoded(text: string): string | null {
  if (!text.includes('&')) return text;
  let isKnown = true;
  const plain = text.replace(entity, (name) => {
    const character = characters[name];
    isKnown &&= character !== undefined;
    return character ?? '';
  });
  return isKnown ? plain : null;
}

function attributesOf(source: string): ContentElement['attributes'] | null {
  if (source === '') return noAttributes;
  const attributes: Record<string, string> = {};
  for (const [, name = '', raw = ''] of source.matchAll(attribute)) {
    const value = decoded(raw);
    if (value === null || Object.hasOwn(attributes, name)) return null;
    attributes[name] = value;
  }
  return attributes;
}

/** The element whose start tag is at a place, and where that ends. */
function startAt(
  html: string,
  at: number,
): { readonly element: ContentElement; readonly end: number } | null {
  startTag.lastIndex = at;
  const [, name, source = ''] = startTag.exec(html) ?? [];
  const attributes = attributesOf(source);
  if (name === undefined || attributes === null) return null;
  return { element: { name, attributes, children: [] }, end: startTag.lastIndex };
}

/** Reads a tag at a place into the open elements, the innermost last; answers where it ends, or -1 where it is none as they are written. */
function readTag(html: string, at: number, open: ContentElement[]): number {
  const current = open[open.length - 1];
  if (!current) return -1;
  if (html.startsWith('</', at)) {
    const after = at + 2 + current.name.length;
    if (open.length === 1 || !html.startsWith(`${current.name}>`, at + 2)) return -1;
    open.pop();
    return after + 1;
  }
  const start = startAt(html, at);
  if (!start) return -1;
  current.children.push(start.element);
  if (!voidElements.has(start.element.name)) open.push(start.element);
  return start.end;
}

/** The elements of a content under one without a name; null where it is not spelled as the program writes it. */
export function readCanonicalElements(html: string): ContentElement | null {
  const root: ContentElement = { name: '', attributes: noAttributes, children: [] };
  const open = [root];
  for (let at = 0; at < html.length; ) {
    const tag = html.indexOf('<', at);
    const end = tag < 0 ? html.length : tag;
    if (end > at) {
      const text = decoded(html.slice(at, end));
      if (text === null) return null;
      open[open.length - 1]?.children.push(text);
    }
    at = tag < 0 ? end : readTag(html, tag, open);
    if (at < 0) return null;
  }
  return open.length === 1 ? root : null;
}
