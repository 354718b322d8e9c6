/** Places and events for maps, held to KML's official schema where that is at hand. */
import { describe, expect, it } from 'vitest';
import { hardExports } from '../../testing/hard-notebook';
import { checkXml, officialSchema } from '../../testing/official-schema';
import { isRefused, type Spoiling, spoil } from '../../testing/spoilings';

const written = hardExports();
const exported = async (): Promise<string> => String((await written('kml'))[0]?.data);

describe('KML', () => {
  const schema = officialSchema('kml');
  const spoilings: readonly Spoiling[] = [
    { what: 'an older namespace', from: '/kml/2.2"', to: '/kml/2.1"' },
    { what: 'another root', from: /<(\/?)kml\b/g, to: '<$1places' },
    { what: 'a placemark outside of a document', from: /<\/?Document>/g, to: '' },
    { what: 'an element of our own', from: '<Placemark ', to: '<Actor/><Placemark ' },
    {
      what: 'a description before the name',
      from: /(<name>.*<\/name>)\n(<description>)/,
      to: '$2d</description>$1$2',
    },
    { what: 'a day that is none', from: '<when>1983-04-02<', to: '<when>1983-04-31<' },
    { what: 'a day in words', from: '<when>1983-04-02<', to: '<when>2 April 1983<' },
    { what: 'a span without its element', from: /<\/?TimeSpan>/g, to: '' },
    { what: 'data without a value', from: /<value>[^<]*<.value>/, to: '' },
    { what: 'an id that is none', from: /<Placemark id="place-/, to: '<Placemark id="1 place-' },
  ];

  it('gives times as exact as they are', async () => {
    const xml = await exported();
    checkXml(xml, null);
    const whens = [...xml.matchAll(/<(?:when|begin|end)>([^<]+)</g)].map(([, when]) => when);
    expect(new Set(whens)).toEqual(new Set(['1983-04-02', '1984-11', '2022', '2022-12-31', '2023-01-02']));
    expect(xml).toContain('<coordinates>179.25,-12.5</coordinates>');
    for (const placemark of xml.split('<Placemark').slice(1))
      expect(placemark).toContain('<Data name="precision">');
  });

  it.skipIf(schema === null)(
    'is valid after the official schema, which refuses what is spoiled',
    async () => {
      const xml = await exported();
      checkXml(xml, schema);
      const accepted = spoilings.filter((each) => !isRefused(() => checkXml(spoil(xml, each), schema)));
      expect(accepted.map(({ what }) => what)).toEqual([]);
    },
  );
});
