/** Says on which page, or in which chapter, of its source a place in an article's current text is. */
import type { Locator } from '../../../shared/model/article';
import type { ReadableDB } from '../../store/core/sql';
import { grouped, ofIds } from './rows-of-ids';

/** "p. 12", a chapter's name, or '' where the source has neither. */
export type FindLocator = (articleId: string, start: number) => string;

const locators = `SELECT a.id AS owner, l.kind, l.label, l.start FROM json_each(?) j CROSS JOIN article a ON a.id = j.value
  JOIN locator l ON l.revision_id = a.revision_id ORDER BY l.start, l.number`;

/** How a page or chapter is cited. */
const wordsOf = ({ kind, label }: Locator): string => (kind === 'page' ? `p. ${label}` : label);

export function locatorFinder(db: ReadableDB, articleIds: readonly string[]): FindLocator {
  const of = grouped(ofIds<Locator & { readonly owner: string }>(db, articleIds, locators));
  return (articleId, start) => {
    const before = of(articleId).filter((locator) => locator.start <= start);
    const page = before.findLast(({ kind }) => kind === 'page');
    const chapter = before.findLast(({ kind }) => kind === 'chapter');
    return [chapter, page].flatMap((locator) => (locator ? wordsOf(locator) : [])).join(', ');
  };
}
