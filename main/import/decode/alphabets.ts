/**
 * The letters beyond a to z that the languages of the guessed encodings write. Two readings of the same bytes differ in
 * exactly these, so a reading whose foreign letters are all of its own language is the better one.
 */

/** By ISO 639-1 code as tinyld gives it; lower case, each letter once. */
const letters: Readonly<Record<string, string>> = {
  be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  cs: 'áčďéěíňóřšťúůýž',
  da: 'æøåéáóöä',
  de: 'äöüßé',
  en: 'éèïçñöôêâ',
  eo: 'ĉĝĥĵŝŭ',
  es: 'áéíñóúü',
  et: 'äõöüšž',
  fi: 'äöåšž',
  fr: 'àâæçéèêëîïôœùûüÿ',
  ga: 'áéíóú',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  is: 'áðéíóúýþæö',
  it: 'àèéìíòóùú',
  kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
  mt: 'ċġħżàèìòù',
  nl: 'éëïöüèêáóú',
  no: 'æøåéèêóòô',
  pl: 'ąćęłńóśźż',
  pt: 'áâãàçéêíóôõú',
  ro: 'ăâîșțşţ',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  sr: 'čćđšžабвгдђежзијклљмнњопрстћуфхцчџш',
  sv: 'åäöéàü',
  tr: 'çğıöşüâîûi̇',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’',
};

const sets = new Map(Object.entries(letters).map(([language, all]) => [language, new Set(all)]));

/** Whether a language writes this letter; null when its alphabet is not known here. */
export function writes(language: string, letter: string): boolean | null {
  const alphabet = sets.get(language);
  if (alphabet === undefined) return null;
  return [...letter.toLowerCase()].every((part) => alphabet.has(part));
}
