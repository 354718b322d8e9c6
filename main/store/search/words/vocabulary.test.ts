import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawDatabase } from '../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { prefixSql, vocabularyOf } from './vocabulary';

let notebook: TemporaryNotebook;

const metadata = { authors: [], publisher: '', url: '', published: null, fields: {} };

const texts = [
  ['English', 'en', 'President Zelenskyy negotiated in Kyiv. The negotiations of the states failed.'],
  ['Ukrainian', 'uk', 'Президент Зеленський провів перемовини. Російські війська не відійшли.'],
  ['Russian', 'ru-RU', 'Зеленского не было, Зеленский молчал. Переговоры сорваны. Русские новости.'],
  ['German', 'de', 'Die Verhandlungen dauern. Eine Verhandlung endete. Trumps kamen.'],
  ['Unknown', '', 'Verhandlung negotiation Trump 北京市 ไทย'],
] as const;

beforeAll(() => {
  notebook = temporaryNotebook();
  const { run, capture } = notebook;
  for (const [title, language, text] of texts) capture(text, { metadata: { ...metadata, title, language } });
  const person = (name: string) => run('createEntity', { kind: 'actor', actorKind: 'person', name }).id;
  const zelensky = person('Volodymyr Zelensky');
  run('addAlias', { entityId: zelensky, name: 'Володимир Зеленський' });
  person('Donald Trump');
});
afterAll(() => notebook.remove());

const found = (query: string, stemming?: false) => {
  const asked = stemming === undefined ? { query } : { query, stemming };
  const { hits } = notebook.ask('search', { ...asked, offset: 0, limit: 50 });
  return hits.flatMap(({ kind, title }) => (kind === 'article' ? [title] : [])).sort();
};

describe('words of a query in a notebook', () => {
  it.each([
    ['negotiation', ['English', 'Unknown']],
    ['=negotiation', ['Unknown']],
    ['"negotiation"', ['Unknown']],
    ['verhandlung', ['German', 'Unknown']],
    ['verhandlungen', ['German']],
    ['перемовин', ['Ukrainian']],
    ['переговорам', ['Russian']],
    ['trump', ['Unknown']],
    ['state', ['English']],
    ['zelensky', ['English', 'Russian', 'Ukrainian']],
    ['Zelenskyy', ['English', 'Russian', 'Ukrainian']],
    ['Зеленський', ['English', 'Russian', 'Ukrainian']],
    ['=Зеленський', ['Ukrainian']],
    ['zelenskyj~2', ['English']],
    ['negotation~1', ['Unknown']],
    ['київ', []],
    ['Kyiv', ['English']],
    ['北京', ['Unknown']],
    ['京北', []],
    ['ไท', ['Unknown']],
  ])('%s is found in %s', (query, titles) => {
    expect(found(query)).toEqual(titles);
  });

  it('are looked for as typed where that is wanted', () => {
    expect(found('negotiation', false)).toEqual(['Unknown']);
    expect(found('zelensky', false)).toEqual(['English', 'Russian', 'Ukrainian']);
  });

  it('say which other names were looked for', () => {
    const { alsoSearched } = notebook.ask('search', { query: 'zelensky', offset: 0, limit: 1 });
    expect(alsoSearched).toEqual(['Зеленський']);
  });

  it('are listed once each, and looked up without a scan', () => {
    const vocabulary = vocabularyOf(notebook.db);
    expect([...vocabulary.prefix('negot')]).toEqual(['negotiated', 'negotiation', 'negotiations']);
    expect([vocabulary.has('kyiv'), vocabulary.has('kyi')]).toEqual([true, false]);
    expect([...vocabulary.holding(['kyi'], 3, 5)]).toEqual(['kyiv']);
    expect([...vocabulary.likeliest('ver', 1)]).toHaveLength(1);
    const plan = rawDatabase(notebook.db).prepare(`EXPLAIN QUERY PLAN ${prefixSql}`).all('a', 'b');
    expect(JSON.stringify(plan)).toContain('SEARCH search_word USING PRIMARY KEY');
  });
});
