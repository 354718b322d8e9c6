/**
 * One size of text shown three ways in the same window: as static HTML with marks, by another annotator, and opened in the
 * application. Each is timed to its first screen and until it is quiet; the last text is also scrolled and weighed.
 */
import type { Page } from '@playwright/test';
import { percentile } from '../measure';
import { type Scrolled, scrollThrough, untilQuiet, watchLongTasks } from './long-tasks';
import { bareSize, type PageMemory, readMemory } from './page-memory';
import { contentOf, type MadeArticle, type ReadingSize, readingNotebook } from './reading-notebook';
import { openArticle, openLibrary, withWindow } from './running-app';
import { hideStatic, showStatic, staticHtml } from './static-text';
import { hideAnnotated, installAnnotator, showAnnotated } from './text-annotator';

const ways = ['application', 'static', 'annotator'] as const;
export type Way = (typeof ways)[number];

interface Opened {
  readonly painted: number;
  readonly quiet: number;
}

interface Weighed {
  readonly scroll: Scrolled;
  readonly memory: PageMemory;
}

/** Medians of all texts but the first, in milliseconds; what is kept in memory is beside the window's without a text. */
export interface ReaderFigures extends Opened, Weighed {}

export interface Comparison extends Readonly<Record<Way, ReaderFigures>> {
  /** Megabytes of what is shown last, as the store answers it. */
  readonly bareMb: number;
}

interface Shower {
  readonly show: (page: Page, article: MadeArticle) => Promise<number>;
  readonly hide: (page: Page) => Promise<void>;
  /** What scrolls. */
  readonly scroller: string;
}

const showers: Readonly<Record<Way, Shower>> = {
  application: {
    show: (page, { title }) => openArticle(page, title),
    hide: openLibrary,
    scroller: '.reading-scroller',
  },
  static: {
    show: (page, article) => {
      const { text, ranges } = contentOf(article);
      return showStatic(page, staticHtml(text, ranges));
    },
    hide: hideStatic,
    scroller: '#bench-static',
  },
  annotator: {
    show: (page, article) => {
      const { text, ranges } = contentOf(article);
      return showAnnotated(page, text, ranges);
    },
    hide: hideAnnotated,
    scroller: '#bench-annotated',
  },
};

async function openOnce(page: Page, way: Way, article: MadeArticle): Promise<Opened> {
  const began = await page.evaluate(() => performance.now());
  const painted = await showers[way].show(page, article);
  const quietAt = await untilQuiet(page);
  return { painted, quiet: Math.max(painted, quietAt - began) };
}

async function weigh(page: Page, way: Way, empty: PageMemory): Promise<Weighed> {
  const { heapMb, nodes } = await readMemory(page);
  const scroll = await scrollThrough(page, showers[way].scroller);
  return { scroll, memory: { heapMb: heapMb - empty.heapMb, nodes: nodes - empty.nodes } };
}

const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** The ways take turns, so that a load of the machine touches all of them. */
async function showAll(page: Page, article: MadeArticle): Promise<Record<Way, Opened>> {
  const opened = {} as Record<Way, Opened>;
  for (const way of ways) {
    opened[way] = await openOnce(page, way, article);
    await showers[way].hide(page);
    await page.waitForTimeout(300);
  }
  return opened;
}

async function weighShown(page: Page, way: Way, article: MadeArticle): Promise<Weighed> {
  const empty = await readMemory(page);
  await openOnce(page, way, article);
  const weighed = await weigh(page, way, empty);
  await showers[way].hide(page);
  await page.waitForTimeout(300);
  return weighed;
}

function compare({ articles }: ReadingSize): Promise<Comparison> {
  return withWindow(readingNotebook(), async (page) => {
    await watchLongTasks(page);
    await installAnnotator(page);
    const [warmUp, ...rest] = articles;
    const last = rest.pop();
    if (!warmUp || !last) throw new Error('too few texts');
    // It also brings the style of the text, which the other ways are shown in.
    await showAll(page, warmUp);
    const rounds: Record<Way, Opened>[] = [];
    for (const article of rest) rounds.push(await showAll(page, article));
    const figuresOf = async (way: Way): Promise<ReaderFigures> => ({
      ...(await weighShown(page, way, last)),
      painted: median(rounds.map((round) => round[way].painted)),
      quiet: median(rounds.map((round) => round[way].quiet)),
    });
    return {
      bareMb: await bareSize(page, last.title),
      application: await figuresOf('application'),
      static: await figuresOf('static'),
      annotator: await figuresOf('annotator'),
    };
  });
}

const compared = new Map<string, Promise<Comparison>>();

/** Measured once: several workloads are made of it. */
export function compareReaders(size: ReadingSize): Promise<Comparison> {
  const known = compared.get(size.name) ?? compare(size);
  compared.set(size.name, known);
  return known;
}
