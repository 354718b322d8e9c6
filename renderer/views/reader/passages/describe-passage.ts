import type { Annotation } from '../../../../shared/model/annotation';
import type { ArticleDetail } from '../../../../shared/model/article';

/** What is said about a passage, in one line: for those who hear the screen. */
export function describePassage({ entities, events, tags, comment }: Annotation): string {
  const links = entities.map(({ kind, name }) => `${kind} ${name}`);
  const said = [
    ...links,
    ...events.map(({ title }) => `event ${title}`),
    ...tags.map(({ name }) => `tag ${name}`),
  ];
  if (comment) said.push(`comment ${comment}`);
  return said.length > 0 ? `Passage: ${said.join(', ')}` : 'Passage';
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
