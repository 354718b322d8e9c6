/**
 * The names of a source whose name is hidden, in the ways that people write them: its title, who wrote and who published it,
 * with the other names that the notebook knows them by, its addresses and files. What is only like a name is left.
 */
import type { ExportArticle, ExportEntity } from '../gather/export-data';

/** Stands where words were taken out. */
export const blackWord = '████';

/** Letters and digits in a row: what is between them is written in many ways. */
const pieces = (name: string): readonly string[] => name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const same = (name: string): string =>
  pieces(name)
    .map((piece) => piece.toLowerCase())
    .filter((piece) => piece !== 'the')
    .join(' ');

/** Parts of host names that many have, and that name nobody. */
const common = /^(www|com|org|net|info|news|example|co|gov|edu|blog|site|online|media|press)$/;

/** Host names, the part of them that is a name, and files with and without their ending, as people write them. */
function placeNames(address: string): string[] {
  const host = /^\w+:\/\/([^/?#]+)/.exec(address)?.[1] ?? '';
  const file = address.split(/[/\\]/).at(-1) ?? '';
  const labels = host.split('.').filter((label) => label.length > 4 && !common.test(label));
  return [address, host, host.replace(/^www\./, ''), ...labels, file, file.replace(/\.\w{1,5}$/, '')].filter(
    (name) => name.length > 3,
  );
}

/** Both orders of a name, and the last name alone, with each of its parts. */
function personNames(author: string): string[] {
  const [family = '', given] = author.split(/,\s*/, 2);
  const spaced = family.trim().split(/\s+/);
  const last = given === undefined ? (spaced.at(-1) ?? '') : family;
  const first = given ?? spaced.slice(0, -1).join(' ');
  const alone = [last, ...pieces(last)].filter((name) => name.length > 3);
  return [author, `${first} ${last}`, `${last} ${first}`, ...alone];
}

/** All names of the entities that are the author or the publisher. */
function knownAs(names: readonly string[], entities: readonly ExportEntity[]): string[] {
  const wanted = new Set(names.map(same).filter((name) => name !== ''));
  return entities
    .map(({ name, aliases }) => [name, ...aliases])
    .filter((known) => known.some((name) => wanted.has(same(name))))
    .flat();
}

/** Everything by which a source could be named. */
export function namesOf(
  { title, authors, publisher, url, originals, fields }: ExportArticle,
  entities: readonly ExportEntity[],
): string[] {
  const places = [url, ...originals.map(({ source }) => source)].flatMap(placeNames);
  const people = [publisher, ...authors];
  const names = [
    title,
    ...authors.flatMap(personNames),
    publisher,
    same(publisher),
    ...knownAs(people, entities),
  ];
  return [...new Set([...names, ...places, ...Object.values(fields)].map((name) => name.trim()))].filter(
    (name) => pieces(name).join('').length > 1,
  );
}

/**
 * The words of a publisher's name, by which it goes in short: “the Herald”. To be taken out only as they are written; those
 * that name somebody else as well stay.
 */
export function shortNamesOf({ publisher }: ExportArticle, entities: readonly ExportEntity[]): string[] {
  const known = new Set(knownAs([publisher], entities));
  const others = new Set(
    entities.flatMap(({ name, aliases }) =>
      [name, ...aliases].filter((each) => !known.has(each)).flatMap(pieces),
    ),
  );
  return pieces(publisher).filter(
    (piece) => piece.length > 3 && /^\p{Lu}/u.test(piece) && !others.has(piece),
  );
}

/** Signs on letters that are left out as often as they are written: accents, Hebrew points, Arabic vowels. */
const signs = '\\u0300-\\u036f\\u0591-\\u05bd\\u05bf-\\u05c7\\u064b-\\u065f\\u0670';
const signOnly = new RegExp(`[${signs}]`, 'gu');

/** Letters that are written without their stroke or dot, and that Unicode takes for letters of their own. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
};
const bareOf = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(signOnly, '')
    .replace(/[łŁøØđĐħĦı]/g, (one) => plainLetters[one] ?? one);

/** By a bare letter: itself, and all letters of one sign that are it without their accents. */
const letterForms: ReadonlyMap<string, string> = (() => {
  const forms = new Map<string, string>();
  for (const [first, last] of [
    [0xc0, 0x52f],
    [0x1e00, 0x1fff],
  ] as const)
    for (let code = first; code <= last; code++) {
      const letter = String.fromCodePoint(code);
      const bare = bareOf(letter);
      if (/^\p{L}$/u.test(bare) && bare !== letter) forms.set(bare, `${forms.get(bare) ?? bare}${letter}`);
    }
  return forms;
})();

/** A pattern for a piece of a name with its accents, without them, or with others. */
const patternOf = (piece: string): string =>
  [...piece.normalize('NFC').replace(signOnly, '')]
    .map((letter) => {
      const forms = letterForms.get(bareOf(letter));
      const [whole, apart] = [letter, letter.normalize('NFD')];
      return `${forms ? `[${forms}]` : whole === apart ? whole : `(?:${whole}|${apart})`}[${signs}]*`;
    })
    .join('');

/**
 * Takes names out of words, in any Unicode form, with or without accents, whatever stands between the words of a name; in any case of their letters
 * unless it is to be `asWritten`.
 */
export function withoutWords(names: readonly string[], asWritten = false): (words: string) => string {
  if (names.length === 0) return (words) => words;
  const patterns = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((name) => pieces(name).map(patternOf).join('[^\\p{L}\\p{N}]{1,3}'));
  const flags = asWritten ? 'gu' : 'giu';
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}\\p{M}])`, flags);
  return (words) => words.replace(any, blackWord);
}
