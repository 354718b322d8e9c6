import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../shared/query/parse-query';
import { queryFields } from '../../../../shared/query/query';
import { rawDatabase } from '../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { eventDatesSql } from './complete-query';

let notebook: TemporaryNotebook;

const published = (edtf: string) => ({ edtf, words: '', earliest: null, latest: null });
const metadata = { authors: [], publisher: '', url: '', language: '', published: null, fields: {} };

beforeAll(() => {
  notebook = temporaryNotebook();
  const { run, capture } = notebook;
  capture('The talks went on.', {
    metadata: {
      ...metadata,
      title: 'Talks',
      publisher: 'The Guardian',
      authors: ['Jane Doe'],
      language: 'en-GB',
      published: published('2025-07-04'),
    },
  });
  capture('Die Gespräche gehen weiter.', {
    metadata: { ...metadata, title: 'Gespräche', language: 'de', published: published('2024') },
  });
  const actor = (name: string) => run('createEntity', { kind: 'actor', actorKind: 'person', name }).id;
  actor('Ann Zelensky');
  const busy = actor('Zelda Fitz, Jr.');
  const places = ['Kyiv', 'Kyivska'].map(
    (name) => run('createEntity', { kind: 'place', actorKind: '', name }).id,
  );
  const strike = run('createEvent', {
    title: 'Strike on Kyiv',
    typeId: null,
    date: { edtf: '2023-05-01', words: '' },
    placeId: places[0] ?? null,
  }).id;
  run('addParticipation', { eventId: strike, actorId: busy, role: 'speaker', annotationId: null });
  run('createTag', { name: 'denial', parentId: null });
});
afterAll(() => notebook.remove());

const offers = (marked: string) => {
  const caret = marked.includes('^') ? marked.indexOf('^') : marked.length;
  return notebook.ask('completeQuery', { query: marked.replace('^', ''), caret });
};
const labels = (marked: string) => offers(marked).map(({ label }) => label);

describe('completeQuery', () => {
  it.each([
    ['actor:', ['actor:"Zelda Fitz, Jr."', 'actor:"Ann Zelensky"']],
    ['actor:zel', ['actor:"Zelda Fitz, Jr."', 'actor:"Ann Zelensky"']],
    ['actor:Zel*ky', ['actor:"Ann Zelensky"']],
    ['actor:zel^,Putin', ['actor:"Zelda Fitz, Jr."', 'actor:"Ann Zelensky"']],
    ['place:kyi', ['place:Kyiv', 'place:Kyivska']],
    ['event:kyi', ['event:"Strike on Kyiv"']],
    ['tag:d', ['tag:denial']],
    ['publisher:gua', ['publisher:"The Guardian"']],
    ['by:', ['by:"Jane Doe"']],
    ['role:s', ['role:speaker']],
    ['claimant:n', ['claimant:narrator']],
    ['lang:', ['lang:de', 'lang:en']],
    ['lang:ger', ['lang:de']],
    ['mode:cl', ['mode:claims']],
    ['mode:claims,al', ['mode:alleges']],
    ['certainty:un', ['certainty:unsaid']],
    ['has:o', ['has:orphan']],
    ['colour:b', ['colour:blue']],
    ['in:', ['in:title', 'in:text', 'in:note', 'in:comment']],
    ['kind:a', ['kind:article', 'kind:account']],
    ['sort:', ['sort:relevance', 'sort:newest', 'sort:oldest', 'sort:published', 'sort:title', 'sort:place']],
    ['within:2', ['within:2s', 'within:2p']],
    ['published:', ['published:2025', 'published:2024']],
    ['published:2025', ['published:2025', 'published:2025-07']],
    ['published:2024..2025-', ['published:2024..2025-07']],
    ['published:..', ['published:..2025', 'published:..2024']],
    ['date:', ['date:2023']],
    ['date:2023', ['date:2023', 'date:2023-05']],
    ['kyi', ['place:Kyiv', 'place:Kyivska', 'event:"Strike on Kyiv"']],
    ['wit', ['within:']],
    ['"wit', []],
    ['=kyi', ['place:Kyiv', 'place:Kyivska']],
    ['a ', []],
  ])('goes on from %s', (typed, expected) => {
    const given = labels(typed);
    expect(given.filter((label) => expected.includes(label))).toEqual(expected);
    if (!/^=?kyi/.test(typed)) expect(given).toHaveLength(expected.length);
  });

  it('puts a value into its place in a list', () => {
    expect(offers('mode:claims,al')[0]).toEqual({
      label: 'mode:alleges',
      query: 'mode:claims,alleges ',
      caret: 20,
    });
    expect(offers('mode:cl^,denies x')[0]).toMatchObject({ query: 'mode:claims,denies x', caret: 11 });
  });

  it('takes the sign of an exact word away, before which a field would be words', () => {
    expect(offers('=kyi')[0]).toMatchObject({ query: 'place:Kyiv ' });
  });

  it('offers nothing that is not understood', () => {
    for (const field of queryFields)
      for (const { query } of offers(`a ${field}:`)) expect(parseQuery(query).problems).toEqual([]);
  });

  it('reads dates of events by their index', () => {
    const plan = rawDatabase(notebook.db).prepare(`EXPLAIN QUERY PLAN ${eventDatesSql}`).all(4, '0', '~');
    expect(JSON.stringify(plan)).toMatch(/SEARCH event USING COVERING INDEX event_by_date/);
  });
});
