/** Articles as CSL-JSON, held to the rules of the format, and to its official schema where that is at hand. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { cslRules } from '../../testing/csl-rules';
import { hard, hardExports } from '../../testing/hard-notebook';
import { officialSchema } from '../../testing/official-schema';
import { type Spoiling, spoil } from '../../testing/spoilings';

const written = hardExports();
const exported = async (): Promise<string> => String((await written('csl-json'))[0]?.data);

describe('CSL-JSON', () => {
  const schemaPath = officialSchema('csl-data');
  const ajv = new Ajv({ strict: false });
  const keepsRules = ajv.compile(cslRules);
  const isOfficial = schemaPath === null ? null : ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
  const spoilings: readonly Spoiling[] = [
    { what: 'one item, not a list', from: /^\[\s*(\{.*\}),[^]*$/, to: '$1' },
    { what: 'an item without an id', from: /"id":"[^"]*",/, to: '' },
    { what: 'an item without a type', from: /"type":"[^"]*",/, to: '' },
    { what: 'a type of another program', from: '"type":"webpage"', to: '"type":"webPage"' },
    { what: 'a title that is a number', from: '"title":"Tktitle"', to: '"title":5' },
    { what: 'an author in words', from: /"author":\[\{[^}]*\}\]/, to: '"author":"Tkauthor Bo"' },
    // CSL 1.0.2 forgot to say that names and dates are objects.
    {
      what: 'authors in words',
      from: /\{"literal":"Tkauthor Bo"\}/,
      to: '"Tkauthor Bo"',
      isUnseenBySchema: true,
    },
    { what: 'a name of other parts', from: '{"literal":"Tkauthor Bo"}', to: '{"name":"Tkauthor Bo"}' },
    {
      what: 'a date in words',
      from: /"issued":\{[^}]*\}/,
      to: '"issued":"1987-06-05"',
      isUnseenBySchema: true,
    },
    { what: 'a date that is no list of days', from: '[[1987,6,5]]', to: '[1987,6,5]' },
    { what: 'a date of no days', from: '[[1987,6,5]]', to: '[]' },
    { what: 'a date of four parts', from: '[[1987,6,5]]', to: '[[1987,6,5,12]]' },
    { what: 'three dates', from: '[[1987,6,5]]', to: '[[1987],[1988],[1989]]' },
    { what: 'a part that is null', from: '[[1987,6,5]]', to: '[[1987,6,null]]' },
    { what: 'an address in small letters', from: '"URL":', to: '"url":' },
    { what: 'keywords as a list', from: /"keyword":("[^"]*")/, to: '"keyword":[$1]' },
    { what: 'a field of our own', from: '"note":', to: '"shelf":' },
  ];
  const keptBy = (isValid: (json: unknown) => boolean, json: string): string[] =>
    spoilings.filter((each) => isValid(JSON.parse(spoil(json, each)))).map(({ what }) => what);

  it('keeps the rules in our own words, which refuse what is spoiled', async () => {
    const json = await exported();
    expect(keepsRules(JSON.parse(json)) || keepsRules.errors).toBe(true);
    expect(keptBy(keepsRules, json)).toEqual([]);
  });

  it.skipIf(isOfficial === null)('is valid after the official schema, which refuses the same', async () => {
    const json = await exported();
    if (isOfficial === null) return;
    expect(isOfficial(JSON.parse(json)) || isOfficial.errors).toBe(true);
    const unseen = spoilings.filter(({ isUnseenBySchema }) => isUnseenBySchema).map(({ what }) => what);
    expect(keptBy(isOfficial, json).filter((what) => !unseen.includes(what))).toEqual([]);
  });

  it('is read by another program, which finds nothing to put right', async () => {
    const { plugins } = await import('@citation-js/core');
    const json = await exported();
    const read = plugins.input.chain(json, { generateGraph: false, target: '@csl/list+object' });
    expect(read).toEqual(JSON.parse(json));
  });

  it('has dates as date-parts, or in words', async () => {
    const items = JSON.parse(await exported()) as Record<string, unknown>[];
    expect(items.find(({ title }) => title === 'Tktitle')).toMatchObject({
      issued: { 'date-parts': [[1987, 6, 5]] },
      author: [{ literal: 'Tkauthor Bo' }],
    });
    expect(items.find(({ title }) => title === 'Monthly')?.['issued']).toEqual({
      'date-parts': [[1999, 5]],
    });
    expect(items.find(({ title }) => title === hard)?.['issued']).toEqual({
      literal: 'about May 1999',
    });
  });
});
