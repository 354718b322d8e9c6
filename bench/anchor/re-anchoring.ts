/**
 * How many passages a later capture keeps, loses and mistakes, by kind of change: with the earlier text at hand
 * (`followEdits`, as the program re-anchors) and with nothing but the stored selector (`resolve`, as for exchange files).
 */
import { createComparisonText } from '../../shared/anchoring/comparison/comparison-text';
import { describe as describePlace } from '../../shared/anchoring/describe';
import { followEdits } from '../../shared/anchoring/follow-edit';
import { resolveIn } from '../../shared/anchoring/resolve';
import { createRandom, type Random } from '../../shared/anchoring/testing/edit-model';
import { createOffsetMap } from '../../shared/text/offsets';
import { textOfGlyphs } from './captures/capture-text';
import { kindNames, laterCapture } from './captures/later-capture';
import { randomPassages } from './captures/random-passages';
import type { Span } from './captures/stretches';
import { type Answer, fateOf, judge, type Scene, sceneOf, type Verdict } from './captures/verdict';
import type { CorpusArticle } from './corpus-articles';

export type Tally = Record<Verdict, number>;

/** A passage that was not judged right, in words. */
export interface Fault {
  readonly verdict: Verdict;
  readonly kind: string;
  readonly words: string;
}

/** The figures of one way of re-anchoring. */
export interface Figures {
  readonly byKind: ReadonlyMap<string, Tally>;
  readonly faults: Fault[];
}

export interface ReAnchoring {
  readonly followed: Figures;
  readonly resolved: Figures;
}

export interface ReAnchoringOptions {
  readonly seed: number;
  readonly passagesPerArticle: number;
}

const emptyFigures = (): Figures => ({
  byKind: new Map(kindNames.map((name) => [name, { right: 0, off: 0, silent: 0 }])),
  faults: [],
});

const wordsAt = (characters: readonly string[], { start, end }: Span): string =>
  `${characters.slice(Math.max(0, start - 40), start).join('')}[${characters.slice(start, end).join('')}]${characters.slice(end, end + 40).join('')}`;

function faultWords(scene: Scene, passage: Span, answer: Answer, article: string): string {
  const now = Array.from(textOfGlyphs(scene.glyphs));
  const fate = fateOf(scene, passage);
  const truth = { start: scene.offsets[fate.span.start] ?? 0, end: scene.offsets[fate.span.end] ?? 0 };
  return [
    article,
    `was   ${wordsAt(scene.article, passage)}`,
    `truth ${fate.kind} ${fate.kept.toFixed(2)} ${wordsAt(now, truth)}`,
    `found ${answer.state} ${wordsAt(now, answer)}`,
  ].join('\n  ');
}

function count(figures: Figures, kind: string, verdict: Verdict, words: () => string): void {
  const tally = figures.byKind.get(kind);
  if (tally) tally[verdict]++;
  if (verdict !== 'right') figures.faults.push({ verdict, kind, words: words() });
}

function reAnchor(
  article: CorpusArticle,
  kind: string,
  random: Random,
  passageCount: number,
  into: ReAnchoring,
): void {
  const passages = randomPassages(article.text, passageCount, random).flat();
  if (passages.length === 0) return;
  const scene = sceneOf(laterCapture(article.text, kind, random, passages));
  const now = textOfGlyphs(scene.glyphs);
  const map = createOffsetMap(article.text);
  const selectors = passages.map(({ start, end }) => describePlace(article.text, start, end, map));
  const followed = followEdits(article.text, now, selectors);
  const copy = createComparisonText(now);
  for (const [index, selector] of selectors.entries()) {
    const passage = { start: selector.start, end: selector.end };
    const answers = [followed[index], resolveIn(copy, selector)];
    for (const [way, answer] of answers.entries()) {
      if (!answer) throw new Error('an answer is missing');
      const figures = way === 0 ? into.followed : into.resolved;
      count(figures, kind, judge(scene, passage, answer, way === 0 ? 'texts' : 'quote'), () =>
        faultWords(scene, passage, answer, article.name),
      );
    }
  }
}

/** A number for a text (FNV-1a), so that a capture depends on nothing but its seed, article and kind. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** Makes a later capture of every article for every kind of change, and re-anchors passages on it. */
export function measureReAnchoring(
  articles: readonly CorpusArticle[],
  { seed, passagesPerArticle }: ReAnchoringOptions,
): ReAnchoring {
  const result = { followed: emptyFigures(), resolved: emptyFigures() };
  for (const article of articles) {
    for (const kind of kindNames) {
      const random = createRandom(hashOf(`${seed} ${article.name} ${kind}`));
      reAnchor(article, kind, random, passagesPerArticle, result);
    }
  }
  return result;
}

/** The sum over all kinds. */
export function totalOf({ byKind }: Figures): Tally & { readonly all: number } {
  const sum = { right: 0, off: 0, silent: 0 };
  for (const { right, off, silent } of byKind.values()) {
    sum.right += right;
    sum.off += off;
    sum.silent += silent;
  }
  return { ...sum, all: sum.right + sum.off + sum.silent };
}

const percent = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(2)} %`;

/** A line a kind: how many passages, right, visibly off, silently wrong. */
export function tableOf(figures: Figures): string[] {
  const row = (name: string, { right, off, silent }: Tally): string => {
    const all = right + off + silent;
    return [
      name.padEnd(22),
      String(all).padStart(8),
      percent(right, all).padStart(10),
      percent(off, all).padStart(10),
      String(silent).padStart(9),
    ].join('  ');
  };
  const head = [
    'kind of change'.padEnd(22),
    'passages'.padStart(8),
    'right'.padStart(10),
    'off'.padStart(10),
    'silent'.padStart(9),
  ].join('  ');
  return [
    head,
    ...[...figures.byKind].map(([name, tally]) => row(name, tally)),
    row('all', totalOf(figures)),
  ];
}
