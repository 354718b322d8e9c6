/**
 * The rules of REFI-QDA 1.0 that the files made here have to keep, in our own words: which elements stand in which, in which
 * order, with which attributes. For tests; the official schema is run beside it where it is at hand.
 */
import { attribute, childElements, type XmlElement } from '../../import/archive/xml-node';

interface Rule {
  /** Children in their order: `*` any number, `?` one or none, `+` at least one, nothing: one. `a|b` in any order. */
  readonly children?: readonly string[];
  /** Attributes with what they are; `!` must be there. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const made = {
  creatingUser: 'guid',
  creationDateTime: 'time',
  modifyingUser: 'guid',
  modifiedDateTime: 'time',
};
const target: Rule = { attributes: { targetGUID: 'guid!' } };
const text: Rule = {
  children: [
    'Description?',
    'PlainTextContent?',
    'PlainTextSelection*',
    'Coding*',
    'NoteRef*',
    'VariableValue*',
  ],
  attributes: { guid: 'guid!', name: 'text', plainTextPath: 'text', richTextPath: 'text', ...made },
};
const code: Rule = {
  children: ['Description?', 'NoteRef*', 'Code*'],
  attributes: { guid: 'guid!', name: 'text!', isCodable: 'boolean!', color: 'colour' },
};

const rules: Readonly<Record<string, Rule>> = {
  Project: {
    children: [
      'Users?',
      'CodeBook?',
      'Variables?',
      'Cases?',
      'Sources?',
      'Notes?',
      'Links?',
      'Sets?',
      'Graphs?',
      'Description?',
      'NoteRef*',
    ],
    attributes: { name: 'text!', origin: 'text', creationDateTime: 'time', xmlns: 'text!' },
  },
  Users: { children: ['User+'] },
  User: { attributes: { guid: 'guid!', name: 'text', id: 'text' } },
  CodeBook: { children: ['Codes'], attributes: { origin: 'text', xmlns: 'text' } },
  Codes: { children: ['Code+'] },
  Code: code,
  Variables: { children: ['Variable+'] },
  Variable: {
    children: ['Description?'],
    attributes: { guid: 'guid!', name: 'text!', typeOfVariable: 'text!' },
  },
  VariableValue: { children: ['VariableRef', 'TextValue?'] },
  VariableRef: target,
  TextValue: {},
  Cases: { children: ['Case+'] },
  Case: {
    children: ['Description?', 'CodeRef*', 'VariableValue*', 'SourceRef*', 'SelectionRef*'],
    attributes: { guid: 'guid!', name: 'text' },
  },
  CodeRef: target,
  NoteRef: target,
  Sources: { children: ['TextSource+'] },
  TextSource: text,
  PlainTextSelection: {
    children: ['Description?', 'Coding*', 'NoteRef*'],
    attributes: { guid: 'guid!', name: 'text', startPosition: 'number!', endPosition: 'number!', ...made },
  },
  Coding: {
    children: ['CodeRef', 'NoteRef*'],
    attributes: { guid: 'guid!', creatingUser: 'guid', creationDateTime: 'time' },
  },
  Notes: { children: ['Note+'] },
  Note: text,
  Links: { children: ['Link+'] },
  Link: {
    children: ['NoteRef*'],
    attributes: { guid: 'guid!', name: 'text', direction: 'text', originGUID: 'guid', targetGUID: 'guid' },
  },
  Description: {},
};

const forms: Readonly<Record<string, RegExp>> = {
  guid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  boolean: /^(?:true|false)$/,
  colour: /^#[0-9a-f]{6}$/,
  number: /^\d+$/,
  text: /^/,
};

function* wrongAttributes(element: XmlElement, allowed: Rule['attributes'] = {}): Generator<string> {
  for (const { name, value } of element.attributes)
    if (!(allowed[name] && forms[allowed[name].replace('!', '')]?.test(value)))
      yield `${element.name} ${name}="${value}"`;
  for (const [name, form] of Object.entries(allowed))
    if (form.endsWith('!') && !element.attributes.some((one) => one.name === name))
      yield `${element.name} without ${name}`;
}

/** The children's names as one word, against the order as a pattern. */
function isInOrder(element: XmlElement, order: readonly string[]): boolean {
  const names = childElements(element)
    .map(({ name }) => `<${name}>`)
    .join('');
  const pattern = order
    .map((one) => `(?:<${one.replace(/[?*+]$/, '')}>)${/[?*+]$/.exec(one)?.[0] ?? ''}`)
    .join('');
  return new RegExp(`^${pattern}$`).test(names);
}

/** Everything in which a document breaks the rules, in words. */
export function* brokenRules(element: XmlElement): Generator<string> {
  const rule = rules[element.name];
  if (!rule) return yield `no element ${element.name}`;
  yield* wrongAttributes(element, rule.attributes);
  if (!isInOrder(element, rule.children ?? [])) yield `children of ${element.name}`;
  for (const child of childElements(element)) yield* brokenRules(child);
}

/** GUIDs that name two things, references that lead nowhere, and codes of one name. */
export function* brokenReferences(root: XmlElement): Generator<string> {
  const guids = new Set<string>();
  const references: string[] = [];
  const names = new Set<string>();
  const visit = function* (element: XmlElement): Generator<string> {
    const guid = attribute(element, 'guid');
    if (guid !== '' && guids.has(guid)) yield `two things are ${guid}`;
    if (guid !== '') guids.add(guid);
    const name = attribute(element, 'name').toLowerCase();
    if (element.name === 'Code' && names.has(name)) yield `two codes are called ${name}`;
    if (element.name === 'Code') names.add(name);
    for (const end of ['targetGUID', 'originGUID', 'creatingUser'])
      if (attribute(element, end) !== '') references.push(attribute(element, end));
    for (const child of childElements(element)) yield* visit(child);
  };
  yield* visit(root);
  for (const guid of references) if (!guids.has(guid)) yield `nothing is ${guid}`;
}
