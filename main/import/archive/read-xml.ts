/**
 * XML files of other programs as a tree (`xml-node.ts`), strictly: what is cut short, badly nested or too deep is refused,
 * and so is every document that declares entities. Nothing outside of the file is ever read.
 */
import { Parser } from 'htmlparser2';
import { refuse } from '../formats/refuse';
import { greatestXmlDepth, greatestXmlElementCount } from '../limits';
import { declaredEncoding } from '../text/decode/declared-encoding';
import { decodeText } from '../text/decode/decode-text';
import type { XmlAttribute, XmlElement, XmlNode } from './xml-node';

/** `what`: how messages call the file. */
export interface XmlOptions {
  readonly what?: string;
}

/** The root element. Encoding by byte order mark, declaration, else UTF-8. Throws `import-refused`. */
export function readXml(bytes: Uint8Array, options: XmlOptions = {}): XmlElement {
  return parseXml(decodeText(bytes, { declared: declaredEncoding(bytes) ?? 'utf-8' }).text, options);
}

/** As {@link readXml}, of text. */
export function parseXml(text: string, { what = 'XML' }: XmlOptions = {}): XmlElement {
  const reading: Reading = { what, open: [], roots: [], elementCount: 0 };
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => openElement(reading, name, attributes),
      onclosetag: (_name, isImplied) => {
        // An element that ends itself is told like one that was left open.
        if (isImplied && text[parser.endIndex - 1] !== '/') throw refuse(`${what} in the file is damaged.`);
        closeElement(reading);
      },
      ontext: (words) => addText(reading, words),
      onprocessinginstruction: (name, data) => refuseEntities(name, data, what),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  const [root] = reading.roots;
  if (root === undefined || reading.open.length > 0)
    throw refuse(`${what} in the file is damaged or cut short.`);
  return root;
}

/** An element whose end is not read yet. */
interface OpenElement {
  readonly name: string;
  readonly scope: Scope;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

interface Reading {
  readonly what: string;
  readonly open: OpenElement[];
  readonly roots: XmlElement[];
  elementCount: number;
}

/** Entities can make a small file huge and name files of this machine; the document types of the formats need none. */
function refuseEntities(name: string, data: string, what: string): void {
  if (name.startsWith('!') && /\[|^!(?!doctype)/i.test(data))
    throw refuse(`${what} in the file declares entities of its own, which are not read.`);
}

/** Which prefixes stand for which addresses: what an element declares itself, before what it stands in. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

const usualScope: Scope = {
  declared: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]),
  outer: null,
};

function openElement(reading: Reading, name: string, attributes: Readonly<Record<string, string>>): void {
  reading.elementCount += 1;
  if (reading.open.length >= greatestXmlDepth)
    throw refuse(`${reading.what} in the file is nested too deeply.`);
  if (reading.elementCount > greatestXmlElementCount)
    throw refuse(`${reading.what} in the file is too large.`);
  const outer = reading.open.at(-1)?.scope ?? usualScope;
  reading.open.push({ name, scope: scopeOf(attributes, outer), attributes, children: [] });
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  const names = Object.keys(attributes).filter((name) => /^xmlns(?::|$)/.test(name));
  if (names.length === 0) return outer;
  return { declared: new Map(names.map((name) => [name.slice(6), attributes[name] ?? ''])), outer };
}

function addressOf(prefix: string, scope: Scope): string {
  for (let within: Scope | null = scope; within !== null; within = within.outer) {
    const address = within.declared.get(prefix);
    if (address !== undefined) return address;
  }
  return '';
}

function addText({ open }: Reading, text: string): void {
  const siblings = open.at(-1)?.children;
  if (siblings === undefined) return;
  const last = siblings.at(-1);
  if (last?.kind === 'text') siblings[siblings.length - 1] = { kind: 'text', text: last.text + text };
  else siblings.push({ kind: 'text', text });
}

function closeElement({ open, roots }: Reading): void {
  const closed = open.pop();
  if (closed === undefined) return;
  const { prefix, local } = splitName(closed.name);
  const element: XmlElement = {
    kind: 'element',
    name: local,
    namespace: addressOf(prefix, closed.scope),
    attributes: attributesOf(closed),
    children: closed.children,
  };
  (open.at(-1)?.children ?? roots).push(element);
}

function attributesOf({ attributes, scope }: OpenElement): XmlAttribute[] {
  return Object.entries(attributes).map(([name, value]) => {
    const { prefix, local } = splitName(name);
    return { name: local, namespace: prefix === '' ? '' : addressOf(prefix, scope), value };
  });
}

function splitName(name: string): { readonly prefix: string; readonly local: string } {
  const at = name.indexOf(':');
  return at < 0 ? { prefix: '', local: name } : { prefix: name.slice(0, at), local: name.slice(at + 1) };
}
