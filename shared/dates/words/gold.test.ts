/**
 * How much of what others have marked as dates is read, and read right: a floor for each collection, measured, so that a
 * change that loses much is seen. The collections stand beside the project and are no part of it; without them this says
 * so and tests nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber } from '../calendar';
import { isEdtf, parseEdtf } from '../edtf';
import { dateFromWords } from './date-from-words';
import { findDates } from './find-dates';
import { dateLanguage } from './language';

const folder = resolve(import.meta.dirname, '../../../../shared/corpora/gold');
const isThere = existsSync(folder);
if (!isThere) console.info('The marked dates are not beside the project: nothing to compare with.');

interface GoldDate {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly alts?: readonly string[];
  readonly kind: string;
}

interface GoldText {
  readonly lang: string;
  readonly dct: string | null;
  readonly text: string;
  readonly dates: readonly GoldDate[];
}

// Lines of JSON as the collections have them.
const linesOf = <Line>(name: string): Line[] =>
  readFileSync(resolve(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

type Bounds = readonly [string, string];

const boundsOf = (edtf: string): Bounds | null => {
  const parsed = parseEdtf(edtf);
  return parsed?.earliest && parsed.latest ? [parsed.earliest, parsed.latest] : null;
};

function weekBounds(value: string): Bounds | null {
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(value) ?? [];
  if (!year || !week) return null;
  const fourth = dayNumber(`${year}-01-04`);
  const monday = fourth - ((fourth + 3) % 7) + (Number(week) - 1) * 7;
  return [dateOfDay(monday), dateOfDay(monday + 6)];
}

/** A collection's own notation as first and last day; its ranges leave out their last day where `isHalfOpen`. */
function goldBounds(value: string, isHalfOpen: boolean): Bounds | null {
  const plain = value.replace(/T[\d:]+$/, '');
  const [from, to] = plain.split('/');
  if (from === undefined || /[XPT(]|[A-Z]{2}/.test(plain)) return weekBounds(plain);
  if (to === undefined) return boundsOf(from) ?? weekBounds(plain);
  const [start, end] = [boundsOf(from), boundsOf(to)];
  if (!start || !end) return null;
  const last = isHalfOpen ? dateOfDay(dayNumber(end[0]) - 1) : end[1];
  return last < start[0] ? null : [start[0], last];
}

interface Score {
  readonly items: number;
  readonly read: number;
  readonly exact: number;
  /** Read as a date that none of the marked ones touches. */
  readonly contradicting: number;
}

function scoreOf(items: readonly { ours: string | null; gold: readonly Bounds[] }[]): Score {
  const ours = items.map(({ ours: edtf, gold }) => ({
    bounds: edtf === null ? null : boundsOf(edtf),
    edtf,
    gold,
  }));
  const exact = ours.filter(
    ({ bounds, gold }) => bounds && gold.some(([a, b]) => a === bounds[0] && b === bounds[1]),
  );
  const apart = ours.filter(
    ({ bounds, gold }) => bounds && gold.every(([a, b]) => b < bounds[0] || a > bounds[1]),
  );
  const read = ours.filter(({ edtf }) => edtf !== null);
  return { items: items.length, read: read.length, exact: exact.length, contradicting: apart.length };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function say(name: string, { items, read, exact, contradicting }: Score): void {
  const parts = [`${items} marked`, `read ${percent(read, items)}`, `exactly ${percent(exact, items)}`];
  console.info(`${name}: ${parts.join(', ')}, contradicting ${percent(contradicting, items)}`);
}

function itemsOf(name: string, kinds: readonly string[], isHalfOpen: boolean) {
  // Every third line of a long collection is enough to see a loss.
  const lines = linesOf<GoldText>(name).filter((_, index, every) => every.length < 1000 || index % 3 === 0);
  return lines.flatMap(({ lang, dct, text, dates }) => {
    const published = dct?.slice(0, 10) ?? null;
    if (!dateLanguage(lang) || !published) return [];
    return dates
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ start, end, value, alts = [] }) => {
        const words = [...text].slice(start, end).join('');
        const gold = [value, ...alts].map((one) => goldBounds(one, isHalfOpen)).filter((one) => one !== null);
        // The collections do not say whether the words tell of the past or of what is to come.
        const read = (tense?: 'future') =>
          dateFromWords(words, published, { language: lang, tense })?.edtf ?? null;
        const isExact = (edtf: string | null) => scoreOf([{ ours: edtf, gold }]).exact > 0;
        const told = read();
        const ahead = isExact(told) ? told : read('future');
        const ours = isExact(ahead) ? ahead : told;
        return { ours, gold };
      })
      .filter(({ gold }) => gold.length > 0);
  });
}

describe.skipIf(!isThere)('dates that others have marked', () => {
  it.each([
    { name: 'dates-recognizers', kinds: ['date', 'daterange'], isHalfOpen: true, exact: 0.41, apart: 0.05 },
    { name: 'gum', kinds: ['DATE', 'RANGE'], isHalfOpen: false, exact: 0.8, apart: 0.065 },
    { name: 'dates-uk-expressions', kinds: ['DATE'], isHalfOpen: false, exact: 0.9, apart: 0 },
  ])('reads $name as well as it did', ({ name, kinds, isHalfOpen, exact, apart }) => {
    const items = itemsOf(name, kinds, isHalfOpen);
    const score = scoreOf(items);
    say(name, score);
    expect(score.exact / score.items).toBeGreaterThanOrEqual(exact);
    expect(score.contradicting / score.items).toBeLessThanOrEqual(apart);
  });

  it('finds in running text what was marked there', () => {
    const texts = linesOf<GoldText>('gum');
    let [marked, found, right] = [0, 0, 0];
    for (const { text, dct, dates } of texts) {
      const ours = findDates(text, dct, { language: 'en' });
      const gold = dates.filter(({ kind }) => kind === 'DATE' || kind === 'RANGE');
      marked += gold.length;
      found += ours.length;
      right += ours.filter(({ start, end }) => gold.some((one) => one.start < end && one.end > start)).length;
    }
    console.info(
      `gum text: ${percent(right, marked)} of ${marked} found, ${percent(right, found)} of ${found} right`,
    );
    expect(right / marked).toBeGreaterThanOrEqual(0.72);
    expect(right / found).toBeGreaterThanOrEqual(0.88);
  });

  it('takes the EDTF of a test suite for what it is', () => {
    const rows = linesOf<{ edtf: string; valid: boolean }>('edtf-strings');
    const right = rows.filter(({ edtf, valid }) => isEdtf(edtf) === valid);
    console.info(`edtf-strings: ${percent(right.length, rows.length)} of ${rows.length}`);
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.95);
  });
});
