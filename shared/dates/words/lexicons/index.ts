/** The words for dates of every language that is known. */
import type { DateLanguage, Lexicon } from '../lexicon';
import { arabic } from './asian/arabic';
import { chinese } from './asian/chinese';
import { indonesian } from './asian/indonesian';
import { japanese } from './asian/japanese';
import { vietnamese } from './asian/vietnamese';
import { dutch } from './european/dutch';
import { english } from './european/english';
import { finnish } from './european/finnish';
import { french } from './european/french';
import { german } from './european/german';
import { italian } from './european/italian';
import { portuguese } from './european/portuguese';
import { russian } from './european/russian';
import { spanish } from './european/spanish';
import { swedish } from './european/swedish';
import { ukrainian } from './european/ukrainian';

/** The words for dates, by language. */
export const lexicons: Readonly<Record<DateLanguage, Lexicon>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
  ru: russian,
  uk: ukrainian,
  ja: japanese,
  zh: chinese,
  ar: arabic,
  fi: finnish,
  id: indonesian,
  sv: swedish,
  vi: vietnamese,
};
