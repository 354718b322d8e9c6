/**
 * The rules of REFI-QDA 1.0 that the files made here have to keep, in our own words: which elements stand in which, in which
 * order, with which attributes, and where references lead. For tests; the official schema is run beside it where it is at hand.
 */
import { attribute, childElements, type XmlElement } from '../../import/archive/xml-node';
import { brokenXmlRules, isDay, matching, type XmlRule, type XmlRules } from './xml-rules';

const made = {
  creatingUser: 'guid',
  creationDateTime: 'time',
  modifyingUser: 'guid',
  modifiedDateTime: 'time',
};
const target: XmlRule = { attributes: { targetGUID: 'guid!' } };
const text: XmlRule = {
  children: ['Description?', 'PlainTextSelection*', 'Coding*', 'NoteRef*', 'VariableValue*'],
  attributes: { guid: 'guid!', name: 'text', plainTextPath: 'path!', ...made },
};
const code: XmlRule = {
  children: ['Description?', 'NoteRef*', 'Code*'],
  attributes: { guid: 'guid!', name: 'text!', isCodable: 'boolean!', color: 'colour' },
};

const elements: Readonly<Record<string, XmlRule>> = {
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
    attributes: { name: 'text!', origin: 'text', creationDateTime: 'time' },
  },
  Users: { children: ['User+'] },
  User: { attributes: { guid: 'guid!', name: 'text', id: 'text' } },
  CodeBook: { children: ['Codes'] },
  Codes: { children: ['Code+'] },
  Code: code,
  Variables: { children: ['Variable+'] },
  Variable: {
    children: ['Description?'],
    attributes: { guid: 'guid!', name: 'text!', typeOfVariable: 'variableType!' },
  },
  VariableValue: { children: ['VariableRef', 'TextValue?'] },
  VariableRef: target,
  TextValue: { words: 'text' },
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
    attributes: {
      guid: 'guid!',
      name: 'text',
      direction: 'direction',
      originGUID: 'guid',
      targetGUID: 'guid',
    },
  },
  Description: { words: 'text' },
};

const forms: XmlRules['forms'] = {
  guid: matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  time: (words) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(words) && isDay(words.slice(0, 10)),
  boolean: matching(/^(?:true|false)$/),
  colour: matching(/^#[0-9a-f]{6}$/),
  number: matching(/^\d+$/),
  variableType: matching(/^(?:Text|Boolean|Integer|Float|Date|DateTime)$/),
  direction: matching(/^(?:Associative|OneWay|Bidirectional)$/),
  path: matching(/^internal:\/\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.txt$/),
  text: () => true,
};

const project: XmlRules = { root: 'Project', namespace: 'urn:QDA-XML:project:1.0', elements, forms };
const codebook: XmlRules = {
  root: 'CodeBook',
  namespace: 'urn:QDA-XML:codebook:1.0',
  elements: {
    CodeBook: { children: ['Codes'], attributes: { origin: 'text' } },
    Codes: { children: ['Code+'] },
    Code: { ...code, children: ['Description?', 'Code*'] },
    Description: { words: 'text' },
  },
  forms,
};

/** Everything in which a project or a codebook breaks the rules, in words. */
export const brokenRefiRules = (root: XmlElement): string[] => [
  ...brokenXmlRules(root, root.name === 'CodeBook' ? codebook : project),
];

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
