/** What the GUIDs of a REFI-QDA project mean for a notebook: tags, things of its own, comments, tags and fields of articles. */
import { refiSourceVariables } from '../../../shared/codebook/refi-names';
import { parseEdtf } from '../../../shared/dates/edtf';
import type { ArticleMetadata } from '../../../shared/model/article';
import type { ImportedTag } from '../../../shared/model/imported/imported-item';
import { tellingNamesakes } from './namesakes';
import { iriOf, isTopCode, type OwnThing, ownThings } from './own-things';
import type { QdaCase, QdaProject, QdaSource } from './project';
import type { SelectionMeanings } from './selection-annotations';

export interface ProjectMeanings extends SelectionMeanings {
  readonly tags: readonly ImportedTag[];
  /** Keys of tags of a whole source. */
  readonly tagsOfSource: (source: QdaSource) => readonly string[];
  readonly metadataOf: (source: QdaSource) => ArticleMetadata;
}

const casesKey = 'cases';
const setKey = (index: number): string => `set ${index}`;

/** A notebook's own cases only tell of its codes. */
function foreignCases({ cases }: QdaProject, things: ReadonlyMap<string, OwnThing>): QdaCase[] {
  return cases.filter(({ codes }) => !codes.some((code) => things.has(code)));
}

/** Cases that something is coded with, or that have stretches of text of their own; the others only describe sources. */
function codedCases(project: QdaProject, cases: readonly QdaCase[]): QdaCase[] {
  const coded = new Set(
    [...project.sources, ...project.sources.flatMap(({ selections }) => selections)].flatMap(
      ({ codes }) => codes,
    ),
  );
  const codes = new Set(project.codes.map(({ guid }) => guid));
  return cases.filter(
    ({ guid, name, selections }) =>
      name !== '' && (selections.length > 0 || coded.has(guid)) && !codes.has(guid),
  );
}

type ValuesInWords = (values: QdaCase['values']) => readonly (readonly [string, string])[];

/** A field that is called like one of a notebook's own variables. */
const ownField = new RegExp(
  `^(${Object.values(refiSourceVariables)
    .map(({ name }) => name)
    .join('|')}) \\(field\\)$`,
  'i',
);

type SourceVariable = keyof typeof refiSourceVariables;
const ownVariables = new Map<string, SourceVariable>(
  (Object.keys(refiSourceVariables) as SourceVariable[]).map((key) => [refiSourceVariables[key].guid, key]),
);

/** The names of variables by their GUIDs; of two with one name the second is counted. */
function variableNames({ variables }: QdaProject): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set<string>();
  const last = new Map<string, number>();
  for (const [guid, { name: given }] of variables) {
    const base = given.replace(ownField, '$1');
    let name = base;
    let number = last.get(base) ?? 1;
    while (base !== '' && used.has(name)) name = `${base} ${++number}`;
    last.set(base, number);
    // A notebook's own are no fields: they take no name from one.
    if (!ownVariables.has(guid)) used.add(name);
    names.set(guid, name);
  }
  return names;
}

function valueNames(project: QdaProject): ValuesInWords {
  const names = variableNames(project);
  return (values) =>
    values.flatMap(({ variable, value }) => {
      const name = names.get(variable) ?? '';
      return name === '' ? [] : [[name, value] as const];
    });
}

/** As fields; where one is said several times, by several cases, each of its values stands. */
function asFields(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const there = values.get(name) ?? [];
    if (!there.includes(value)) values.set(name, [...there, value]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.join('; ')]));
}

const joined = (parts: readonly string[]): string =>
  parts.filter((words) => words.trim() !== '').join('\n\n');

function codeTags(
  project: QdaProject,
  things: ReadonlyMap<string, OwnThing>,
  noteOf: (note: string) => string,
): ImportedTag[] {
  return project.codes
    .filter((code) => !isTopCode(code) && !things.has(code.guid))
    .map(({ guid, name, parent, colour, description, notes }) => ({
      key: iriOf(guid),
      name: name || 'Code without a name',
      parentKey: parent === '' ? null : iriOf(parent),
      colour,
      description: joined([description, ...notes.map(noteOf)]),
    }));
}

function caseTags(cases: readonly QdaCase[], inWords: ValuesInWords): ImportedTag[] {
  if (cases.length === 0) return [];
  const top = { key: casesKey, name: 'Cases', parentKey: null, colour: '', description: '' };
  const tags = cases.map(({ guid, name, description, values }) => ({
    key: iriOf(guid),
    name,
    parentKey: casesKey,
    colour: '',
    description: joined([
      description,
      inWords(values)
        .map((pair) => pair.join(': '))
        .join('\n'),
    ]),
  }));
  return [top, ...tags];
}

/** Sets of sources become tags of articles. */
function setTags({ sets }: QdaProject): ImportedTag[] {
  return sets.flatMap(({ name, sources }, index) =>
    sources.length === 0 || name === ''
      ? []
      : [{ key: setKey(index), name, parentKey: null, colour: '', description: '' }],
  );
}

/** What a notebook's own variables say of a source. */
function ownMetadata({ values }: QdaSource): Omit<ArticleMetadata, 'title' | 'fields'> {
  const said = new Map(
    values.flatMap(({ variable, value }) => {
      const key = ownVariables.get(variable);
      return key === undefined ? [] : [[key, value] as const];
    }),
  );
  const edtf = said.get('published') ?? '';
  const date = parseEdtf(edtf);
  const words = said.get('publishedWords') ?? '';
  return {
    authors: (said.get('authors') ?? '').split('\n').filter((name) => name !== ''),
    publisher: said.get('publisher') ?? '',
    url: said.get('url') ?? '',
    language: said.get('language') ?? '',
    published: date ? { edtf, words, earliest: date.earliest, latest: date.latest } : null,
  };
}

/** Values of the source, and of the cases that it is of, as fields of the article. */
function fieldsOf(
  source: QdaSource,
  cases: readonly QdaCase[],
  inWords: ValuesInWords,
): Record<string, string> {
  const ofSource = cases.filter(({ sources }) => sources.includes(source.guid));
  const names = ofSource.map(({ name }) => name).filter((name) => name !== '');
  const foreign = source.values.filter(({ variable }) => !ownVariables.has(variable));
  return asFields([
    ...(names.length === 0 ? [] : [['Case', names.join('; ')] as const]),
    ...ofSource.flatMap(({ values }) => inWords(values)),
    ...inWords(foreign),
    ...(source.description === '' ? [] : [['Description', source.description] as const]),
  ]);
}

/** `noteOf`: the words of a note that was read before. */
export function meaningsOf(project: QdaProject, noteOf: (note: string) => string): ProjectMeanings {
  const things = ownThings(project);
  const inWords = valueNames(project);
  const cases = foreignCases(project, things);
  const coded = codedCases(project, cases);
  const tags = tellingNamesakes([
    ...codeTags(project, things, noteOf),
    ...caseTags(coded, inWords),
    ...setTags(project),
  ]);
  const keys = new Set(tags.map(({ key }) => key));
  const keyOf = (code: string): string[] => (keys.has(iriOf(code)) ? [iriOf(code)] : []);
  const ofSelection = new Map<string, string[]>();
  for (const { guid, selections } of coded)
    for (const selection of selections)
      ofSelection.set(selection, [...(ofSelection.get(selection) ?? []), iriOf(guid)]);
  return {
    things,
    tags,
    noteOf,
    links: project.links,
    isOwn: project.origin === 'Casebook',
    tagsOf: (guid) => [...keyOf(guid), ...(ofSelection.get(guid) ?? [])],
    tagsOfSource: ({ guid, codes }) => [
      ...codes.flatMap(keyOf),
      ...project.sets.flatMap(({ sources }, index) =>
        sources.includes(guid) && keys.has(setKey(index)) ? [setKey(index)] : [],
      ),
    ],
    metadataOf: (source) => ({
      title: source.name,
      fields: fieldsOf(source, cases, inWords),
      ...ownMetadata(source),
    }),
  };
}
