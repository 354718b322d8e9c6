/**
 * Dates in forms that the rules here do not know, as chrono-node reads them. Only what it is sure to have read in the words
 * is taken: what it fills in from the clock is left unknown.
 */

import { parse as parseGerman } from 'chrono-node/de';
import { type ParsedResult, parse as parseEnglish } from 'chrono-node/en';
import { parse as parseSpanish } from 'chrono-node/es';
import { parse as parseFinnish } from 'chrono-node/fi';
import { parse as parseFrench } from 'chrono-node/fr';
import { parse as parseItalian } from 'chrono-node/it';
import { parse as parseJapanese } from 'chrono-node/ja';
import { parse as parseDutch } from 'chrono-node/nl';
import { parse as parsePortuguese } from 'chrono-node/pt';
import { parse as parseRussian } from 'chrono-node/ru';
import { parse as parseSwedish } from 'chrono-node/sv';
import { parse as parseUkrainian } from 'chrono-node/uk';
import { parse as parseVietnamese } from 'chrono-node/vi';
import { parse as parseChinese } from 'chrono-node/zh';
import { edtfOfParts } from '../../calendar';
import { parseEdtf } from '../../edtf';
import type { DateLanguage } from '../lexicon';
import { counted, fixed, nearestYear, type Reading } from './reading';

type Parse = (words: string, reference: { instant: Date; timezone: number }) => ParsedResult[];

const parsers: Readonly<Partial<Record<DateLanguage, Parse>>> = {
  en: parseEnglish,
  de: parseGerman,
  es: parseSpanish,
  fi: parseFinnish,
  fr: parseFrench,
  it: parseItalian,
  ja: parseJapanese,
  nl: parseDutch,
  pt: parsePortuguese,
  ru: parseRussian,
  sv: parseSwedish,
  uk: parseUkrainian,
  vi: parseVietnamese,
  zh: parseChinese,
};

type Components = ParsedResult['start'];

const known = (components: Components, part: 'year' | 'month' | 'day'): number | null =>
  components.isCertain(part) ? components.get(part) : null;

/** Where the year is not in the words as digits, what chrono is certain of was counted from the clock: not taken. */
function readComponents(components: Components, text: string): Reading | null {
  const [year, month, day] = [
    known(components, 'year'),
    known(components, 'month'),
    known(components, 'day'),
  ];
  if (month === null) return null;
  if (year !== null) {
    const edtf = edtfOfParts(year, month, day);
    return text.includes(String(year)) && parseEdtf(edtf) ? fixed(edtf) : null;
  }
  const edtfIn = (of: number): string | null => {
    const edtf = edtfOfParts(of, month, day);
    return parseEdtf(edtf) ? edtf : null;
  };
  return counted(edtfOfParts(null, month, day), (on, tense) => nearestYear(on, tense, edtfIn));
}

/** A noon far from any that a text means, so that what comes from it can be told. */
const nowhere = { instant: new Date(Date.UTC(2504, 5, 15, 12)), timezone: 0 };

/** The date that chrono reads in words, in the first of the languages that gives one; null: none. */
export function chronoReading(words: string, languages: readonly DateLanguage[]): Reading | null {
  for (const language of languages) {
    const [found] = parsers[language]?.(words, nowhere) ?? [];
    const reading = found && !found.end ? readComponents(found.start, found.text) : null;
    if (reading) return reading;
  }
  return null;
}
