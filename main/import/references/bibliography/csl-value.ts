/** Values of CSL-JSON. Nothing of them is trusted: they come from a file. */

/** As parsed: any of its values may be missing or of another type. */
export type Csl = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Csl =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Letters; an abstract has some thousands. What is longer is no value but a file that went wrong. */
const longestValue = 100_000;

/** Words of a value; '' for what has none. CSL allows `<i>`, `<b>`, `<sup>`, `<sub>` and `<span>` in words. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return wordsOf(value[0]);
  if (typeof value !== 'string') return '';
  return value
    .slice(0, longestValue)
    .replace(/<\/?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
