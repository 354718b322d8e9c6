/**
 * The rules of GEXF 1.3 for graphs as they are made here, in our own words after its primer: shape, what edges and values
 * refer to, and values that are of the type they are declared with. For tests; the official schema is run beside it.
 */
import { attribute, descendantsNamed, hasAttribute, type XmlElement } from '../../import/archive/xml-node';
import { brokenXmlRules, isDay, matching, type XmlRule, type XmlRules } from './xml-rules';

const spell = { start: 'day', end: 'day' };

const elements: Readonly<Record<string, XmlRule>> = {
  gexf: { children: ['meta?', 'graph'], attributes: { version: 'version!' } },
  meta: { children: ['creator|keywords|description*'], attributes: { lastmodifieddate: 'day' } },
  creator: { words: 'text' },
  keywords: { words: 'text' },
  description: { words: 'text' },
  graph: {
    children: ['attributes*', 'nodes', 'edges'],
    attributes: { mode: 'graphMode', defaultedgetype: 'direction', timeformat: 'timeFormat', ...spell },
  },
  attributes: { children: ['attribute*'], attributes: { class: 'class!', mode: 'mode' } },
  attribute: { attributes: { id: 'text!', title: 'text!', type: 'type!' } },
  nodes: { children: ['node*'], attributes: { count: 'count' } },
  node: { children: ['attvalues?'], attributes: { id: 'text!', label: 'text', ...spell } },
  edges: { children: ['edge*'], attributes: { count: 'count' } },
  edge: {
    children: ['attvalues?'],
    attributes: {
      id: 'text',
      source: 'text!',
      target: 'text!',
      type: 'direction',
      label: 'text',
      kind: 'text',
      weight: 'number',
      ...spell,
    },
  },
  attvalues: { children: ['attvalue*'] },
  attvalue: { attributes: { for: 'text!', value: 'text!', ...spell } },
};

const isNumber = matching(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/);
const isWhole = matching(/^[+-]?\d+$/);

const forms: XmlRules['forms'] = {
  text: () => true,
  day: isDay,
  version: matching(/^1\.3$/),
  graphMode: matching(/^(?:static|dynamic|slice)$/),
  mode: matching(/^(?:static|dynamic)$/),
  // Times are written as days alone.
  timeFormat: matching(/^date$/),
  direction: matching(/^(?:directed|undirected|mutual)$/),
  class: matching(/^(?:node|edge)$/),
  type: matching(/^(?:string|integer|double|boolean|anyURI|liststring)$/),
  count: matching(/^\d+$/),
  number: isNumber,
};

const gexf: XmlRules = { root: 'gexf', namespace: 'http://gexf.net/1.3', elements, forms };

const fits: Readonly<Record<string, (value: string) => boolean>> = {
  integer: isWhole,
  double: isNumber,
  boolean: matching(/^(?:true|false)$/),
};

/** Ids that stand for two things. */
function* twice(things: readonly XmlElement[], what: string): Generator<string> {
  const seen = new Set<string>();
  for (const id of things.map((thing) => attribute(thing, 'id'))) {
    if (seen.has(id)) yield `two of ${what} are ${id}`;
    seen.add(id);
  }
}

/** Values that are not declared, declared twice, or not of their type; spells that end before they begin. */
function* wrongValues(root: XmlElement, kind: 'node' | 'edge'): Generator<string> {
  const declared = descendantsNamed(root, 'attributes')
    .filter((list) => attribute(list, 'class') === kind)
    .flatMap((list) => descendantsNamed(list, 'attribute'));
  yield* twice(declared, `the attributes of a ${kind}`);
  const types = new Map(declared.map((one) => [attribute(one, 'id'), attribute(one, 'type')]));
  for (const thing of descendantsNamed(root, kind)) {
    for (const value of descendantsNamed(thing, 'attvalue')) {
      const type = types.get(attribute(value, 'for'));
      if (type === undefined) yield `a ${kind} has “${attribute(value, 'for')}”`;
      else if (fits[type]?.(attribute(value, 'value')) === false)
        yield `${attribute(value, 'value')} is no ${type}`;
    }
    const [start, end] = [attribute(thing, 'start'), attribute(thing, 'end')];
    if (hasAttribute(thing, 'start') && hasAttribute(thing, 'end') && start > end)
      yield `${start} is after ${end}`;
  }
}

/** Everything in which a graph breaks the rules, in words. */
export function brokenGexfRules(root: XmlElement): string[] {
  const [nodes, edges] = [descendantsNamed(root, 'node'), descendantsNamed(root, 'edge')];
  const ids = new Set(nodes.map((node) => attribute(node, 'id')));
  const ends = edges.flatMap((edge) => [attribute(edge, 'source'), attribute(edge, 'target')]);
  return [
    ...brokenXmlRules(root, gexf),
    ...twice(nodes, 'the nodes'),
    ...twice(edges, 'the edges'),
    ...ends.filter((id) => !ids.has(id)).map((id) => `no node is ${id}`),
    ...wrongValues(root, 'node'),
    ...wrongValues(root, 'edge'),
  ];
}
