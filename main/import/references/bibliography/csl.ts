/** A reference as CSL-JSON says it, which BibTeX and RIS are turned into as well, as details of an article. */
import type { ArticleMetadata } from '../../../../shared/model/article';
import { webAddress } from '../../html/page-links';
import { cslDate } from './csl-date';
import { type Csl, isRecord, wordsOf } from './csl-value';

function nameOf(person: unknown): string {
  if (!isRecord(person)) return wordsOf(person);
  const literal = wordsOf(person['literal']);
  if (literal !== '') return literal;
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
  return parts
    .map((part) => wordsOf(person[part]))
    .filter((part) => part !== '')
    .join(' ');
}

const namesOf = (people: unknown): string[] =>
  Array.isArray(people) ? people.map(nameOf).filter((name) => name !== '') : [];

/** What has no place of its own among the details, by the name that it gets there. */
const fieldNames: Readonly<Record<string, string>> = {
  DOI: 'DOI',
  ISBN: 'ISBN',
  ISSN: 'ISSN',
  PMID: 'PMID',
  type: 'type',
  publisher: 'publisher',
  'publisher-place': 'place',
  'collection-title': 'series',
  volume: 'volume',
  issue: 'issue',
  page: 'pages',
  edition: 'edition',
  genre: 'genre',
  archive: 'archive',
  'call-number': 'call number',
  abstract: 'abstract',
  note: 'note',
};

function fieldsOf(csl: Csl, publisher: string): Record<string, string> {
  const said = Object.entries(fieldNames).map(([from, to]) => [to, wordsOf(csl[from])] as const);
  const editors = namesOf(csl['editor']).join('; ');
  return Object.fromEntries(
    [...said, ['editors', editors] as const].filter(
      ([name, value]) => value !== '' && !(name === 'publisher' && value === publisher),
    ),
  );
}

/** What a reference says of its article. An address that is none of the web is left out. */
export function metadataOfCsl(csl: Csl): ArticleMetadata {
  const publisher =
    ['container-title', 'publisher', 'archive'].map((name) => wordsOf(csl[name])).find(Boolean) ?? '';
  return {
    title: wordsOf(csl['title']),
    authors: namesOf(csl['author']),
    publisher,
    url: webAddress(wordsOf(csl['URL']), null)?.href ?? '',
    language: wordsOf(csl['language']),
    published: cslDate(csl['issued']),
    fields: fieldsOf(csl, publisher),
  };
}

/** Its keywords; BibTeX and RIS part them with commas or semicolons. */
export function tagsOfCsl(csl: Csl): string[] {
  const said = [csl['keyword'], csl['keywords'], csl['tags']].flat();
  const names = said.flatMap((value) => wordsOf(value).split(/[,;]/));
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}
