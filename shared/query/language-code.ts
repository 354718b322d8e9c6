/** Languages as `lang:` takes them: the tag, or the language's English name. */

const letters = 'abcdefghijklmnopqrstuvwxyz';
let codes: ReadonlyMap<string, string> | null = null;

/** Codes of two letters by the English name of their language, in lower case. */
function codesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const pairs = [...letters].flatMap((first) => [...letters].map((second) => first + second));
  return new Map(
    pairs.flatMap((code) => {
      const name = names.of(code)?.toLowerCase();
      return name === undefined ? [] : [[name, code] as const];
    }),
  );
}

/** The tag in lower case (`de`, `pt-br`) for a tag or a language's English name; null for neither. */
export function languageCode(given: string): string | null {
  const lower = given.toLowerCase();
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(lower)) return lower;
  codes ??= codesByName();
  return codes.get(lower) ?? null;
}

/** The English name of a language tag; the tag itself where it has none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
