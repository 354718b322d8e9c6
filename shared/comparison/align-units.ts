/**
 * Which paragraphs of two texts stand for each other: first those with the same words, then, between these, those that
 * are alike; one that was split or joined stands for all its pieces. Paragraphs that moved are recognised afterwards.
 */
import { diffArrays } from 'diff';
import { bagOf, likeness, rareCompanions, type WordBag } from './likeness';
import { longestAscent } from './longest-ascent';
import { foldWords } from './words';

/** Paragraphs (indexes) that stand side by side; one side may be empty. */
export interface UnitPair {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** Beyond this many differing paragraphs only those that occur once are taken as they stand. */
const mostEdits = 800;
/** The most pairs of paragraphs between two common ones that are compared with each other. */
const mostPairs = 20_000;
/** Paragraphs at least this alike (0 to 1) are versions of one. */
const leastLikeness = 0.4;

interface Match {
  readonly old: number;
  readonly new: number;
}

/** A stretch of both lists, ends exclusive. */
interface Gap {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The words of one of some units, by its index. */
type BagAt = (index: number) => WordBag;

interface Units {
  readonly old: BagAt;
  readonly new: BagAt;
  readonly oldKeys: readonly string[];
  readonly newKeys: readonly string[];
}

function sameUnits(old: readonly string[], now: readonly string[]): Match[] {
  const changes = diffArrays([...old], [...now], { maxEditLength: mostEdits });
  if (!changes) return uniqueUnits(old, now);
  const matches: Match[] = [];
  let at = { old: 0, new: 0 };
  for (const { added, removed, count } of changes) {
    if (!added && !removed)
      for (let step = 0; step < count; step++) matches.push({ old: at.old + step, new: at.new + step });
    at = { old: at.old + (added ? 0 : count), new: at.new + (removed ? 0 : count) };
  }
  return matches;
}

function onceOnly(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, key] of keys.entries()) places.set(key, places.has(key) ? -1 : index);
  return places;
}

/** Pairs of units whose words stand once in either list. */
function uniquePairs(old: readonly string[], now: readonly string[]): Match[] {
  const inNew = onceOnly(now);
  return [...onceOnly(old)]
    .map(([key, index]) => ({ old: index, new: inNew.get(key) ?? -1 }))
    .filter((match) => match.old >= 0 && match.new >= 0);
}

const uniqueUnits = (old: readonly string[], now: readonly string[]): Match[] =>
  longestAscent(
    uniquePairs(old, now).sort((a, b) => a.old - b.old),
    (match) => match.new,
  );

function gapsBetween(matches: readonly Match[], { oldStart, oldEnd, newStart, newEnd }: Gap): Gap[] {
  const gaps: Gap[] = [];
  let [fromOld, fromNew] = [oldStart, newStart];
  for (const match of [...matches, { old: oldEnd, new: newEnd }]) {
    if (match.old > fromOld && match.new > fromNew)
      gaps.push({ oldStart: fromOld, oldEnd: match.old, newStart: fromNew, newEnd: match.new });
    [fromOld, fromNew] = [match.old + 1, match.new + 1];
  }
  return gaps;
}

/** The pairs in order whose likeness adds up to the most. */
function bestPairs(units: Units, gap: Gap): Match[] {
  const rows = gap.oldEnd - gap.oldStart;
  const columns = gap.newEnd - gap.newStart;
  const likenesses = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => {
      const found = likeness(units.old(gap.oldStart + row), units.new(gap.newStart + column));
      return found >= leastLikeness || (rows === 1 && columns === 1 && found > 0) ? found : 0;
    }),
  );
  // best[row][column]: the most that can be had from this row and column on.
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const paired = (likenesses[row]?.[column] ?? 0) + at(row + 1, column + 1);
      (best[row] as Float64Array)[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  const matches: Match[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const alike = likenesses[row]?.[column] ?? 0;
    if (alike > 0 && at(row, column) === alike + at(row + 1, column + 1))
      matches.push({ old: gap.oldStart + row++, new: gap.newStart + column++ });
    else if (at(row, column) === at(row + 1, column)) row++;
    else column++;
  }
  return matches;
}

/** In a gap too large to compare everything: units that share pairs of words which are rare in it. */
function rarePairs(units: Units, { oldStart, oldEnd, newStart, newEnd }: Gap): Match[] {
  const matches: Match[] = [];
  const find = rareCompanions(units.newKeys.slice(newStart, newEnd));
  for (let index = oldStart; index < oldEnd; index++) {
    const found = find(units.oldKeys[index] ?? '');
    if (found !== undefined && likeness(units.old(index), units.new(newStart + found)) >= leastLikeness)
      matches.push({ old: index, new: newStart + found });
  }
  return longestAscent(matches, (match) => match.new);
}

function similarUnits(units: Units, gap: Gap): Match[] {
  const isSmall = (one: Gap) => (one.oldEnd - one.oldStart) * (one.newEnd - one.newStart) <= mostPairs;
  if (isSmall(gap)) return bestPairs(units, gap);
  const anchors = rarePairs(units, gap);
  const inside = gapsBetween(anchors, gap)
    .filter(isSmall)
    .flatMap((one) => bestPairs(units, one));
  return [...anchors, ...inside].sort((a, b) => a.old - b.old);
}

function pairsOf(matches: readonly Match[], oldCount: number, newCount: number): UnitPair[] {
  const pairs: UnitPair[] = [];
  let [atOld, atNew] = [0, 0];
  for (const match of [...matches, { old: oldCount, new: newCount }]) {
    for (; atOld < match.old; atOld++) pairs.push({ old: [atOld], new: [] });
    for (; atNew < match.new; atNew++) pairs.push({ old: [], new: [atNew] });
    if (match.old < oldCount) pairs.push({ old: [atOld++], new: [atNew++] });
  }
  return pairs;
}

/** Takes lone units beside a pair into it where the two sides are then more alike: a paragraph was split or joined. */
function takeInPieces(pairs: readonly UnitPair[], units: Units): UnitPair[] {
  const alike = ({ old, new: now }: UnitPair) =>
    likeness(bagOf(old.map(units.old)), bagOf(now.map(units.new)));
  const isPair = ({ old, new: now }: UnitPair) => old.length > 0 && now.length > 0;
  const taken: UnitPair[] = [];
  for (const pair of pairs) {
    const last = taken.at(-1);
    const joined = last && { old: [...last.old, ...pair.old], new: [...last.new, ...pair.new] };
    const whole = last && isPair(last) ? last : pair;
    const isCandidate = last && isPair(last) !== isPair(pair) && alike(whole) < 1;
    if (joined && isCandidate && alike(joined) > alike(whole) + 0.05) taken[taken.length - 1] = joined;
    else taken.push(pair);
  }
  return taken;
}

/** Most paragraphs are the same on both sides, and their words are never counted. */
function bagsOf(keys: readonly string[]): BagAt {
  const bags = new Map<number, WordBag>();
  return (index) => {
    const bag = bags.get(index) ?? bagOf([keys[index]]);
    bags.set(index, bag);
    return bag;
  };
}

/**
 * Pairs the paragraphs of two texts, in the order of both. Paragraphs with the same words stand together unless they
 * crossed; see {@link movedUnits} for those.
 */
export function alignUnits(old: readonly string[], now: readonly string[]): UnitPair[] {
  const [oldKeys, newKeys] = [old.map(foldWords), now.map(foldWords)];
  const same = sameUnits(oldKeys, newKeys);
  const whole: Gap = { oldStart: 0, oldEnd: old.length, newStart: 0, newEnd: now.length };
  const units: Units = { old: bagsOf(oldKeys), new: bagsOf(newKeys), oldKeys, newKeys };
  const similar = gapsBetween(same, whole).flatMap((gap) => similarUnits(units, gap));
  const matches = [...same, ...similar].sort((a, b) => a.old - b.old);
  return takeInPieces(pairsOf(matches, old.length, now.length), units);
}

/** Shorter paragraphs (characters) are too often the same by chance. */
const shortestMoved = 20;

/** Of paragraphs that stand alone on either side: those with the same words, which occur once on both. */
export function movedUnits(old: readonly string[], now: readonly string[]): Match[] {
  const [oldKeys, newKeys] = [old.map(foldWords), now.map(foldWords)];
  return uniquePairs(oldKeys, newKeys).filter((match) => (oldKeys[match.old] ?? '').length >= shortestMoved);
}
