/**
 * What is written for other programs, held against their own schemas and models: of a notebook that has every feature, and
 * with words that are hard on every syntax. Rules of further formats are beside their writers.
 */
import { defaultModel, Model } from '@alephdata/followthemoney';
import Ajv from 'ajv';
import geoJsonSchema from 'geojson-schema/GeoJSON.json';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../shared/contract/exports';
import type { TemporaryNotebook } from '../../store/core/temporary-notebook';
import { collectFiles, type WholeFile } from '../export-files';
import { hard, hardNotebook } from '../testing/hard-notebook';
import { checkXml } from '../testing/official-schema';

let notebook: TemporaryNotebook;
beforeAll(() => {
  notebook = hardNotebook();
});
afterAll(() => notebook.remove());

const filesOf = (format: ExportFormat): Promise<WholeFile[]> =>
  collectFiles(notebook.db, { format, scope: { kind: 'everything' } });
const textOf = async (format: ExportFormat): Promise<string> => String((await filesOf(format))[0]?.data);

describe('GeoJSON', () => {
  it('is valid, has longitude first, and says how exactly each position is known', async () => {
    const json = JSON.parse(await textOf('geojson'));
    const isGeoJson = new Ajv({ strict: false, validateSchema: false }).compile(geoJsonSchema);
    expect(isGeoJson(json) || isGeoJson.errors).toBe(true);
    expect(json.casebook_losses).toContainEqual({
      feature: 'notes',
      handling: 'lost',
      count: 1,
      words: '1 note',
    });
    const features = json.features as {
      geometry: { coordinates: number[] } | null;
      properties: Record<string, unknown>;
    }[];
    const place = features.find(({ properties }) => properties['name'] === 'Tkplace');
    expect(place?.geometry?.coordinates).toEqual([65.4321, 12.3456]);
    expect(place?.properties).toMatchObject({
      precision: 'district',
      radius_km: 77.5,
      lies_in: ['Tkcountry'],
    });
    for (const { geometry, properties } of features)
      if (geometry) expect(properties).toHaveProperty('precision');
  });
});

describe('GraphML', () => {
  it('declares every key that it uses', async () => {
    const xml = await textOf('graphml');
    checkXml(xml, null);
    const declared = new Set([...xml.matchAll(/<key id="([^"]+)"/g)].map(([, id]) => id));
    const used = new Set([...xml.matchAll(/<data key="([^"]+)"/g)].map(([, id]) => id));
    expect([...used].filter((id) => !declared.has(id))).toEqual([]);
  });
});

describe('references', () => {
  it('BibTeX is read back by another program with its words and authors whole', async () => {
    const { plugins } = await import('@citation-js/core');
    await import('@citation-js/plugin-bibtex');
    const options = { generateGraph: false, target: '@csl/list+object' };
    const items = plugins.input.chain(await textOf('bibtex'), options) as Record<string, unknown>[];
    const words = (value: unknown) => String(value).replace(/<[^>]*>/g, '');
    expect(items.map(({ title }) => words(title))).toContain('Tktitle');
    const odd = items.find(({ note }) => words(note).includes('about May 1999'));
    expect(words(odd?.['title'])).toContain('👩‍👩‍👧');
    expect(odd?.['author']).toHaveLength(2);
    expect(odd).not.toHaveProperty('issued');
    const monthly = items.find(({ title }) => title === 'Monthly');
    expect(monthly?.['issued']).toEqual({ 'date-parts': [[1999, 5]] });
    expect(JSON.stringify(odd?.['author'])).toContain('Dow Jones & Co.');
  });

  it('RIS has one line a value, every author, and a date without made-up parts', async () => {
    const ris = await textOf('ris');
    for (const line of ris.split('\r\n').filter((each) => each !== ''))
      expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(ris).toContain('AU  - Dow Jones & Co.\r\n');
    expect(ris).toContain('DA  - 1987/06/05/Tkpublishedwords\r\n');
    expect(ris).toContain('DA  - 1999///about May 1999');
    expect(ris).toContain('DA  - 1999/05//\r\n');
  });
});

describe('FollowTheMoney', () => {
  it('has entities of the model, edges that only link, and nothing that is not there', async () => {
    const model = new Model(defaultModel);
    const lines = (await textOf('followthemoney')).trimEnd().split('\n');
    const entities = lines.map((line) => JSON.parse(line));
    const ids = new Map(entities.map((entity) => [entity.id as string, entity]));
    expect(ids.size).toBe(entities.length);
    for (const { id, schema: name, properties } of entities) {
      const schema = model.getSchema(name);
      expect([id, schema.abstract]).toEqual([id, false]);
      for (const required of schema.required) expect(properties).toHaveProperty(required);
      for (const [property, values] of Object.entries(properties as Record<string, string[]>)) {
        const { type } = schema.getProperty(property);
        expect(values.every((value) => typeof value === 'string' && value !== '')).toBe(true);
        if (!type.isEntity) continue;
        const range = schema.getProperty(property).getRange();
        for (const value of values) {
          const target = ids.get(value);
          expect([property, target !== undefined]).toEqual([property, true]);
          expect([property, name, model.getSchema(target.schema).isA(range)]).toEqual([property, name, true]);
        }
      }
      if (schema.isEdge) expect(Object.keys(properties)).not.toContain('name');
    }
    const event = entities.find(({ properties }) => properties.name?.[0] === 'Tkevent');
    expect(event.properties).toMatchObject({ date: ['1983-04-02'], location: ['Tkplace'] });
    const doubtful = entities.find(({ properties }) => properties.name?.[0] === '2022-05~');
    expect(doubtful.properties).not.toHaveProperty('date');
    expect(doubtful.properties.notes).toEqual(['Date: about May 2022']);
  });
});

describe('calendars and timelines', () => {
  it('iCalendar is folded at 75 octets and has only events whose days are known', async () => {
    const ics = await textOf('icalendar');
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const whole = ics.replaceAll('\r\n ', '');
    expect([...whole.matchAll(/^DTSTART.*$/gm)].map(([line]) => line.trim())).toEqual([
      'DTSTART;VALUE=DATE:19830402',
      'DTSTART;VALUE=DATE:19850102',
      'DTSTART;VALUE=DATE:20221231',
    ]);
    expect(whole).toContain('DTEND;VALUE=DATE:20230103');
    expect(whole).toContain('a\\,b\\;c');
    expect(whole).toContain('X-WR-CALDESC');
    expect(whole).toMatch(/does not keep: .*9 events whose dates are not known to the day/); // and 3 are in it, and one has none
    expect(whole).not.toContain('GEO:12.3456'); // a district is no point
  });

  it('TimelineJS has escaped words and dates without made-up parts', async () => {
    const { events } = JSON.parse(await textOf('timelinejs')) as {
      events: { start_date: Record<string, unknown>; text: { headline: string } }[];
    };
    const of = (headline: string) =>
      events.find(({ text }) => text.headline.startsWith(headline))?.start_date;
    expect(of('Tkmonthly')).toMatchObject({ year: 1984, month: 11 });
    expect(of('Tkmonthly')).not.toHaveProperty('day');
    expect(of('2022-05~')).toEqual({ year: 2022, display_date: 'about May 2022' });
    expect(of('2022-05-03?')).not.toHaveProperty('day');
    expect(of('Tkyearless')).toBeUndefined();
    expect(JSON.stringify(events)).not.toContain('<b>');
  });
});

describe('the workbook', () => {
  it('reads back as tables with the words as they are, formulas as words', async () => {
    const [file] = await filesOf('xlsx');
    const sheets = await readXlsx(Buffer.from(file?.data as Uint8Array));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'About',
      'passages',
      'entities',
      'events',
      'accounts',
      'participations',
      'relations',
      'articles',
      'codebook',
      'losses',
    ]);
    const losses = sheets.find(({ sheet }) => sheet === 'losses')?.data ?? [];
    expect(losses).toContainEqual(['notes', 'lost', 1, '1 note', 'Tknote']);
    const entities = sheets.find(({ sheet }) => sheet === 'entities')?.data ?? [];
    expect(entities[0]).toContain('other_names');
    expect(entities.flat()).toContain(hard);
    expect(entities.flat()).toContain(179.25);
  });
});

describe('ACLED’s columns', () => {
  beforeAll(() => {
    const placeId = notebook.run('createEntity', { kind: 'place', actorKind: '', name: 'A region' }).id;
    const point = { latitude: 50, longitude: 30, radiusKm: null, source: '' };
    notebook.run('updateEntity', { id: placeId, precision: 'region', point });
    notebook.run('createEvent', { title: 'In the region', typeId: null, date: null, placeId });
  });

  it('have a day only where it is known, and precision codes', async () => {
    const [head = '', ...lines] = (await textOf('acled')).slice(1).split('\r\n');
    const columns = head.split(',');
    const row = (title: string) => {
      const cells = lines.find((line) => line.includes(title))?.split(',') ?? [];
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    };
    expect(row('Tkevent.')).toMatchObject({
      event_date: '1983-04-02',
      year: '1983',
      time_precision: '1',
      event_type: 'Tktypeabove',
      sub_event_type: 'Tktype',
      country: 'Tkcountry',
      location: 'Tkplace',
      latitude: '12.3456',
      geo_precision: '2',
      fatalities: '',
    });
    expect(row('Tkmonthly')).toMatchObject({
      event_date: '',
      year: '1984',
      time_precision: '3',
      date_edtf: '1984-11',
    });
    expect(row('In the region')).toMatchObject({
      latitude: '50',
      geo_precision: '3',
      place_precision: 'region',
    });
    expect(row('Tkyearless')).toMatchObject({ event_date: '', year: '', time_precision: '' });
  });
});
