/** The graph as GEXF 1.3, for Gephi: what has days that are known bears them as its spell. */
import { oneFile } from '../../formats/format';
import { aboutExport } from '../about-export';
import { attributes, element, textElement, xmlHead } from '../xml';
import {
  edgeFields,
  type GraphEdge,
  type GraphNode,
  graphEdges,
  graphNodes,
  nodeFields,
  type Said,
} from './graph';

function declared(kind: 'node' | 'edge', fields: typeof nodeFields): string {
  const rows = fields.map(({ name, type }) => element('attribute', { id: name, title: name, type }));
  return element('attributes', { class: kind, mode: 'static' }, ...rows);
}

function attvalues(said: Said): string {
  const rows = Object.entries(said).flatMap(([name, value]) =>
    value === null || value === '' ? [] : element('attvalue', { for: name, value }),
  );
  return rows.length > 0 ? element('attvalues', {}, ...rows) : '';
}

const spell = ({ spell: days }: GraphNode) => ({ start: days?.start, end: days?.end });

const nodeXml = (node: GraphNode): string =>
  `${element('node', { id: node.id, label: node.label, ...spell(node) }, attvalues(node.said))}\n`;

const edgeXml = (edge: GraphEdge): string =>
  `${element(
    'edge',
    { id: edge.id, source: edge.source, target: edge.target, label: edge.label, ...spell(edge) },
    attvalues(edge.said),
  )}\n`;

const schema = {
  xmlns: 'http://gexf.net/1.3',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd',
  version: '1.3',
};

export const makeGexf = oneFile(function* (data, context) {
  const meta = [
    textElement('creator', 'Casebook'),
    textElement('description', aboutExport(data, context).join(' ')),
  ];
  yield `${xmlHead}<gexf${attributes(schema)}>\n`;
  yield `${element('meta', { lastmodifieddate: data.madeAt.slice(0, 10) }, ...meta)}\n`;
  yield `<graph${attributes({ mode: 'dynamic', defaultedgetype: 'directed', timeformat: 'date' })}>\n`;
  yield `${declared('node', nodeFields)}\n${declared('edge', edgeFields)}\n<nodes>\n`;
  for (const node of graphNodes(data, context)) yield nodeXml(node);
  yield '</nodes>\n<edges>\n';
  for (const edge of graphEdges(data)) yield edgeXml(edge);
  yield '</edges>\n</graph>\n</gexf>\n';
});
