/** The sentence around some words of a text, cut to a readable length, with what is to be highlighted in it. */
import type { SnippetMatch } from '../../../../shared/contract/search';
import { createOffsetMap } from '../../../../shared/text/offsets';
import { sentencesOf } from '../../../../shared/text/sentences';
import type { Stretch } from './find-matches';

export interface Snippet {
  readonly snippet: string;
  readonly matches: readonly SnippetMatch[];
}

/** A sentence of up to this many UTF-16 units is shown whole; of a longer one, what reaches so far around the words. */
const longestShown = 400;
const reachBefore = 160;
const reachAfter = 240;

/** Further from the words than this no sentence is looked for: a text may be one line. */
const furthest = 2000;

/** Blanked out: it parts sentences as the end of a line does. */
const gap = /\s{3,}/g;

/** A cut is moved to the next space within so many units; scripts without spaces are cut where it falls. */
const longestWord = 24;

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

/** The sentences that a stretch touches, from the first to the last; the stretch itself where there is none. */
function sentencesAround(text: string, around: Stretch): Stretch {
  const before = text.lastIndexOf('\n', around.start - 1) + 1;
  const after = text.indexOf('\n', around.end);
  const from = Math.max(around.start === 0 ? 0 : before, around.start - furthest);
  const to = Math.min(after < 0 ? text.length : after, around.end + furthest);
  const lines = text.slice(from, to).replace(gap, (blank) => '\n'.repeat(blank.length));
  const touched = sentencesOf(lines)
    .map(({ start, end }) => ({ start: start + from, end: end + from }))
    .filter(({ start, end }) => start <= around.end && end >= around.start);
  return {
    start: Math.min(around.start, touched[0]?.start ?? around.start),
    end: Math.max(around.end, touched.at(-1)?.end ?? around.end),
  };
}

const isInsidePair = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '');

/** Where the first whole word begins from a place on. */
function wordFrom(text: string, at: number): number {
  for (let start = at; start < at + longestWord; start++) if (isSpace(text[start - 1])) return start;
  return isInsidePair(text, at) ? at + 1 : at;
}

/** Where the last whole word ends up to a place. */
function wordUpTo(text: string, at: number): number {
  for (let end = at; end > at - longestWord; end--) if (isSpace(text[end])) return end;
  return isInsidePair(text, at) ? at - 1 : at;
}

/** What of its sentences is shown of a stretch. */
function shownAround(text: string, around: Stretch, { start, end }: Stretch): Stretch {
  if (end - start <= longestShown) return { start, end };
  const from = around.start - reachBefore;
  const to = around.end + reachAfter;
  return {
    start: from <= start ? start : Math.min(around.start, wordFrom(text, from)),
    end: to >= end ? end : Math.max(around.end, wordUpTo(text, to)),
  };
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

/** Cuts the sentences that a stretch stands in out of a text; `highlights` and `around` are UTF-16 offsets in the text. */
export function makeSnippet(text: string, around: Stretch, highlights: readonly Stretch[]): Snippet {
  const whole = sentencesAround(text, around);
  const { start, end } = shownAround(text, around, whole);
  const lead = start > whole.start ? '…' : '';
  const snippet = lead + text.slice(start, end).replace(/\s/g, ' ') + (end < whole.end ? '…' : '');
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
