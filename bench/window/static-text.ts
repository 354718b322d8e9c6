/** The same words without the application: static HTML with marks, in the same window; what a text costs at the least. */
import type { Page } from '@playwright/test';
import type { MadeRange } from '../text/real-prose';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Stretches between all edges, each with whether a passage covers it. */
function markedHtml(text: string, offset: number, edges: readonly number[], depth: Int32Array): string {
  const cuts = [0, ...edges.map((edge) => edge - offset), text.length];
  return cuts
    .slice(1)
    .map((end, index) => {
      const start = cuts[index] ?? 0;
      const words = escape(text.slice(start, end));
      return words && (depth[offset + start] ?? 0) > 0 ? `<mark>${words}</mark>` : words;
    })
    .join('');
}

/** Paragraphs of a text with `<mark>` on every stretch that passages cover, cut at each of their ends. */
export function staticHtml(text: string, ranges: readonly MadeRange[]): string {
  const depth = new Int32Array(text.length + 1);
  for (const { start, end } of ranges) for (let at = start; at < end; at++) depth[at] = (depth[at] ?? 0) + 1;
  const edges = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let offset = 0;
  let next = 0;
  return text
    .split('\n')
    .map((paragraph) => {
      const end = offset + paragraph.length;
      const own: number[] = [];
      for (; (edges[next] ?? Infinity) <= end; next++)
        if ((edges[next] ?? 0) > offset) own.push(edges[next] ?? 0);
      const html = `<p>${markedHtml(paragraph, offset, own, depth)}</p>`;
      offset = end + 1;
      return html;
    })
    .join('');
}

/** Over the whole window, in a column of about the reader's width. */
export const staticStyle = 'position:fixed;inset:0;overflow:auto;background:white;padding:0 20%;z-index:1000';

/** Puts HTML over the whole window, as text that is read or typed in; answers the milliseconds to its paint. */
export function showStatic(page: Page, html: string, editable = false): Promise<number> {
  return page.evaluate(
    async ({ content, isEditable, style }) => {
      document.querySelector('#bench-static')?.remove();
      const host = document.createElement('div');
      host.id = 'bench-static';
      host.className = 'reading-text';
      host.style.cssText = style;
      if (isEditable) host.setAttribute('contenteditable', 'true');
      document.body.append(host);
      await window.benchClock.afterPaint();
      const start = performance.now();
      host.innerHTML = content;
      return (await window.benchClock.afterPaint()) - start;
    },
    { content: html, isEditable: editable, style: staticStyle },
  );
}

export async function hideStatic(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('#bench-static')?.remove());
}

/** Puts the caret into the paragraph in the middle of a text and the paragraph into view. */
export async function caretInMiddle(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const host = document.querySelector<HTMLElement>(wanted);
    const paragraphs = host?.querySelectorAll('p') ?? [];
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    const walker = middle && document.createTreeWalker(middle, NodeFilter.SHOW_TEXT);
    const node = walker?.nextNode();
    if (!host || !middle || !(node instanceof Text)) throw new Error(`no text in ${wanted}`);
    host.focus();
    middle.scrollIntoView({ block: 'center' });
    document.getSelection()?.collapse(node, Math.floor(node.length / 2));
  }, selector);
  await page.waitForTimeout(500);
}
