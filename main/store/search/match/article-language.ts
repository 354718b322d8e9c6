import { pluck } from '../../core/sql';
import { languageKey } from '../index/facts/value-keys';
import type { SearchState } from './search-state';

/** The language of an article as the index has it (`de`); '' where none is given. */
export function languageOfArticle({ db }: SearchState, articleId: string): string {
  return languageKey(pluck<string>(db, 'SELECT language FROM article WHERE id = ?', [articleId])[0] ?? '');
}
