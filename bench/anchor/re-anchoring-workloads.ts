/**
 * Passages carried over to later captures of articles, by kind of change: none may be silently wrong, and of a hundred
 * ninety-nine must be right. `captures/verdict.ts` says what that means. CASEBOOK_SEED makes other captures.
 */

import type { Measured, Workload } from '../workload';
import { corpusArticles } from './corpus-articles';
import { once } from './once';
import { type Figures, measureReAnchoring, type ReAnchoring, tableOf, totalOf } from './re-anchoring';

const seed = Number(process.env['CASEBOOK_SEED'] ?? 3);
const passagesPerArticle = 5;
/** Share of the passages that need not be right: 1 %. */
const tolerated = 0.01;
const shownFaults = 20;

const measured = once((): ReAnchoring => measureReAnchoring(corpusArticles(), { seed, passagesPerArticle }));

function detailsOf(figures: Figures, way: string): string[] {
  const silent = figures.faults.filter(({ verdict }) => verdict === 'silent').slice(0, shownFaults);
  return [
    `${way}, seed ${seed}:`,
    ...tableOf(figures),
    ...silent.map(({ kind, words }) => `${kind}: ${words}`),
  ];
}

/** Passages silently wrong, of all; the table of all kinds comes with it. */
function measureSilent(figures: Figures, way: string): Measured {
  const { silent, all } = totalOf(figures);
  return { value: silent, limit: all, details: detailsOf(figures, way) };
}

/** Passages that are not right, beside those that need not be. */
function measureNotRight(figures: Figures): Measured {
  const { right, all } = totalOf(figures);
  return { value: all - right, limit: all * tolerated };
}

export const reAnchoringWorkloads: readonly Workload[] = [
  {
    name: 'anchor/re-import-silently-wrong',
    unit: 'passages',
    goal: 0,
    run: () => measureSilent(measured().followed, 'Re-import, with the earlier text at hand'),
  },
  {
    name: 'anchor/re-import-not-right',
    unit: 'passages',
    goal: 1,
    run: () => measureNotRight(measured().followed),
  },
  {
    name: 'anchor/quote-only-silently-wrong',
    unit: 'passages',
    goal: 0,
    run: () => measureSilent(measured().resolved, 'With the stored quote, context and position only'),
  },
];
