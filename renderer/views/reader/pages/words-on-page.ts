/**
 * Where words of the article are drawn on a page of its PDF. Spaces and hyphens do not count, as the text has lost those at
 * the ends of lines; nor do accents, which may be drawn apart from their letters. Words that the page does not have in one
 * piece are not shown.
 */

/** A run of words as a page draws it. */
export interface DrawnText {
  readonly text: string;
  /** In points of the page, upright, from its upper left corner. */
  readonly box: Box;
  /** Its first letter stands on the right. */
  readonly isRightToLeft: boolean;
}

/** In points from the upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const left = /[\s\u00ad\u2010\u00b4\u00a8\u00b8\u02c6\u02c7\u02d8-\u02dd`^~\p{M}-]/u;

/** Shapes of Arabic and Hebrew letters that have code points of their own: the text has the letters. */
const shape = /[\ufb1d-\ufdfb\ufe70-\ufefc]/u;

/** A letter as it is compared: without accent, and without the shape it takes beside others. */
function bare(letter: string): string {
  if (shape.test(letter)) return letter.normalize('NFKC').trim();
  return letter === 'ı' ? 'i' : letter.normalize('NFD').charAt(0);
}

/**
 * Lām and alif drawn as one sign may stand on the page in either order (see `main/import/pdf/turned-ligatures.ts`): where
 * they meet in a word, their order is made to say nothing.
 */
const withoutOrder = (text: string): string =>
  text.replace(/[\u0622\u0623\u0625\u0627\u0644]{2,}/g, (run) => [...run].sort().join(''));

/** A text without what does not count; `at`: where each of its letters stands in the text (UTF-16). */
function lettersOf(text: string): { readonly letters: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let letters = '';
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (left.test(letter)) continue;
    const read = bare(letter);
    letters += read;
    for (let count = 0; count < read.length; count += 1) at.push(index);
  }
  return { letters, at };
}

/** The place of `wanted` that is nearest to where it should be. */
function nearest(letters: string, wanted: string, expected: number): number {
  let best = -1;
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1))
    if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
  return best;
}

/** Letters from the right may be drawn one by one from the left: then the words stand there backwards. */
function placeOf(letters: string, wanted: string, expected: number): number {
  const found = nearest(letters, wanted, expected);
  return found < 0 ? nearest(letters, [...wanted].reverse().join(''), expected) : found;
}

function boxOf({ text, box, isRightToLeft }: DrawnText, from: number, to: number): Box {
  const share = box.width / Math.max(1, text.length);
  const before = isRightToLeft ? text.length - to : from;
  return { ...box, left: box.left + before * share, width: (to - from) * share };
}

/** Words found on a page, and how many letters from where they should be. */
interface FoundWords {
  readonly boxes: readonly Box[];
  readonly distance: number;
}

function findWords(page: readonly DrawnText[], words: string, before: string): FoundWords {
  const runs = page.map((drawn) => ({ drawn, ...lettersOf(drawn.text) }));
  const letters = runs.map((run) => run.letters).join('');
  const wanted = lettersOf(words).letters;
  const expected = lettersOf(before).letters.length;
  const start = wanted === '' ? -1 : placeOf(letters, wanted, expected);
  if (start < 0) return { boxes: [], distance: Number.POSITIVE_INFINITY };
  const end = start + wanted.length;
  let offset = 0;
  const boxes = runs.flatMap(({ drawn, at }) => {
    const [from, to] = [Math.max(0, start - offset), Math.min(at.length, end - offset)];
    offset += at.length;
    const [first, last] = [at[from], at[to - 1]];
    return from < to && first !== undefined && last !== undefined ? [boxOf(drawn, first, last + 1)] : [];
  });
  return { boxes, distance: Math.abs(start - expected) };
}

/** Boxes of words on a page. `before`: the words of the article's text from the page's beginning to them. */
export function boxesOf(page: readonly DrawnText[], words: string, before: string): readonly Box[] {
  const found = findWords(page, words, before);
  const wanted = withoutOrder(words);
  if (found.distance === 0 || !/[\u0627\u0644]/.test(wanted)) return found.boxes;
  const read = page.map((drawn) => ({ ...drawn, text: withoutOrder(drawn.text) }));
  const other = findWords(read, wanted, before);
  return other.distance < found.distance ? other.boxes : found.boxes;
}
