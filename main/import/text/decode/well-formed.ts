/**
 * What a file brings, with words that a notebook can keep: half of a letter (a lone surrogate, which JSON and RTF can write)
 * and NUL become U+FFFD. Each is one code point before and after, so that positions stay true.
 */
const broken = /\0|\p{Surrogate}/u;
const allBroken = new RegExp(broken, 'gu');

/** The same value where nothing in it is broken, which is nearly always. Bytes stay as they are. */
export function wellFormed<T>(value: T): T;
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return broken.test(value) ? value.replace(allBroken, '\uFFFD') : value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => wellFormed(item));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const entries = Object.entries(value);
  const changed = entries.map(([key, inside]): [string, unknown] => [wellFormed(key), wellFormed(inside)]);
  const isSame = changed.every(
    ([key, inside], at) => key === entries[at]?.[0] && inside === entries[at]?.[1],
  );
  return isSame ? value : Object.fromEntries(changed);
}
