/**
 * Stems of folded words in the languages that have a stemmer. Two words are forms of one when their stems are the same
 * and they begin alike; names are kept out of it by those who ask (`known-names`).
 */
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import { stemmer as germanStem } from '@orama/stemmers/german';
import { stemmer as russianStem } from '@orama/stemmers/russian';
import { ukrainianStem } from './ukrainian-stem';

interface Stemmer {
  readonly letters: RegExp;
  readonly stem: (word: string) => string;
}

const latin = /^[a-z]+$/;
const cyrillic = /^[\u0400-\u04ff]+$/;

/** Folding makes и of й; after a vowel, and before none, it was й, by which the endings of adjectives are known. */
const withShortI = (word: string): string => word.replace(/(?<=[аеоуыэюяи])и(?![аеоуыэюяи])/g, 'й');

const stemmers: Readonly<Record<string, Stemmer>> = {
  en: { letters: latin, stem: englishStem },
  de: { letters: latin, stem: germanStem },
  fr: { letters: latin, stem: frenchStem },
  ru: { letters: cyrillic, stem: (word) => russianStem(withShortI(word)).replace(/й/g, 'и') },
  uk: { letters: cyrillic, stem: ukrainianStem },
};

/** Base languages that have a stemmer. */
export const stemmedLanguages: readonly string[] = Object.keys(stemmers);

/** Words of one or two letters have no other forms, and nobody writes words as long. */
const shortest = 3;
const longest = 40;

const mostKnown = 50_000;
const known = new Map<string, Map<string, string | null>>();

function knownOf(language: string): Map<string, string | null> {
  const stems = known.get(language);
  if (stems && stems.size < mostKnown) return stems;
  const none = new Map<string, string | null>();
  known.set(language, none);
  return none;
}

function findStem(language: string, word: string): string | null {
  const stemmer = stemmers[language];
  if (!stemmer || word.length < shortest || word.length > longest || !stemmer.letters.test(word)) return null;
  const stem = stemmer.stem(word);
  return stem.length < 2 ? null : stem;
}

/** The stem of a folded word; null where it has none: of another script, too short, or a language without a stemmer. */
export function stemOf(language: string, word: string): string | null {
  const stems = knownOf(language);
  let stem = stems.get(word);
  if (stem === undefined) stems.set(word, (stem = findStem(language, word)));
  return stem;
}

/** How all words of a stem begin: three letters, or all but the last of a longer stem (`happi`: happy, happiness). */
export const beginningOf = (word: string, stem: string): string =>
  word.slice(0, Math.max(shortest, stem.length - 1));

/** Whether two folded words are forms of one in a language. */
export function areForms(language: string, one: string, other: string): boolean {
  const stem = stemOf(language, one);
  return stem !== null && stem === stemOf(language, other) && other.startsWith(beginningOf(one, stem));
}
