/** Which language words are most likely in, of those whose words for dates are known. A guess for reading dates, no more. */
import { type DateLanguage, dateLanguages } from './lexicon';
import { lexicons } from './lexicons';

const latin: readonly DateLanguage[] = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'fi', 'id', 'vi'];

/** Languages that are written as a text is, the likeliest first. */
function languagesOfScript(text: string): readonly DateLanguage[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return ['ja'];
  if (/\p{Script=Han}/u.test(text)) return ['zh', 'ja'];
  if (/\p{Script=Arabic}/u.test(text)) return ['ar'];
  if (/\p{Script=Cyrillic}/u.test(text)) return /[ыэъё]/iu.test(text) ? ['ru', 'uk'] : ['uk', 'ru'];
  return latin;
}

/** `de-AT` as a language whose words for dates are known; null: they are not. */
export function dateLanguage(tag: string | null | undefined): DateLanguage | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return dateLanguages.find((language) => language === primary) ?? null;
}

function commonWordsIn(words: ReadonlySet<string>, language: DateLanguage): number {
  return lexicons[language].commonWords.split(' ').filter((word) => words.has(word)).length;
}

/** The languages in which to read a text, the likeliest first; a given one (a tag such as `uk`) before all others. */
export function languagesOf(text: string, given?: string | null): readonly DateLanguage[] {
  const languages = languagesOfScript(text);
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  const scores = new Map(languages.map((language) => [language, commonWordsIn(words, language)]));
  const ranked = [...languages].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const known = dateLanguage(given);
  return known ? [known, ...ranked.slice(0, 3).filter((language) => language !== known)] : ranked;
}
