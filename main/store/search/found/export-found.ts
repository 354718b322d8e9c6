/** Everything found as a table, as JSON, or as Markdown to read: one row or paragraph for each, in its order. */
import type { QueryArgs, QueryValue } from '../../../../shared/contract';
import type { FoundFormat, SearchHit } from '../../../../shared/contract/search';
import { csvText } from '../../../../shared/text/csv';
import type { ReadableDB } from '../../core/sql';
import { describeRows } from './describe-rows';
import { findRows } from './find-rows';

const columns = [
  'kind',
  'id',
  'title',
  'words',
  'article',
  'publisher',
  'published',
  'page',
  'start',
  'end',
  'actors',
  'places',
  'events',
  'tags',
  'claims',
  'comment',
] as const;

const joined = (names: readonly { readonly name: string }[] = []): string =>
  names.map(({ name }) => name).join('; ');

function claimsOf({ facts }: SearchHit): string {
  return (facts?.accounts ?? [])
    .map(({ event, fact, key, mode, claimant }) =>
      [event.name, key ? `${fact} ${key}` : fact, mode, claimant].filter(Boolean).join(', '),
    )
    .join('; ');
}

const wordsOf = ({ passage, kind, snippet }: SearchHit): string =>
  kind === 'passage' ? (passage?.words ?? snippet) : snippet;

function rowOf(hit: SearchHit): (string | number)[] {
  const { kind, id, title, article, passage, facts } = hit;
  return [
    kind,
    id,
    title,
    wordsOf(hit),
    article?.title ?? '',
    article?.publisher ?? '',
    article?.published ?? '',
    passage?.place ?? '',
    passage?.start ?? '',
    passage?.end ?? '',
    joined(facts?.actors),
    joined(facts?.places),
    joined(facts?.events),
    joined(facts?.tags),
    claimsOf(hit),
    facts?.comment ?? '',
  ];
}

const lineOf = (text: string): string => text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#])/g, '\\$1');

function markdownOf(hit: SearchHit): string {
  const { kind, title, article, passage, facts } = hit;
  const source = [article?.title, article?.publisher, article?.published, passage?.place]
    .filter(Boolean)
    .join(', ');
  const head = kind === 'passage' ? `> ${lineOf(wordsOf(hit))}` : `**${lineOf(title)}** (${kind})`;
  const words = kind === 'passage' ? '' : lineOf(hit.snippet);
  const about = [joined(facts?.actors), joined(facts?.places), joined(facts?.events), joined(facts?.tags)];
  return [
    head,
    words,
    lineOf(source),
    lineOf(about.filter(Boolean).join(' · ')),
    lineOf(facts?.comment ?? ''),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const writers: Readonly<Record<FoundFormat, (query: string, hits: readonly SearchHit[]) => string>> = {
  csv: (_, hits) => csvText({ columns, rows: hits.map(rowOf) }),
  json: (query, hits) => `${JSON.stringify({ query, total: hits.length, hits }, null, 2)}\n`,
  markdown: (query, hits) =>
    `# ${lineOf(query)}\n\n${hits.length} found.\n\n${hits.map(markdownOf).join('\n\n---\n\n')}\n`,
};
const endings: Readonly<Record<FoundFormat, string>> = { csv: 'csv', json: 'json', markdown: 'md' };

/** A name for a file out of a query: its letters and digits. */
const fileNameOf = (query: string): string =>
  query
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60) || 'search';

/** Everything found, as text to be saved. */
export function exportFound(
  db: ReadableDB,
  { format, ...asked }: QueryArgs<'exportFound'>,
): QueryValue<'exportFound'> {
  const found = findRows(db, asked);
  const hits = describeRows(found, found.firstRows(found.rows.size));
  return {
    text: writers[format](asked.query, hits),
    fileName: `${fileNameOf(asked.query)}.${endings[format]}`,
  };
}
