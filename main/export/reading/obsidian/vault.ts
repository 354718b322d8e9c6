/** Where everything stands in a folder for Obsidian, and how one leads to another. */
import type { ExportData, ExportPassage } from '../../gather/export-data';
import { obsidianTag } from './front-matter';
import { safeNames } from './safe-names';

export const folders = {
  article: 'Articles',
  actor: 'Actors',
  place: 'Places',
  object: 'Objects',
  event: 'Events',
  note: 'Notes',
} as const;

export interface Vault {
  /** The path of a thing's file without its ending; undefined: it is not in the export. */
  readonly pathOf: (id: string) => string | undefined;
  /** A link to a thing; where it is not in the export, only the words. */
  readonly link: (id: string, words: string) => string;
  /** A link to the words of a passage, in the text where that is in the export. */
  readonly linkWords: (passageId: string, words: string) => string;
  /** The id of the block that a passage's words stand in; undefined: they stand in no text here. */
  readonly wordsBlock: (passageId: string) => string | undefined;
  readonly tagOf: (name: string) => string;
}

/** A passage's own block, below the text. */
export const passageBlock = (id: string): string => `q-${id}`;

/** Signs that would end a link. */
const linkWords = (words: string): string =>
  words
    .replace(/\s+/gu, ' ')
    .replace(/[[\]|]/g, (sign) => ({ '[': '(', ']': ')' })[sign] ?? '/')
    .trim();

interface Place {
  readonly folder: string;
  readonly id: string;
  readonly title: string;
}

function placesOf({ articles, entities, events, notes }: ExportData): readonly Place[] {
  const untitled = (title: string, kind: string) => title || `Untitled ${kind}`;
  return [
    ...articles.map(({ id, title }) => ({ folder: folders.article, id, title: untitled(title, 'article') })),
    ...entities.map(({ id, name, kind }) => ({ folder: folders[kind], id, title: name })),
    ...events.map(({ id, title }) => ({ folder: folders.event, id, title: untitled(title, 'event') })),
    ...notes.map(({ id, title }) => ({ folder: folders.note, id, title: untitled(title, 'note') })),
  ];
}

function pathsOf(data: ExportData): ReadonlyMap<string, string> {
  const places = placesOf(data);
  const inFolders = Object.values(folders).map((folder) => {
    const names = safeNames(places.filter((place) => place.folder === folder));
    return [...names].map(([id, name]) => [id, `${folder}/${name}`] as const);
  });
  return new Map(inFolders.flat());
}

function tagPaths({ tags }: ExportData): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const pathOf = ({ name, parentId }: ExportData['tags'][number]): readonly string[] => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent ? [...pathOf(parent), name] : [name];
  };
  return new Map(tags.map((tag) => [tag.name, pathOf(tag)]));
}

/** `wordsBlocks`: of passages whose words stand in a text here, the id of the block. */
export function createVault(data: ExportData, wordsBlocks: ReadonlyMap<string, string>): Vault {
  const paths = pathsOf(data);
  const articleOf = new Map(data.passages.map((passage: ExportPassage) => [passage.id, passage.articleId]));
  const tags = tagPaths(data);
  const link = (id: string, words: string): string => {
    const path = paths.get(id);
    return path === undefined ? linkWords(words) : `[[${path}|${linkWords(words) || path}]]`;
  };
  return {
    pathOf: (id) => paths.get(id),
    link,
    linkWords: (passageId, words) => {
      const path = paths.get(articleOf.get(passageId) ?? '');
      if (path === undefined) return linkWords(words);
      const block = wordsBlocks.get(passageId) ?? passageBlock(passageId);
      return `[[${path}#^${block}|${linkWords(words)}]]`;
    },
    wordsBlock: (passageId) => wordsBlocks.get(passageId),
    tagOf: (name) => obsidianTag(tags.get(name) ?? [name]),
  };
}
