/** How tags and kinds are called in brat, which takes names of ASCII letters, digits and `_` only; people see the labels. */
import type { ExportTag } from '../../gather/export-data';

/** Types that are there whatever the codebook is. */
export const ownTypes = ['Passage', 'Actor', 'Place', 'Object', 'Event'] as const;

export interface BratTypes {
  /** The type of a tag by its name. */
  readonly ofTag: (name: string) => string;
  readonly annotationConf: string;
  readonly visualConf: string;
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** A name for each tag: of its own words where they are ASCII and nobody else has them, else of its id. */
function namesOf(tags: readonly ExportTag[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    tags.map(({ id, name }) => {
      const words = slug(name);
      const readable =
        words !== '' && !taken.has(words.toLowerCase()) && !/[^\p{ASCII}\p{M}]/u.test(name.normalize('NFKD'));
      taken.add(words.toLowerCase());
      return [id, `Tag_${readable ? words : id.slice(-12)}`];
    }),
  );
}

/** Tags as lines, those below another indented by tabs. */
function treeLines(
  tags: readonly ExportTag[],
  names: ReadonlyMap<string, string>,
  parentId: string | null = null,
  depth = 0,
): string[] {
  const known = new Set(tags.map(({ id }) => id));
  return tags
    .filter((tag) => (tag.parentId !== null && known.has(tag.parentId) ? tag.parentId : null) === parentId)
    .flatMap(({ id }) => [
      `${'\t'.repeat(depth)}${names.get(id) ?? ''}`,
      ...treeLines(tags, names, id, depth + 1),
    ]);
}

const attributeLines = [
  'State\tArg:<ENTITY>, Value:exact|moved|changed',
  'Colour\tArg:<ENTITY>, Value:yellow|green|blue|pink|purple|orange|grey',
];

function labelLines(tags: readonly ExportTag[], names: ReadonlyMap<string, string>): string[] {
  return tags.map(({ id, name }) => `${names.get(id) ?? ''} | ${name.replace(/[|\s]+/g, ' ')}`);
}

const colourLines = (tags: readonly ExportTag[], names: ReadonlyMap<string, string>): string[] =>
  tags.flatMap(({ id, colour }) => (colour === null ? [] : `${names.get(id) ?? ''}\tbgColor:${colour}`));

const section = (name: string, lines: readonly string[]): string => [`[${name}]`, ...lines, ''].join('\n');

/** The codebook as brat's configuration. */
export function bratTypes(tags: readonly ExportTag[]): BratTypes {
  const names = namesOf(tags);
  const byName = new Map(tags.map((tag) => [tag.name, names.get(tag.id) ?? '']));
  return {
    ofTag: (name) => byName.get(name) ?? `Tag_${slug(name)}`,
    annotationConf: [
      section('entities', [...ownTypes, ...treeLines(tags, names)]),
      section('relations', []),
      section('events', []),
      section('attributes', attributeLines),
    ].join('\n'),
    visualConf: [
      section('labels', labelLines(tags, names)),
      section('drawing', colourLines(tags, names)),
    ].join('\n'),
  };
}
