/** Which language's words to look for in a text. */
import { languagesOf } from '../../shared/dates/words/language';
import { cueTables } from './languages';

/** The article's language where its words are known, else the likeliest by the text; English when none is. */
export function languageOf(text: string, tag: string): string {
  return languagesOf(text, tag).find((language) => language in cueTables) ?? 'en';
}
