/**
 * Judges where a passage was found in a later capture by the identity of the characters.
 *
 * **Right**
 * - all of the passage's characters stand side by side, at most set in another way (quotation marks, dashes, spaces, line
 *   ends, soft hyphens, ligatures, Unicode form): the answer is exactly these, as `exact` or `moved`;
 * - more than half of its letters stand near one another, unharmed: the answer is `changed`, has at least half of these
 *   letters, and no more letters of other words of the article than of the passage's;
 * - less is left: the answer is `orphan`; or `changed` at what is left or was typed over it;
 *
 * **Silently wrong**: `exact` or `moved` on anything but the passage's own characters, all of them. Four excuses, each for
 * words that are the quote's, where the two texts would be the same had the passage come to stand there:
 * - *Typed again*: the words were typed over themselves. Nothing in the later text shows that anything happened.
 * - *A copy of what is gone*: all of the passage was deleted, and the capture repeats these very words elsewhere. A deletion
 *   with a copy and a move are the same two texts. Short words (less than 24 letters) must have 32 characters of the
 *   passage's surroundings with them, on one side at least: words like "the police" stand everywhere.
 * - *Untold*: one of two neighbouring equal words was deleted, or a paragraph stands twice. The article's text goes on around
 *   the place as it did around the passage, for at least 32 characters; on one side further than around the true place (and
 *   than around the words that the place had belonged to), or on both as far; and counting 64 characters on each side, no
 *   less than there. Who reads the two places with the article beside them would choose this one, or either.
 * - *A selector says no more* (only where nothing else was known): 32 characters on both sides are the selector's; or the
 *   same words stand over most of what is left of the passage.
 *
 * **Visibly off**: everything else: an `orphan` whose words are there, a `changed` that is the same or hangs on other words.
 */
import { type Capture, type Glyph, isInvisible, isLetter, isSpace, offsetsOf } from './capture-text';
import type { Span } from './stretches';

/** An answer as the program gives it, in code points of the capture's text. */
export interface Answer {
  readonly state: 'exact' | 'moved' | 'changed' | 'orphan';
  readonly start: number;
  readonly end: number;
}

export type Verdict = 'right' | 'off' | 'silent';

/** What the answer was given from: both texts, or a selector and the later text. */
export type Knowledge = 'texts' | 'quote';

/** A capture with what judging needs of it. */
export interface Scene extends Capture {
  readonly offsets: readonly number[];
  /** By character of the article: the glyph that it is; -1 when it is gone. */
  readonly placeOfId: Int32Array;
}

export function sceneOf({ article, glyphs }: Capture): Scene {
  const placeOfId = new Int32Array(article.length).fill(-1);
  for (const [index, { first, last }] of glyphs.entries()) {
    if (first >= 0) placeOfId.fill(index, first, last);
  }
  return { article, glyphs, offsets: offsetsOf(glyphs), placeOfId };
}

/** What became of a passage. */
export interface Fate {
  readonly kind: 'whole' | 'part' | 'gone';
  /** From the first to the last glyph of it, or of its largest cluster of pieces; empty when it is gone. */
  readonly span: Span;
  /** Share of its letters that are there, unharmed and near one another. */
  readonly kept: number;
}

const isOwn = ({ first, last }: Glyph, passage: Span): boolean =>
  first < passage.end && last > passage.start && first >= 0;

/** Pieces further from each other than the passage is long (and a bit) are not near one another. */
function clusters(places: readonly number[], longest: number): number[][] {
  const found: number[][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && place - (last.at(-1) ?? 0) <= longest) last.push(place);
    else found.push([place]);
  }
  return found;
}

export function fateOf(scene: Scene, passage: Span): Fate {
  const ids = Array.from({ length: passage.end - passage.start }, (_, index) => passage.start + index);
  const there = [...new Set(ids.map((id) => scene.placeOfId[id] ?? -1).filter((place) => place >= 0))];
  if (there.length === 0) return { kind: 'gone', span: { start: 0, end: 0 }, kept: 0 };
  const letters = ids.filter((id) => /[\p{L}\p{N}]/u.test(scene.article[id] ?? '')).length;
  const sorted = [...there].sort((a, b) => a - b);
  const counted = clusters(sorted, ids.length + 6).map((places) => ({
    span: { start: places[0] ?? 0, end: (places.at(-1) ?? 0) + 1 },
    kept:
      ids.filter((id) => places.includes(scene.placeOfId[id] ?? -1) && isKept(scene, id)).length / letters,
  }));
  const best = counted.reduce((one, other) => (other.kept > one.kept ? other : one));
  return { kind: isWhole(scene, ids, best.span) ? 'whole' : 'part', ...best };
}

function isKept({ glyphs, article, placeOfId }: Scene, id: number): boolean {
  const glyph = glyphs[placeOfId[id] ?? -1];
  return glyph !== undefined && !glyph.damaged && /[\p{L}\p{N}]/u.test(article[id] ?? '');
}

/** All of the characters are there in their order, with nothing but more or less white space between them. */
function isWhole({ glyphs, placeOfId, article }: Scene, ids: readonly number[], span: Span): boolean {
  const needed = ids.filter((id) => !/^[\s\u00ad\u200b-\u200f\u2060\ufeff]$/u.test(article[id] ?? ''));
  const inOrder = needed.every((id, index) => {
    const place = placeOfId[id] ?? -1;
    const before = index === 0 ? place : (placeOfId[needed[index - 1] ?? -1] ?? -1);
    return place >= span.start && place < span.end && place >= before && !glyphs[place]?.damaged;
  });
  return (
    inOrder &&
    glyphs
      .slice(span.start, span.end)
      .every(
        (glyph) =>
          isInvisible(glyph) ||
          isSpace(glyph) ||
          isOwn(glyph, { start: ids[0] ?? 0, end: (ids.at(-1) ?? 0) + 1 }),
      )
  );
}

/** The glyphs of an answer; those that show nothing, and spaces, at its ends taken off. */
function glyphsAt({ offsets, glyphs }: Scene, { start, end }: Answer): Span {
  let first = offsets.findIndex((_, index) => (offsets[index + 1] ?? Number.POSITIVE_INFINITY) > start);
  let last = offsets.findIndex((offset) => offset >= end);
  if (last < 0) last = glyphs.length;
  const isNothing = (index: number): boolean => {
    const glyph = glyphs[index];
    return glyph !== undefined && (isInvisible(glyph) || isSpace(glyph));
  };
  while (first < last && isNothing(first)) first++;
  while (last > first && isNothing(last - 1)) last--;
  return { start: first, end: last };
}

/** How far two texts go on alike, a code point at a time, from given places in a direction. */
function reach(a: readonly string[], from: number, b: readonly string[], to: number, step: 1 | -1): number {
  let length = 0;
  while (a[from + step * length] !== undefined && a[from + step * length] === b[to + step * length]) length++;
  // Both at the end of their text: nothing says that it would not go on.
  const areAtEnd = a[from + step * length] === undefined && b[to + step * length] === undefined;
  return areAtEnd ? length + 32 : length;
}

/** Characters that are one another's typesetting. */
const setAlike = [/^\s$/u, /^[-‐‑–—−]$/u, /^["“”„«»]$/u, /^['‘’ʼ]$/u];

/** What a glyph that came in repeats, where it is the same but for typesetting; else itself. */
function repeatedForm({ text, copyOf }: Glyph, article: readonly string[]): string {
  const former = article[copyOf];
  if (former === undefined) return text;
  const isSame = former.normalize('NFC') === text.normalize('NFC');
  return isSame || setAlike.some((one) => one.test(former) && one.test(text)) ? former : text;
}

/** The capture's glyphs as the article had them: set in another way, they and their copies are still the same. */
function formerForm({ article, glyphs }: Scene): { readonly text: string[]; readonly at: number[] } {
  const text: string[] = [];
  const at: number[] = [];
  for (const glyph of glyphs) {
    at.push(text.length);
    if (glyph.first >= 0 && !glyph.damaged) text.push(...article.slice(glyph.first, glyph.last));
    else if (!isInvisible(glyph)) text.push(...Array.from(repeatedForm(glyph, article)));
  }
  at.push(text.length);
  return { text, at };
}

/** Characters of surroundings, on each side, by which two places are weighed against each other. */
const weighed = 64;

const weightOf = (sides: readonly number[]): number =>
  sides.reduce((sum, side) => sum + Math.min(side, weighed), 0);

/** How far the article goes on around a place of the capture as it does around a place of its own, on each side. */
function sidesOf(
  { article }: Scene,
  former: ReturnType<typeof formerForm>,
  old: Span,
  now: Span,
): readonly number[] {
  return [
    reach(article, old.start - 1, former.text, (former.at[now.start] ?? 0) - 1, -1),
    reach(article, old.end, former.text, former.at[now.end] ?? 0, 1),
  ];
}

/** Whether the text itself cannot tell the place from the true one: see the module. */
function isUntold(scene: Scene, passage: Span, fate: Fate, found: Span, knows: Knowledge): boolean {
  const former = formerForm(scene);
  const sides = (old: Span, now: Span): readonly number[] => sidesOf(scene, former, old, now);
  const here = sides(passage, found);
  const isNear = fate.kept > 0.5 && found.start < fate.span.end && found.end > fate.span.start;
  if (knows === 'quote' && (isNear || here.every((side) => side >= 32))) return true;
  const rivals: (readonly number[])[] = fate.kind === 'whole' ? [sides(passage, fate.span)] : [];
  const first = scene.glyphs[found.start]?.first ?? -1;
  const last = scene.glyphs[found.end - 1]?.last ?? -1;
  if (first >= 0 && last > first) rivals.push(sides({ start: first, end: last }, found));
  if (rivals.some((rival) => weightOf(rival) > weightOf(here))) return false;
  const isFurther = (side: 0 | 1): boolean =>
    (here[side] ?? 0) >= 32 && rivals.every((rival) => (here[side] ?? 0) > (rival[side] ?? 0));
  const isAsFar = [0, 1].every((side) => rivals.every((rival) => (here[side] ?? 0) >= (rival[side] ?? 0)));
  return isFurther(0) || isFurther(1) || (isAsFar && (here[0] ?? 0) + (here[1] ?? 0) >= 32);
}

/** From so many letters on, the same words are the same wherever they stand. */
const longPassage = 24;

/** Whether a copy of the passage can be told from the same words by chance. */
function isKnownCopy(scene: Scene, passage: Span, found: Span): boolean {
  if (!isCopyOf(scene, passage, found)) return false;
  const letters = scene.article.slice(passage.start, passage.end).filter((one) => /[\p{L}\p{N}]/u.test(one));
  return (
    letters.length >= longPassage ||
    sidesOf(scene, formerForm(scene), passage, found).some((side) => side >= 32)
  );
}

/** Whether the place is a copy of all of the passage. */
function isCopyOf({ glyphs }: Scene, passage: Span, found: Span): boolean {
  const sources = glyphs.slice(found.start, found.end).map(({ copyOf }) => copyOf);
  return (
    sources.length === passage.end - passage.start &&
    sources.every((source, index) => source === passage.start + index)
  );
}

/** Whether the words were typed over themselves. */
function isTypedAgain({ glyphs, article }: Scene, passage: Span, found: Span): boolean {
  const there = glyphs.slice(found.start, found.end);
  return (
    there.every(({ inPlaceOf }) => inPlaceOf >= passage.start && inPlaceOf < passage.end) &&
    there.map(({ text }) => text).join('') === article.slice(passage.start, passage.end).join('')
  );
}

function judgeSame(scene: Scene, passage: Span, fate: Fate, found: Span, knows: Knowledge): Verdict {
  if (fate.kind === 'whole' && found.start === fate.span.start && found.end === fate.span.end) return 'right';
  if (fate.kind === 'gone' && isKnownCopy(scene, passage, found)) return 'right';
  if (isTypedAgain(scene, passage, found)) return 'right';
  const former = formerForm(scene);
  const there = former.text.slice(former.at[found.start], former.at[found.end]).join('').replace(/\s+/g, ' ');
  const words = scene.article.slice(passage.start, passage.end).join('').replace(/\s+/g, ' ');
  return there === words && isUntold(scene, passage, fate, found, knows) ? 'right' : 'silent';
}

function judgeChanged(scene: Scene, passage: Span, fate: Fate, found: Span): Verdict {
  if (fate.kind === 'whole') return 'off';
  const glyphs = scene.glyphs.slice(found.start, found.end);
  const own = glyphs.filter((glyph) => isLetter(glyph) && isOwn(glyph, passage)).length;
  const foreign = glyphs.filter(
    (glyph) => isLetter(glyph) && glyph.first >= 0 && !isOwn(glyph, passage),
  ).length;
  const over = glyphs.filter(({ inPlaceOf }) => inPlaceOf >= passage.start && inPlaceOf < passage.end).length;
  if (foreign > own + over) return 'off';
  const letters = scene.article
    .slice(passage.start, passage.end)
    .filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
  if (fate.kept > 0.5) return own >= (fate.kept * letters) / 2 ? 'right' : 'off';
  return own + over > 0 || isCopyOf(scene, passage, found) ? 'right' : 'off';
}

/** Judges an answer: see the module. */
export function judge(scene: Scene, passage: Span, answer: Answer, knows: Knowledge): Verdict {
  const fate = fateOf(scene, passage);
  if (answer.state === 'orphan') return fate.kind === 'whole' || fate.kept > 0.5 ? 'off' : 'right';
  const found = glyphsAt(scene, answer);
  if (answer.state === 'changed') return judgeChanged(scene, passage, fate, found);
  return judgeSame(scene, passage, fate, found, knows);
}
