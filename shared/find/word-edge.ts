/** Where words begin and end, in every script: between letters of scripts without spaces, the language's own dictionary says. */

const letter = /[\p{L}\p{M}\p{N}\p{Pc}\u200c\u200d]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** So much of an unspaced text on both sides is enough to part its words. */
const context = 40;

let segmenter: Intl.Segmenter | undefined;
const words = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' }));

function characterBefore(text: string, at: number): string {
  const isPair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, at - 2), at));
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
}

const characterAt = (text: string, at: number): string => {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
};

/** Whether a word may begin or end at an offset (UTF-16 code units): false between two letters of one word. */
export function isWordEdge(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = characterAt(text, at);
  if (!letter.test(before) || !letter.test(after)) return true;
  if (/\p{M}/u.test(after)) return false;
  const isUnspaced = unspaced.test(before);
  if (isUnspaced !== unspaced.test(after)) return true;
  if (!isUnspaced) return false;
  const from = Math.max(0, at - context);
  const segment = words()
    .segment(text.slice(from, at + context))
    .containing(at - from);
  return segment?.index === at - from;
}
