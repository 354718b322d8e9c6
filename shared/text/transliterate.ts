/**
 * Keys by which the spellings of one name meet in several scripts: Zelensky, Zelenskyy and Зеленський have one in common.
 * They are for comparing names only, never for reading: sounds that Latin spellings do not tell apart fall together.
 */

/** How one letter is written in Latin, by each of the ways in use. */
type Letters = Readonly<Record<string, string>>;

const slavic: Letters = {
  а: 'a',
  б: 'b',
  в: 'v',
  д: 'd',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ў: 'u',
  ј: 'i',
  љ: 'li',
  њ: 'ni',
  џ: 'dzh',
  ћ: 'ch',
  ђ: 'dj',
};
const greek: Letters = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  τ: 't',
  φ: 'f',
  ψ: 'ps',
  ω: 'o',
};

/** Russian has г as g and е as e; Ukrainian г as h, and є, which Russian lacks, as ie. */
const ways: readonly (readonly [script: RegExp, letters: Letters])[] = [
  [/^[\u0400-\u04ff]+$/, { ...slavic, г: 'g', е: 'e', є: 'ie' }],
  [/^[\u0400-\u04ff]+$/, { ...slavic, г: 'h', е: 'e', є: 'ie' }],
  [/^[\u0400-\u04ff]+$/, { ...slavic, г: 'g', е: 'ie', є: 'ie' }],
  [/^[\u0370-\u03ff]+$/, { ...greek, υ: 'y', χ: 'ch' }],
  [/^[\u0370-\u03ff]+$/, { ...greek, υ: 'u', χ: 'h' }],
];

const latin = /^[a-z]+$/;

/** y and j are i; a letter twice is once, but not where the word begins, so that the beginning of a key tells its own. */
const plain = (letters: string): string => letters.replace(/[yj]/g, 'i').replace(/(?<=.)(.)\1+/gs, '$1');

/** Null: it has a letter that is not spelled in this way. */
function spell(word: string, letters: Letters): string | null {
  let spelled = '';
  for (const letter of word) {
    const latinLetter = letters[letter];
    if (latinLetter === undefined) return null;
    spelled += latinLetter;
  }
  return plain(spelled);
}

function findKeys(token: string): readonly string[] {
  if (latin.test(token)) return [plain(token)];
  const keys = ways.flatMap(([script, letters]) => (script.test(token) ? (spell(token, letters) ?? []) : []));
  return [...new Set(keys)];
}

const mostRemembered = 20_000;
const remembered = new Map<string, readonly string[]>();

/** The keys of one folded token; none for a token of a script that is not spelled in Latin letter by letter. */
export function nameKeys(token: string): readonly string[] {
  let keys = remembered.get(token);
  if (keys) return keys;
  if (remembered.size > mostRemembered) remembered.clear();
  keys = findKeys(token);
  remembered.set(token, keys);
  return keys;
}

const latinLetters: Letters = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((each) => [each, each]),
);

/** Two letters in their script, and as they are spelled. */
type Beginning = readonly [letters: string, spelled: string];

let beginnings: readonly Beginning[] | null = null;

function everyBeginning(): readonly Beginning[] {
  return [latinLetters, ...ways.map(([, letters]) => letters)].flatMap((letters) => {
    const known = Object.keys(letters);
    return known.flatMap((first) =>
      known.map((second): Beginning => [first + second, spell(first + second, letters) ?? '']),
    );
  });
}

/** The first two letters of every token, in any script, that can have one of some keys; some that begin so have none. */
export function beginningsOf(keys: readonly string[]): readonly string[] {
  beginnings ??= everyBeginning();
  const meant = beginnings.filter(([, spelled]) => keys.some((key) => key.startsWith(spelled)));
  return [...new Set(meant.map(([letters]) => letters))];
}
