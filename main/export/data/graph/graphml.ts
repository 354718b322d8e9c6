/** The graph as GraphML, for yEd, igraph, NetworkX and others. */
import { oneFile } from '../../formats/format';
import { aboutExport } from '../about-export';
import { attributes, element, textElement, xmlHead } from '../xml';
import { edgeFields, type GraphNode, graphEdges, graphNodes, nodeFields, type Said } from './graph';

const types = { string: 'string', double: 'double', integer: 'int' } as const;

function keys(kind: 'node' | 'edge', fields: typeof nodeFields): string[] {
  const all = [{ name: 'label', type: 'string' } as const, ...fields, ...spellFields];
  return all.map(({ name, type }) =>
    element('key', { id: `${kind}-${name}`, for: kind, 'attr.name': name, 'attr.type': types[type] }),
  );
}

const spellFields = [
  { name: 'start', type: 'string' },
  { name: 'end', type: 'string' },
] as const;

function dataOf(kind: 'node' | 'edge', { label, spell, said }: GraphNode): string[] {
  const all: Said = { label, ...said, start: spell?.start ?? '', end: spell?.end ?? '' };
  return Object.entries(all).map(([name, value]) =>
    value === null ? '' : textElement('data', String(value), { key: `${kind}-${name}` }),
  );
}

const schema = {
  xmlns: 'http://graphml.graphdrawing.org/xmlns',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
};

export const makeGraphml = oneFile(function* (data, context) {
  yield `${xmlHead}<graphml${attributes(schema)}>\n`;
  yield `${textElement('desc', aboutExport(data, context).join(' '))}\n`;
  yield `${[...keys('node', nodeFields), ...keys('edge', edgeFields)].join('\n')}\n`;
  yield `<graph${attributes({ id: 'notebook', edgedefault: 'directed' })}>\n`;
  for (const node of graphNodes(data, context))
    yield `${element('node', { id: node.id }, ...dataOf('node', node))}\n`;
  for (const edge of graphEdges(data)) {
    const { id, source, target } = edge;
    yield `${element('edge', { id, source, target }, ...dataOf('edge', edge))}\n`;
  }
  yield '</graph>\n</graphml>\n';
});
