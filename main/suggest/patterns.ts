import type { TextRange16 } from './text-range';

/** A pattern of the tables as a regular expression: whole words, whatever their case and the white space between them. */
export function wholeWords(pattern: string, before = '', after = '', flags = 'iu'): RegExp {
  const spaced = pattern.replaceAll(' ', '\\s+');
  return new RegExp(`${before}(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])${after}`, flags);
}

const compiled = new Map<string, RegExp>();

/** {@link wholeWords}, compiled once for each pattern. */
export function known(pattern: string, before = '', after = '', flags = 'iu'): RegExp {
  const key = `${flags}\n${before}\n${pattern}\n${after}`;
  let regex = compiled.get(key);
  if (!regex) compiled.set(key, (regex = wholeWords(pattern, before, after, flags)));
  regex.lastIndex = 0;
  return regex;
}

/** A stretch without the white space and punctuation at its edges. */
export function trimmed(text: string, { start, end }: TextRange16): TextRange16 {
  const edge = /[\s,.;:!?"“”„«»()–—-]/;
  let [from, to] = [start, end];
  while (from < to && edge.test(text.charAt(from))) from++;
  while (to > from && edge.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
