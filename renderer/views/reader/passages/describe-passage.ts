import type { Annotation } from '../../../../shared/model/annotation';
import type { ArticleDetail, Locator, RevisionText } from '../../../../shared/model/article';
import { placeWords } from '../../../parts/passages/passage-words';

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

/** Where in the source a place of the text (code points) is: "p. 12", a chapter, or both; '' where that is not known. */
export function placeIn({ locators }: RevisionText, start: number): string {
  const labelOf = (wanted: Locator['kind']): string =>
    locators.findLast((locator) => locator.kind === wanted && locator.start <= start)?.label ?? '';
  return placeWords({ page: labelOf('page'), chapter: labelOf('chapter') });
}

/** A quote with its source, to paste into any text. `place`: where in the source, or ''. */
export function citationOf(words: string, article: ArticleDetail, place: string): string {
  const source = [
    article.authors.join(', '),
    article.title && `“${article.title}”`,
    article.publisher,
    article.published?.edtf ?? '',
    place,
    article.url,
  ];
  return `“${words}” (${source.filter(Boolean).join(', ')})`;
}
