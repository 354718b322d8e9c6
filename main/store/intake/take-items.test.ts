import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedAnnotation } from '../../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { documentOf, rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';
import { takeItemsOfFile } from '../worker/intake-calls';
import type { Taken } from './taken';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

const text = 'The ferry left at dawn 🚢.\n\nNobody saw who ordered it. The ferry came back.';
const plain = 'The ferry left at dawn 🚢.\nNobody saw who ordered it. The ferry came back.';
const emptyMetadata = documentOf('x').metadata;

const annotation = (words: string, rest: Partial<ImportedAnnotation> = {}): ImportedAnnotation => ({
  id: '',
  targets: [
    {
      source: '',
      position: rangeOf(plain, words),
      quote: { exact: words, prefix: '', suffix: '' },
    },
  ],
  tags: [],
  comments: [],
  entities: [],
  events: [],
  colour: '',
  coder: '',
  createdAt: '',
  problems: [],
  ...rest,
});

const articleItem = (key = 'a', given = documentOf(text)): ImportedItem => ({
  kind: 'article',
  key,
  document: given,
  bytes: given.bytes,
  tags: ['boats'],
});
const onArticle = (one: ImportedAnnotation): ImportedItem => ({
  kind: 'annotation',
  articleKey: 'a',
  annotation: one,
});
const tag = (key: string, name: string, parentKey: string | null = null, colour = ''): ImportedItem => ({
  kind: 'tag',
  tag: { key, name, parentKey, colour, description: '' },
});

let intake = 0;
/** A file: its items as the program takes them, articles alone. */
function takeFile(items: readonly ImportedItem[]): readonly Taken[] {
  const intakes = new Map();
  intake += 1;
  return items.flatMap((item) => takeItemsOfFile(notebook.session, intakes, { intake, items: [item] }).value);
}

const annotations = () => {
  const { rows } = notebook.ask('listArticles', {
    filter: '',
    tagId: null,
    show: 'all',
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 50,
  });
  return rows.flatMap(({ id }) => {
    const { currentRevisionId } = notebook.ask('getArticle', { id });
    return notebook.ask('listAnnotations', { articleId: id, revisionId: currentRevisionId });
  });
};

const project = (): readonly ImportedItem[] => [
  tag('t1', 'Places'),
  tag('t2', 'Water', 't1', '#0088ff'),
  articleItem(),
  onArticle(annotation('who ordered it', { tags: ['t2'], comments: ['Ask the mayor.'], coder: 'Ada' })),
  onArticle(annotation('The ferry came back', { tags: ['new tag'] })),
  { kind: 'note', title: 'Memo', content: '<p>Look again.</p>', createdAt: '2020-01-02T03:04:05.000Z' },
];

describe('what a file brings', () => {
  it('comes in: tags with their parents, an article, its passages, notes', () => {
    const taken = takeFile(project());
    expect(taken.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'tag imported',
      'tag imported',
      'article imported',
      'annotation imported',
      'annotation imported',
      'note imported',
    ]);
    const tags = notebook.ask('listTags', {});
    const water = tags.find(({ name }) => name === 'Water');
    expect(water).toMatchObject({ colour: 'blue', parentId: tags.find(({ name }) => name === 'Places')?.id });
    const [first] = annotations();
    expect(first).toMatchObject({ comment: 'Ask the mayor.', coder: 'Ada', tags: [{ name: 'Water' }] });
    expect(first?.parts[0]).toMatchObject({ ...rangeOf(plain, 'who ordered it'), state: 'exact' });
    expect(notebook.ask('checkNotebook', {}).findings).toEqual([]);
  });

  it('is known the second time, all of it', () => {
    takeFile(project());
    const before = JSON.stringify([annotations(), notebook.ask('listTags', {})]).replace(
      /"modifiedAt":"[^"]*"/g,
      '',
    );
    expect(takeFile(project()).map(({ outcome }) => outcome)).toEqual(Array(6).fill('known'));
    const after = JSON.stringify([annotations(), notebook.ask('listTags', {})]).replace(
      /"modifiedAt":"[^"]*"/g,
      '',
    );
    expect(after).toBe(before);
  });

  it('is one step to take back, but for the article', () => {
    takeFile([articleItem()]);
    takeFile(
      [tag('t', 'Water'), onArticle(annotation('who ordered it')), tag('u', 'Fire')].map((item) =>
        item.kind === 'annotation' ? { ...item, articleKey: '' } : item,
      ),
    );
    expect(notebook.ask('listTags', {}).map(({ name }) => name)).toEqual(['boats', 'Fire', 'Water']);
    expect(notebook.run('undo', {})).toBe('importFile');
    expect(notebook.ask('listTags', {}).map(({ name }) => name)).toEqual(['boats']);
    expect(notebook.ask('getNotebook', {}).undo).toBeNull();
  });

  it('marks passages whose words the file itself contradicts, and keeps their place', () => {
    const wrong = annotation('who ordered it');
    const said = { exact: 'quite other words', prefix: '', suffix: '' };
    const [, taken] = takeFile([
      articleItem(),
      onArticle({ ...wrong, targets: wrong.targets.map((target) => ({ ...target, quote: said })) }),
    ]);
    expect(taken).toMatchObject({ outcome: 'imported', changed: 1 });
    expect(annotations()[0]?.parts[0]).toMatchObject({
      ...rangeOf(plain, 'who ordered it'),
      state: 'changed',
      quote: said,
    });
  });

  it('leaves the rest alone when one thing is wrong', () => {
    const bad = { ...documentOf('Other words'), content: '<script>x</script>' };
    const taken = takeFile([
      articleItem('bad', bad),
      onArticle(annotation('The ferry', { targets: [] })),
      articleItem(),
    ]);
    expect(taken.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'imported']);
    expect(taken[0]?.message).not.toBe('');
    expect(notebook.ask('getNotebook', {}).articleCount).toBe(1);
  });

  it('keeps two tags of one name apart by where they stand', () => {
    takeFile([tag('a', 'North'), tag('b', 'Losses', 'a'), tag('c', 'South'), tag('d', 'Losses', 'c')]);
    expect(notebook.ask('listTags', {}).map(({ name }) => name)).toEqual([
      'Losses',
      'Losses (South)',
      'North',
      'South',
    ]);
  });
});

const guid = (number: number): string => `0190a1b2-0000-7000-8000-${String(number).padStart(12, '0')}`;

describe('tags with ids of their own', () => {
  const fear = (number: number, parent: number | null): ImportedItem => ({
    kind: 'tag',
    tag: {
      key: `urn:uuid:${guid(number)}`,
      sameNamed: [3, 4].filter((other) => other !== number).map((other) => `urn:uuid:${guid(other)}`),
      name: 'Fear',
      parentKey: parent === null ? null : `urn:uuid:${guid(parent)}`,
      colour: '',
      description: `Of ${number}`,
    },
  });
  const top = (number: number, name: string): ImportedItem => tag(`urn:uuid:${guid(number)}`, name);
  const known = () => notebook.ask('listTags', {}).map(({ id, name }) => `${name} ${id.slice(-1)}`);

  it('are those of these ids, whatever they are called here or in the file', () => {
    const file = [top(1, 'War'), fear(3, 1), top(2, 'Home'), fear(4, 2)];
    takeFile(file);
    expect(known()).toEqual(['Fear 3', 'Fear (Home) 4', 'Home 2', 'War 1']);
    notebook.run('updateTag', { id: guid(3), name: 'Dread' });
    takeFile(file);
    expect(known().sort()).toEqual(['Dread 3', 'Fear (Home) 4', 'Home 2', 'War 1']);
  });

  it('are not taken for each other where only the second is known', () => {
    takeFile([fear(4, null)]);
    takeFile([top(1, 'War'), fear(3, 1), top(2, 'Home'), fear(4, 2)]);
    expect(known().sort()).toEqual(['Fear (War) 3', 'Fear 4', 'Home 2', 'War 1']);
  });
});

it('takes a codebook whose codes all have one name as quickly as another', () => {
  const all = Array.from({ length: 500 }, (_, number) => `urn:uuid:${guid(number + 1)}`);
  const named = (isSame: boolean): ImportedItem[] =>
    all.map((key, number) => ({
      kind: 'tag',
      tag: {
        key,
        sameNamed: isSame ? all : [],
        name: isSame ? 'Fear' : `Fear ${number}`,
        parentKey: null,
        colour: '',
        description: '',
      },
    }));
  const cpuOf = (items: readonly ImportedItem[]): number => {
    const other = temporaryNotebook();
    const before = process.cpuUsage();
    takeItemsOfFile(other.session, new Map(), { intake: 1, items });
    const { user } = process.cpuUsage(before);
    expect(other.ask('listTags', {})).toHaveLength(all.length);
    other.remove();
    return user;
  };
  cpuOf(named(false)); // the first is slower
  expect(cpuOf(named(true)) / cpuOf(named(false))).toBeLessThan(3);
});

const quotations = (...words: readonly string[]): ImportedItem => ({
  kind: 'highlights',
  highlights: {
    metadata: { ...emptyMetadata, title: 'The Ferry' },
    annotations: words.map((each) => ({
      ...annotation('The ferry'),
      targets: [{ source: '', position: null, quote: { exact: each, prefix: '', suffix: '' } }],
      comments: [`on ${each}`],
    })),
  },
});

describe('quotations of a text', () => {
  it('go onto the article that has the text', () => {
    takeFile([articleItem('a', documentOf(text, { metadata: { ...emptyMetadata, title: 'The Ferry' } }))]);
    const [taken] = takeFile([quotations('who ordered it', 'words that are not there')]);
    expect(taken).toMatchObject({
      outcome: 'joined',
      passages: 1,
      lost: [expect.stringContaining('not there')],
    });
    expect(annotations().map(({ comment }) => comment)).toEqual(['on who ordered it']);
  });

  it('are an article of their own where there is none, which grows', () => {
    const one = 'He rowed all night.';
    const two = 'The bank was dark,\nand nobody called.';
    expect(takeFile([quotations(one, two)])[0]).toMatchObject({ outcome: 'imported', passages: 2 });
    expect(annotations().map(({ parts }) => parts[0]?.quote.exact)).toEqual([one, two]);
    expect(takeFile([quotations(one, two)])[0]).toMatchObject({ outcome: 'known', passages: 0 });
    const more = takeFile([quotations(one, two, 'At dawn he rowed back.')])[0];
    expect(more).toMatchObject({ outcome: 'recaptured', passages: 1 });
    expect(notebook.ask('getNotebook', {}).articleCount).toBe(1);
    expect(annotations().map(({ parts }) => parts[0]?.state)).toEqual(['exact', 'exact', 'exact']);
  });
});

describe('a reference', () => {
  const everything = {
    filter: '',
    tagId: null,
    show: 'all',
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 5,
  } as const;
  const reference = (title: string): ImportedItem => ({
    kind: 'reference',
    metadata: { ...emptyMetadata, title, authors: ['Ada Lovelace'], fields: { DOI: '10.1/x' } },
    tags: ['read'],
    paths: [],
  });

  it('fills in what its article does not say', () => {
    takeFile([articleItem('a', documentOf(text, { metadata: { ...emptyMetadata, title: 'The Ferry' } }))]);
    expect(takeFile([reference('The ferry')])[0]).toMatchObject({
      outcome: 'joined',
      message: 'Details added: authors, DOI.',
    });
    expect(takeFile([reference('The ferry')])[0]).toMatchObject({ outcome: 'known' });
    const { rows } = notebook.ask('listArticles', everything);
    expect(rows[0]).toMatchObject({ title: 'The Ferry', authors: ['Ada Lovelace'] });
    expect(rows[0]?.tags.map(({ name }) => name)).toEqual(['boats', 'read']);
  });

  it('with its file fills in what the file’s article lacks, and never writes over what it says', () => {
    const given = { ...emptyMetadata, title: 'ferry', publisher: 'Ostrel Evening' };
    const document = documentOf(text, { metadata: given });
    takeFile([articleItem('a', document)]);
    const details = {
      ...emptyMetadata,
      title: 'The Ferry',
      authors: ['Ada Lovelace'],
      publisher: 'Another',
      published: { edtf: '2025-07', words: '' },
      fields: { DOI: '10.1/x' },
    };
    const again = Object.assign({}, articleItem('a', document), { details });
    expect(takeFile([again])[0]).toMatchObject({
      outcome: 'joined',
      message: 'Details added: authors, date, DOI.',
    });
    expect(takeFile([again])[0]).toMatchObject({ outcome: 'known', message: '' });
    const [{ id } = { id: '' }] = notebook.ask('listArticles', everything).rows;
    expect(notebook.ask('getArticle', { id })).toMatchObject({
      ...given,
      authors: ['Ada Lovelace'],
      published: { edtf: '2025-07' },
      fields: { DOI: '10.1/x' },
    });
  });

  it('is one step to take back', () => {
    const document = documentOf(text, { metadata: { ...emptyMetadata, title: 'ferry' } });
    takeFile([articleItem('a', document)]);
    const details = { ...emptyMetadata, authors: ['Ada Lovelace'], publisher: 'Ostrel Evening' };
    const again = Object.assign({}, articleItem('a', document), { details, tags: ['read'] });
    takeItemsOfFile(notebook.session, new Map(), { intake: 1, items: [again] });
    const first = () => notebook.ask('listArticles', everything).rows[0];
    expect(first()).toMatchObject({ authors: ['Ada Lovelace'], publisher: 'Ostrel Evening' });
    expect(notebook.run('undo', {})).toBe('importFile');
    expect(first()).toMatchObject({ title: 'ferry', authors: [], publisher: '' });
  });

  it('without a text is refused in words, with why its files were not read', () => {
    const missing = { ...reference('Nowhere'), problems: ['Its file is not there.'] } as ImportedItem;
    expect(takeFile([missing])[0]?.message).toMatch(/^Its file is not there\. There is no text/);
    expect(takeFile([reference('Nowhere')])[0]).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('no text'),
    });
  });
});
