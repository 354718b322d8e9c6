/**
 * The same words and passages in the package `@recogito/text-annotator`, in the application's own window: what another
 * reading surface takes. It gets plain paragraphs and the passages as offsets, and draws them its own way.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { MadeRange } from '../text/real-prose';
import { staticHtml, staticStyle } from './static-text';

interface PlacedRange extends MadeRange {
  readonly quote: string;
}

interface TextAnnotator {
  readonly setAnnotations: (annotations: readonly unknown[]) => void;
  readonly destroy: () => void;
}

declare global {
  interface Window {
    readonly RecogitoJS: { readonly createTextAnnotator: (host: HTMLElement) => TextAnnotator };
    benchAnnotator: TextAnnotator;
  }
}

/** The package counts the text of the elements, in which nothing parts paragraphs. */
function withoutLineFeeds(text: string, ranges: readonly MadeRange[]): readonly PlacedRange[] {
  const before = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++)
    before[at + 1] = (before[at] ?? 0) + (text.charCodeAt(at) === 10 ? 1 : 0);
  const moved = (offset: number) => offset - (before[offset] ?? 0);
  return ranges.map(({ start, end }) => ({
    start: moved(start),
    end: moved(end),
    quote: text.slice(start, end).replaceAll('\n', ''),
  }));
}

/** Brings the package's own bundle and style into a page. */
export async function installAnnotator(page: Page): Promise<void> {
  const main = createRequire(join(resolve('.'), 'package.json')).resolve('@recogito/text-annotator');
  // It asks a bundler's question: whether this is production.
  await page.evaluate(`var process = { env: { NODE_ENV: 'production' } };${readFileSync(main, 'utf8')}`);
  const style = readFileSync(join(main, '../text-annotator.css'), 'utf8');
  await page.evaluate((css) => {
    const element = document.createElement('style');
    element.textContent = css;
    document.head.append(element);
  }, style);
}

/** Shows a text over the whole window; answers the milliseconds until it is painted with its highlights. */
export function showAnnotated(page: Page, text: string, ranges: readonly MadeRange[]): Promise<number> {
  const given = { style: staticStyle, content: staticHtml(text, []), placed: withoutLineFeeds(text, ranges) };
  return page.evaluate(async ({ style, content, placed }) => {
    const scroller = document.createElement('div');
    scroller.id = 'bench-annotated';
    scroller.style.cssText = style;
    const host = document.createElement('div');
    host.className = 'reading-text';
    scroller.append(host);
    document.body.append(scroller);
    await window.benchClock.afterPaint();
    const start = performance.now();
    host.innerHTML = content;
    const painted = window.benchClock.paintedWhen(() => host.querySelector('.r6o-annotation') !== null);
    window.benchAnnotator = window.RecogitoJS.createTextAnnotator(host);
    window.benchAnnotator.setAnnotations(
      placed.map((selector, index) => {
        const id = `bench-${index}`;
        return { id, bodies: [], target: { annotation: id, selector: [selector] } };
      }),
    );
    return (await painted) - start;
  }, given);
}

export async function hideAnnotated(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchAnnotator.destroy();
    document.querySelector('#bench-annotated')?.remove();
  });
}
