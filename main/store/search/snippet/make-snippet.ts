/** The sentence around some words of a text, cut to a readable length, with what is to be highlighted in it. */
import type { SnippetMatch } from '../../../../shared/contract/search';
import { createOffsetMap } from '../../../../shared/text/offsets';
import type { Stretch } from './find-matches';

export interface Snippet {
  readonly snippet: string;
  readonly matches: readonly SnippetMatch[];
}

/** How far a snippet goes before and after the words it is about, in UTF-16 units; a sentence may end it sooner. */
const reachBefore = 120;
const reachAfter = 180;

/** Between sentences, lines, and at stretches that were blanked out. */
const boundary = /(?<!\b\p{Lu})[.!?…]["'”’»)\]]*\s+|[。！？]|\n|\s{3,}/gu;

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** The last boundary before the words, or a word's beginning within reach. */
function startOf(text: string, around: Stretch): number {
  const from = Math.max(0, around.start - reachBefore);
  let start = from;
  let found = from === 0;
  for (const match of text.slice(from, around.start).matchAll(boundary)) {
    start = from + (match.index ?? 0) + match[0].length;
    found = true;
  }
  while (!found && start < around.start && !isSpace(text[start - 1])) start++;
  while (start < around.start && isSpace(text[start])) start++;
  return start;
}

function endOf(text: string, around: Stretch): number {
  const limit = Math.min(text.length, around.end + reachAfter);
  const match = [...text.slice(around.end, limit).matchAll(boundary)][0];
  let end = match ? around.end + (match.index ?? 0) + match[0].trimEnd().length : limit;
  while (!match && limit < text.length && end > around.end && !isSpace(text[end])) end--;
  while (end > around.end && isSpace(text[end - 1])) end--;
  return end;
}

function isWholeSentence(
  text: string,
  start: number,
  end: number,
): { readonly begins: boolean; readonly ends: boolean } {
  const before = text.slice(Math.max(0, start - 8), start);
  const begins = start === 0 || before.trim() === '' || /[.!?…。！？]["'”’»)\]]*\s*$|\n\s*$/u.test(before);
  const ends =
    text.slice(end).trim() === '' ||
    /[.!?…。！？]["'”’»)\]]*$/u.test(text.slice(start, end)) ||
    /^\s*\n|^\s{3}/.test(text.slice(end, end + 8));
  return { begins, ends };
}

/** Sorted, joined where they overlap, and clipped to the snippet. */
function joinStretches(stretches: readonly Stretch[], start: number, end: number): Stretch[] {
  const joined: { start: number; end: number }[] = [];
  for (const each of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const from = Math.max(start, each.start);
    const to = Math.min(end, each.end);
    const last = joined.at(-1);
    if (from >= to) continue;
    if (last && from < last.end) last.end = Math.max(last.end, to);
    else joined.push({ start: from, end: to });
  }
  return joined;
}

/** Cuts the sentence around a stretch out of a text; `highlights` and `around` are UTF-16 offsets in the text. */
export function makeSnippet(text: string, around: Stretch, highlights: readonly Stretch[]): Snippet {
  const start = startOf(text, around);
  const end = endOf(text, around);
  const { begins, ends } = isWholeSentence(text, start, end);
  const lead = begins ? '' : '…';
  const snippet = lead + text.slice(start, end).replace(/\s/g, ' ') + (ends ? '' : '…');
  const offsets = createOffsetMap(snippet);
  const matches = joinStretches(highlights, start, end).map((match) => ({
    start: offsets.toCodePoint(match.start - start + lead.length),
    end: offsets.toCodePoint(match.end - start + lead.length),
  }));
  return { snippet, matches };
}

/** The first words of a text, with nothing highlighted. */
export function openingOf(text: string): Snippet {
  const start = text.search(/\S/);
  return start < 0 ? { snippet: '', matches: [] } : makeSnippet(text, { start, end: start }, []);
}
