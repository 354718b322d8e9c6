import type { Annotation } from '../../../../shared/model/annotation';
import type { ArticleDetail } from '../../../../shared/model/article';

/** What is said about a passage, in one line: for those who hear the screen. */
export function describePassage({ parts, entities, events, tags, comment }: Annotation): string {
  const links = entities.map(({ kind, name }) => `${kind} ${name}`);
  const said = [
    ...links,
    ...events.map(({ title }) => `event ${title}`),
    ...tags.map(({ name }) => `tag ${name}`),
  ];
  if (comment) said.push(`comment ${comment}`);
  const passage = parts.length > 1 ? `Passage in ${parts.length} parts` : 'Passage';
  return said.length > 0 ? `${passage}: ${said.join(', ')}` : passage;
}

/** A quote with its source, to paste into any text. */
export function citationOf(words: string, article: ArticleDetail): string {
  const source = [
    article.authors.join(', '),
    article.title && `“${article.title}”`,
    article.publisher,
    article.published?.edtf ?? '',
    article.url,
  ];
  return `“${words}” (${source.filter(Boolean).join(', ')})`;
}
