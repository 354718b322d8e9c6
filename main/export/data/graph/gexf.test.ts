/** The graph for Gephi, held to the rules of its format, and to its official schema where that is at hand. */
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../import/archive/read-xml';
import { brokenGexfRules } from '../../testing/gexf-rules';
import { deniedRole, hardExports } from '../../testing/hard-notebook';
import { checkXml, officialSchema } from '../../testing/official-schema';
import { isRefused, type Spoiling, spoil } from '../../testing/spoilings';

const written = hardExports();
const exported = async (): Promise<string> => String((await written('gexf'))[0]?.data);

describe('GEXF', () => {
  const schema = officialSchema('gexf');
  const spoilings: readonly Spoiling[] = [
    {
      what: 'an older namespace',
      from: 'xmlns="http://gexf.net/1.3"',
      to: 'xmlns="http://www.gexf.net/1.2draft"',
    },
    { what: 'no namespace', from: ' xmlns="http://gexf.net/1.3"', to: '' },
    { what: 'an older version', from: 'version="1.3"', to: 'version="1.2"' },
    { what: 'another root', from: /<(\/?)gexf\b/g, to: '<$1graphs' },
    { what: 'two graphs', from: /(<graph [^]*<\/graph>)/, to: '$1$1' },
    {
      what: 'a day of writing that is none',
      from: /lastmodifieddate="[^"]*"/,
      to: 'lastmodifieddate="2026-02-30"',
    },
    { what: 'edges before nodes', from: /(<nodes>[^]*<\/nodes>)([^]*<\/edges>)/, to: '$2$1' },
    { what: 'no edges', from: /<edges>[^]*<\/edges>/, to: '' },
    { what: 'attributes of something else', from: 'class="edge"', to: 'class="event"' },
    { what: 'an attribute without a title', from: ' title="kind"', to: '' },
    { what: 'an attribute of no type', from: 'type="double"', to: 'type="number"' },
    {
      what: 'a way of edges that is none',
      from: 'defaultedgetype="directed"',
      to: 'defaultedgetype="there"',
    },
    { what: 'a mode that is none', from: 'mode="dynamic"', to: 'mode="moving"' },
    { what: 'a node without an id', from: /<node id="[^"]*"/, to: '<node' },
    { what: 'an edge without an end', from: / target="[^"]*"/, to: '' },
    { what: 'a day of a node that is none', from: /start="1983-04-02"/, to: 'start="1983-04-31"' },
    { what: 'a month as a spell', from: /start="1983-04-02"/, to: 'start="1983-04"' },
    { what: 'a value for nothing', from: /<attvalue for="kind" /, to: '<attvalue ' },
    { what: 'a value outside of the list', from: /<attvalues>(<attvalue [^>]*>)/, to: '$1<attvalues>' },
    { what: 'an attribute of our own', from: '<node ', to: '<node coder="me" ' },
    { what: 'an element of our own', from: '<nodes>', to: '<nodes><actor/>' },
    { what: 'words between elements', from: '<nodes>', to: '<nodes>these' },
    { what: 'an edge to nowhere', from: / target="[^"]*"/, to: ' target="x"', isUnseenBySchema: true },
    {
      what: 'a value that is not declared',
      from: 'for="precision"',
      to: 'for="exactness"',
      isUnseenBySchema: true,
    },
    { what: 'a number in words', from: 'value="77.5"', to: 'value="some"', isUnseenBySchema: true },
    {
      what: 'an end before the start',
      from: ' end="1983-04-02"',
      to: ' end="1983-04-01"',
      isUnseenBySchema: true,
    },
    {
      what: 'a node twice',
      from: /(<node id="[^"]*")([^]*)<node id="[^"]*"/,
      to: '$1$2$1',
      isUnseenBySchema: true,
    },
  ];

  it('keeps the rules in our own words, which refuse what is spoiled', async () => {
    const xml = await exported();
    expect(brokenGexfRules(parseXml(xml))).toEqual([]);
    const kept = spoilings.filter((each) => brokenGexfRules(parseXml(spoil(xml, each))).length === 0);
    expect(kept.map(({ what }) => what)).toEqual([]);
  });

  it.skipIf(schema === null)('is valid after the official schema, which refuses the same', async () => {
    const xml = await exported();
    checkXml(xml, schema);
    const accepted = spoilings.filter((each) => !isRefused(() => checkXml(spoil(xml, each), schema)));
    const unseen = spoilings.filter(({ isUnseenBySchema }) => isUnseenBySchema);
    expect(accepted.map(({ what }) => what)).toEqual(unseen.map(({ what }) => what));
  });

  it('has spells only for days that are known', async () => {
    const xml = await exported();
    expect(xml).toContain('xmlns="http://gexf.net/1.3"');
    expect(xml).toMatch(/label="Tkevent" start="1983-04-02" end="1983-04-02"/);
    expect(xml).toMatch(/start="2022-12-31" end="2023-01-02"/);
    expect(xml).toMatch(/label="Tkmonthly"><attvalues>.*?<attvalue for="date" value="1984-11"\/>/);
    expect(xml).not.toContain(deniedRole); // what is denied is no edge
    expect(xml).not.toMatch(/="2022-05-01"|="2022-01-01"|="1984-11-01"/);
    const ids = new Set([...xml.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, source, target] of xml.matchAll(/<edge [^>]*source="([^"]+)" target="([^"]+)"/g))
      expect(ids.has(source ?? '') && ids.has(target ?? '')).toBe(true);
  });
});
