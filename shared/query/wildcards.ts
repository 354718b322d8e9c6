/** Names with wildcards: `*` stands for any letters of a word or none, `?` for one. */
import { foldForMatch } from '../text/fold';

/** Private-use characters, which folding keeps, stand for the signs, which it takes for spaces. */
const any = '\uE0A1';
const one = '\uE0A2';

/** Whether one word fits; the last `*` alone is ever tried again, so that no pattern takes long. */
function fits(pattern: string, word: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  for (let here = 0; here < word.length; ) {
    const sign = pattern.charAt(at);
    if (sign === any) {
      star = at++;
      retry = here;
    } else if (sign === one || (sign !== '' && sign === word.charAt(here))) {
      at++;
      here++;
    } else if (star >= 0) {
      at = star + 1;
      here = ++retry;
    } else return false;
  }
  while (pattern.charAt(at) === any) at++;
  return at === pattern.length;
}

/**
 * A test of compared names (`foldForMatch`) for one with wildcards: each of its words must fit one of the name's, in
 * order, side by side. Null: it holds no wildcard.
 */
export function wildcardTest(value: string): ((name: string) => boolean) | null {
  if (!/[*?]/.test(value)) return null;
  const patterns = foldForMatch(value.replace(/\*/g, any).replace(/\?/g, one)).split(' ');
  return (name) => {
    const words = name.split(' ');
    return words.some((_, from) => patterns.every((pattern, at) => fits(pattern, words[from + at] ?? '')));
  };
}
