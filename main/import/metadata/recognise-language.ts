/** The language of a text: what its source says, unless the letters contradict it; else what the words look like. */
import { detectAll } from 'tinyld';

const sampleLength = 3000;
const leastSure = 0.35;
/** In a few words chance finds rare languages. */
const fewLetters = 100;
const leastSureOfFew = 0.5;

/** A BCP 47 tag, or '' when nothing is sure enough. */
export function recogniseLanguage(text: string, declared: string): string {
  const said = canonicalTag(declared);
  const sample = text.slice(0, sampleLength);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (said !== '' && (letters < 20 || fitsScript(said, sample, letters))) return said;
  const [best] = letters < 20 ? [] : detectAll(sample);
  const least = letters < fewLetters ? leastSureOfFew : leastSure;
  // In Latin letters what looks like Serbian is as likely Croatian, Bosnian or Slovene: then nothing is said.
  return best !== undefined && best.accuracy >= least && fitsScript(best.lang, sample, letters)
    ? best.lang
    : '';
}

function canonicalTag(declared: string): string {
  const tag = declared.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) || /^(?:und|mul|zxx)\b/i.test(tag)) return '';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}

/** Scripts as Unicode names them, for the codes CLDR gives a language. */
const scriptPatterns: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Thai: /\p{Script=Thai}/gu,
};

/** A page template often says `en` whatever is written in it; a text in other letters is not in that language. */
function fitsScript(tag: string, sample: string, letters: number): boolean {
  const pattern = scriptPatterns[new Intl.Locale(tag).maximize().script ?? ''];
  return pattern === undefined || (sample.match(pattern)?.length ?? 0) >= letters / 3;
}
