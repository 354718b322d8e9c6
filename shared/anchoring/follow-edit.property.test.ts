import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOffsetMap, sliceByCodePoints } from '../text/offsets';
import { foldQuote } from './comparison/comparison-text';
import { contextScore, longQuote, occurrences, sameWords, similarity, weigh } from './comparison/quote-match';
import { describe as describePlace, type Selector } from './describe';
import { followEdits } from './follow-edit';
import { type Resolution, resolve } from './resolve';
import {
  type Character,
  createRandom,
  edgesOf,
  editAtRandom,
  type Fate,
  fateOf,
  modelOf,
  type Random,
  textOf,
} from './testing/edit-model';
import { prose } from './testing/prose';

const seed = Number(process.env.CASEBOOK_SEED ?? 20_261_122);
/** More where changes are judged, as of the scripts of the editor. */
const scripts = Number(process.env.CASEBOOK_SCRIPTS ?? (process.env.CI ? 9000 : 3000));
const sharedFolder = process.env.CASEBOOK_SHARED ?? resolvePath(import.meta.dirname, '../../../shared');

interface Case {
  readonly old: string;
  readonly now: string;
  readonly model: readonly Character[];
  readonly selectors: readonly Selector[];
  readonly fates: readonly Fate[];
}

/** Some paragraphs of a text, about so many characters: short texts make for many scripts. */
function excerpt(text: string, length: number, random: Random): string {
  const lines = text.split('\n');
  const first = random.below(lines.length);
  let some = '';
  for (let index = first; index < lines.length && some.length < length; index++) some += `${lines[index]}\n`;
  return some.length > 150 ? some.slice(0, 2 * length).trim() : text.slice(0, length);
}

/** Most scripts have a few steps, some have forty. */
const randomSteps = (random: Random): number => 1 + random.below(random.pick([4, 8, 8, 16, 40]));

function randomCase(text: string, random: Random): Case {
  const first = modelOf(text);
  const edges = edgesOf(first);
  const selectors = Array.from({ length: 12 }, () => {
    const from = random.below(edges.length - 1);
    const to = Math.min(edges.length - 1, from + 1 + random.below(random.pick([2, 5, 25])));
    return describePlace(text, edges[from] ?? 0, edges[to] ?? 0);
  }).filter(
    (selector) =>
      /[\p{L}\p{N}]/u.test(selector.quote.exact) && selector.quote.exact.trim() === selector.quote.exact,
  );
  const model = editAtRandom(first, randomSteps(random), random);
  return {
    old: text,
    now: textOf(model),
    model,
    selectors,
    fates: selectors.map(({ start, end }) => fateOf(model, start, end)),
  };
}

/** How well the words around a place are those that stood around the passage. */
function fit(
  now: string,
  place: { readonly start: number; readonly end: number },
  { quote }: Selector,
): number {
  const map = createOffsetMap(now);
  const at = { start: map.toUtf16(place.start), end: map.toUtf16(place.end) };
  return contextScore(foldless(now), at, foldless(quote.prefix), foldless(quote.suffix));
}
const foldless = (text: string): string =>
  text
    .replace(/[\s\u00a0]/g, ' ')
    .replace(/[“”]/g, '"')
    .replace(/’/g, "'")
    .replace(/[–—]/g, '-');

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Share of the letters at a place that survived from other words than the passage's. */
function foreignShare({ model }: Case, found: Resolution, { start, end }: Selector): number {
  const there = model.slice(found.start, found.end);
  const foreign = there.filter((one) => one.id >= 0 && (one.id < start || one.id >= end));
  return letters(textOf(foreign)) / Math.max(1, letters(textOf(there)));
}

const count = (text: string, words: string): number => occurrences(foldQuote(text), foldQuote(words)).length;

/** What is wrong with an answer, or null. The text alone cannot tell everything: see each case. */
function faultOf(one: Case, selector: Selector, fate: Fate, found: Resolution): string | null {
  const words = selector.quote.exact;
  const there = sliceByCodePoints(one.now, found.start, found.end);
  const silent = found.state === 'exact' || found.state === 'moved';
  if (silent && !sameWords(foldQuote(there), foldQuote(words))) return 'claims other words to be the same';
  if (found.state === 'orphan') {
    const sure = fate.kind === 'whole' && count(one.old, words) === 1 && count(one.now, words) === 1;
    const around = fate.kind === 'whole' ? fit(one.now, fate, selector) : 0;
    return sure && (around >= 0.7 || weigh(words) >= longQuote) ? 'lost words that survived' : null;
  }
  if (fate.kind === 'whole') {
    if (found.start === fate.start && found.end === fate.end) return null;
    // Two places that the text alone cannot tell apart: the one taken must fit as well as the true one.
    if (silent)
      return fit(one.now, found, selector) >= fit(one.now, fate, selector) - 0.01
        ? null
        : 'took another place for the true one';
    const better = fit(one.now, fate, selector) >= fit(one.now, found, selector) + 0.25;
    return better && foreignShare(one, found, selector) > 0.5 ? 'hung surviving words on others' : null;
  }
  const inside = fate.kind === 'part' && fate.start <= found.start && found.end <= fate.end;
  if (!inside && foreignShare(one, found, selector) > 0.5) {
    return fit(one.now, found, selector) >= (silent ? 0.9 : 0.5) ? null : 'hung gone words on others';
  }
  if (silent)
    return fit(one.now, found, selector) >= 0.2 || weigh(words) >= longQuote
      ? null
      : 'hung gone words on their like';
  // One word typed over another, where nothing changed beside it.
  if (fit(one.now, found, selector) >= 0.9 && !/\s/.test(there) && !/\s/.test(words)) return null;
  const own = one.model.filter(({ id }) => id >= selector.start && id < selector.end);
  return letters(textOf(own)) > 0.4 * letters(words) || similarity(there, words) >= 0.5
    ? null
    : 'shows unlike words as changed';
}

function report(one: Case, selector: Selector, fate: Fate, found: Resolution, fault: string): string {
  const there = sliceByCodePoints(one.now, found.start - 30, found.end + 30);
  const { exact, prefix, suffix } = selector.quote;
  const truth =
    fate.kind === 'gone'
      ? 'gone'
      : `${fate.kind} [${sliceByCodePoints(one.now, fate.start - 30, fate.end + 30)}]`;
  return `${fault}\n  was   [${prefix}|${exact}|${suffix}]\n  truth ${truth}\n  found ${found.state} [${there}]`;
}

interface Tally {
  /** A passage shown as the same words in the same place, and it is not. */
  readonly silent: string[];
  /** An orphan or a passage shown as changed that could have been known better. */
  readonly visible: string[];
  readonly states: Record<string, number>;
}

function runScripts(texts: readonly string[], scripts: number, random: Random): Tally {
  const tally: Tally = { silent: [], visible: [], states: {} };
  for (let script = 0; script < scripts; script++) {
    const one = randomCase(excerpt(random.pick(texts), 400, random), random);
    const found = followEdits(one.old, one.now, one.selectors);
    for (const [index, selector] of one.selectors.entries()) {
      const fate = one.fates[index] ?? { kind: 'gone' };
      const answer = found[index];
      if (!answer) throw new Error('an answer is missing');
      const key = `${fate.kind} → ${answer.state}`;
      tally.states[key] = (tally.states[key] ?? 0) + 1;
      const fault = faultOf(one, selector, fate, answer);
      const list = answer.state === 'exact' || answer.state === 'moved' ? tally.silent : tally.visible;
      if (fault) list.push(`script ${script}: ${report(one, selector, fate, answer, fault)}`);
    }
  }
  return tally;
}

function expectSound({ silent, visible, states }: Tally): void {
  const all = Object.values(states).reduce((sum, one) => sum + one, 0);
  console.log(`seed ${seed}: ${all} passages, ${visible.length} visibly misjudged`, states);
  expect(silent.slice(0, 10).join('\n\n')).toBe('');
  // Where paragraphs are scrambled and every word recurs, one single word in a thousand passages cannot be told.
  expect(visible.length, visible.slice(0, 10).join('\n\n')).toBeLessThanOrEqual(all * 0.001);
}

function sharedTexts(): string[] {
  const seedFolder = resolvePath(sharedFolder, 'seed');
  const scale = resolvePath(sharedFolder, 'corpora/scale/sotu.jsonl');
  const texts = existsSync(seedFolder)
    ? readdirSync(seedFolder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(resolvePath(seedFolder, name), 'utf8'))
    : [];
  if (!existsSync(scale)) return texts;
  const lines = readFileSync(scale, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const speeches = lines.slice(0, 40).map((line) => {
    const values = Object.values(JSON.parse(line) as Record<string, unknown>).filter(
      (value) => typeof value === 'string',
    );
    return values.sort((a, b) => b.length - a.length)[0] ?? '';
  });
  return [...texts, ...speeches.map((text) => text.slice(0, 5000))].filter((text) => text.length > 500);
}

describe(`following random edits (seed ${seed})`, () => {
  it('keeps surviving words and lets go of deleted ones', { timeout: 600_000 }, () => {
    expectSound(runScripts(Object.values(prose), scripts, createRandom(seed)));
  });

  const texts = sharedTexts();
  it.skipIf(texts.length === 0)(
    texts.length ? 'does so on news and speeches' : 'skipped: ../shared absent',
    { timeout: 600_000 },
    () => {
      expectSound(runScripts(texts, scripts / 6, createRandom(seed + 1)));
    },
  );

  it('believes the editor', { timeout: 600_000 }, () => {
    const random = createRandom(seed + 2);
    for (let script = 0; script < 200; script++) {
      const one = randomCase(random.pick(Object.values(prose)), random);
      const tracked = one.fates.map((fate) =>
        fate.kind === 'gone' ? null : ({ start: fate.start, end: fate.end } as never),
      );
      const found = followEdits(one.old, one.now, one.selectors, { tracked });
      for (const [index, fate] of one.fates.entries()) {
        const { state, start, end } = found[index] ?? { state: 'none', start: 0, end: 0 };
        if (fate.kind === 'whole') expect([state, start, end]).toEqual(['exact', fate.start, fate.end]);
        if (fate.kind === 'gone') expect(state).not.toBe('exact');
      }
    }
  });
});

describe('resolving after random edits', () => {
  it('is never silently wrong', { timeout: 600_000 }, () => {
    const random = createRandom(seed + 3);
    const faults: string[] = [];
    for (let script = 0; script < 300; script++) {
      const one = randomCase(random.pick(Object.values(prose)), random);
      for (const [index, selector] of one.selectors.entries()) {
        const fate = one.fates[index] ?? { kind: 'gone' };
        const answer = resolve(one.now, selector);
        if (answer.state === 'changed' || answer.state === 'orphan') continue;
        const fault = faultOf(one, selector, fate, answer);
        if (fault) faults.push(report(one, selector, fate, answer, fault));
      }
    }
    expect(faults.slice(0, 10).join('\n\n')).toBe('');
  });

  it('finds every passage in its own text', () => {
    const random = createRandom(seed + 4);
    for (const text of Object.values(prose)) {
      for (const selector of randomCase(text, random).selectors) {
        expect(resolve(text, selector)).toEqual({ state: 'exact', start: selector.start, end: selector.end });
      }
    }
  });
});
