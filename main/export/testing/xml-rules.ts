/**
 * Holds an XML document to rules in our own words: which elements stand in which, in which order, with which attributes and
 * words. For tests of what is written for programs whose official schema is not at hand everywhere.
 */
import { childElements, type XmlElement } from '../../import/archive/xml-node';

export interface XmlRule {
  /** Children in their order: `*` any number, `?` one or none, `+` at least one, nothing: one. `a|b`: either. */
  readonly children?: readonly string[];
  /** Attributes with their forms; `!` must be there. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The form of the words in it; without one only white space may stand between its children. */
  readonly words?: string;
}

export interface XmlRules {
  readonly root: string;
  /** Of every element. */
  readonly namespace: string;
  readonly elements: Readonly<Record<string, XmlRule>>;
  readonly forms: Readonly<Record<string, (words: string) => boolean>>;
}

/** The form of a pattern. */
export const matching =
  (pattern: RegExp) =>
  (words: string): boolean =>
    pattern.test(words);

/** Whether words are a day that the calendar has, `YYYY-MM-DD`. */
export function isDay(words: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(words) ? new Date(`${words}T00:00:00Z`) : null;
  return time !== null && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(words);
}

const instances = 'http://www.w3.org/2001/XMLSchema-instance';

/** Attributes that are the format's: not those that declare namespaces or say where a schema is. */
const ownAttributes = ({ attributes }: XmlElement) =>
  attributes.filter(
    ({ name, namespace, value }) =>
      name !== 'xmlns' && namespace !== instances && !(name === 'xsi' && value === instances),
  );

function hasForm(value: string, form: string, forms: XmlRules['forms']): boolean {
  const fits = forms[form.replace('!', '')];
  if (fits === undefined) throw new Error(`no form ${form}`);
  return fits(value);
}

function* wrongAttributes(element: XmlElement, allowed: XmlRule['attributes'], forms: XmlRules['forms']) {
  const own = ownAttributes(element);
  for (const { name, value, namespace } of own) {
    const form = namespace === '' ? allowed?.[name] : undefined;
    if (form === undefined || !hasForm(value, form, forms)) yield `${element.name} ${name}="${value}"`;
  }
  for (const [name, form] of Object.entries(allowed ?? {}))
    if (form.endsWith('!') && !own.some((one) => one.name === name)) yield `${element.name} without ${name}`;
}

function* wrongWords({ name, children }: XmlElement, form: string | undefined, forms: XmlRules['forms']) {
  const words = children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
  if (form === undefined ? words.trim() !== '' : !hasForm(words, form, forms)) yield `words in ${name}`;
}

/** The children's names as one word, against the order as a pattern. */
function isInOrder(element: XmlElement, order: readonly string[]): boolean {
  const names = childElements(element)
    .map(({ name }) => `<${name}>`)
    .join('');
  const pattern = order
    .map((one) => `(?:<(?:${one.replace(/[?*+]$/, '')})>)${/[?*+]$/.exec(one)?.[0] ?? ''}`)
    .join('');
  return new RegExp(`^${pattern}$`).test(names);
}

function* brokenWithin(element: XmlElement, rules: XmlRules): Generator<string> {
  const rule = rules.elements[element.name];
  if (!rule) return yield `no element ${element.name}`;
  if (element.namespace !== rules.namespace) yield `${element.name} is of “${element.namespace}”`;
  yield* wrongAttributes(element, rule.attributes, rules.forms);
  yield* wrongWords(element, rule.words, rules.forms);
  if (!isInOrder(element, rule.children ?? [])) yield `children of ${element.name}`;
  for (const child of childElements(element)) yield* brokenWithin(child, rules);
}

/** Everything in which a document breaks the rules, in words. */
export function* brokenXmlRules(root: XmlElement, rules: XmlRules): Generator<string> {
  if (root.name !== rules.root) yield `the root is ${root.name}`;
  yield* brokenWithin(root, rules);
}
