/** Front matter as what is known of the article: the names that Obsidian, Zotero, Pandoc, Hugo and Jekyll use; the rest are free fields. */
import type { ArticleMetadata } from '../../../../shared/model/article';
import { webAddress } from '../../html/page-links';
import { authorNames } from '../../metadata/author-names';
import { publishedDate } from '../../metadata/published-date';
import type { FrontMatter, FrontValue } from './front-matter';

/** The most trustworthy first. */
const names = {
  title: ['title', 'headline'],
  authors: ['author', 'authors', 'creator', 'byline', 'by'],
  published: [
    'published',
    'date published',
    'date',
    'pubdate',
    'datepublished',
    'publication date',
    'issued',
    'created',
  ],
  url: ['url', 'source', 'link', 'canonical', 'canonical_url', 'uri', 'permalink'],
  publisher: ['publisher', 'publication', 'site', 'website', 'journal', 'container-title'],
  language: ['lang', 'language', 'locale'],
} as const;

const tagNames: readonly string[] = ['tags', 'tag', 'keywords', 'categories', 'category', 'topics'];
/** For the program that wrote the file, not for readers. */
const passedOver: readonly string[] = [
  'layout',
  'draft',
  'cssclass',
  'cssclasses',
  'template',
  'aliases',
  'alias',
];
const longestField = 4000;
const mostFields = 100;

export interface FrontMetadata {
  readonly metadata: ArticleMetadata;
  readonly tags: readonly string[];
}

export function frontMetadata(values: FrontMatter['values']): FrontMetadata {
  const known = new Map([...values].map(([key, value]) => [key.toLowerCase(), value] as const));
  const used = new Set<string>([...tagNames, ...passedOver]);
  const first = <T>(keys: readonly string[], read: (value: FrontValue) => T | null): T | null => {
    for (const key of keys) {
      const value = known.get(key);
      const found = value === undefined ? null : read(value);
      if (found === null) continue;
      used.add(key);
      return found;
    }
    return null;
  };
  const metadata = {
    title: first(names.title, line) ?? '',
    authors: first(names.authors, peopleOf) ?? [],
    publisher: first(names.publisher, line) ?? '',
    url: first(names.url, (value) => webAddress(line(value) ?? '', null)?.href ?? null) ?? '',
    language:
      first(
        names.language,
        (value) =>
          /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.exec(line(value) ?? '')?.[0]?.replaceAll('_', '-') ?? null,
      ) ?? '',
    published: first(names.published, (value) => publishedDate(line(value) ?? '')),
  };
  return { metadata: { ...metadata, fields: fieldsOf(values, used) }, tags: tagsOf(known) };
}

const line = (value: FrontValue): string | null => {
  const words = (typeof value === 'string' ? value : (value[0] ?? '')).replace(/\s+/g, ' ').trim();
  return words === '' ? null : plainWords(words);
};

/** Obsidian writes people as links to their notes. */
const plainWords = (words: string): string => words.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1');

function peopleOf(value: FrontValue): readonly string[] | null {
  const people = typeof value === 'string' ? authorNames([plainWords(value)]) : value.map(plainWords);
  return people.length === 0 ? null : [...new Set(people)];
}

/** `#tag`, `tag`, `a, b` and lists. */
function tagsOf(known: ReadonlyMap<string, FrontValue>): string[] {
  const said = tagNames.flatMap((name) => {
    const value = known.get(name) ?? [];
    return typeof value === 'string' ? value.split(value.includes(',') ? ',' : /[,;]|\s+(?=#)/) : value;
  });
  return [
    ...new Set(
      said
        .map((tag) => plainWords(tag).replace(/^#/, '').trim())
        .filter((tag) => tag !== '' && tag.length <= 200),
    ),
  ];
}

function fieldsOf(values: FrontMatter['values'], used: ReadonlySet<string>): ArticleMetadata['fields'] {
  const left = [...values].filter(([key]) => !used.has(key.toLowerCase())).slice(0, mostFields);
  return Object.fromEntries(
    left.flatMap(([key, value]): [string, string][] => {
      const words = typeof value === 'string' ? value : value.join(', ');
      return words === '' ? [] : [[key.slice(0, 200), words.slice(0, longestField)]];
    }),
  );
}
