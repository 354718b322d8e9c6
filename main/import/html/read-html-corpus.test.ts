import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { asElement, childrenOf, type PageNode } from './page-node';
import { parsePage } from './parse-page';
import { readHtml } from './read-html';

const shared = process.env['CASEBOOK_SHARED'] ?? resolve(__dirname, '../../../../shared');
const folder = join(shared, 'corpora/html');

interface Page {
  readonly name: string;
  readonly html: string;
  readonly expected: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

function pages(kind: string): Page[] {
  return readdirSync(join(folder, kind)).map((name) => {
    const read = (file: string): string => readFileSync(join(folder, kind, name, file), 'utf8');
    const metadata = JSON.parse(read('expected-metadata.json')) as Page['metadata'];
    return { name, html: read('source.html'), expected: read('expected.html'), metadata };
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function textsOf(node: PageNode): string[] {
  return Array.from(childrenOf(node)).flatMap((child) =>
    asElement(child) === null ? [child.textContent ?? ''] : textsOf(child),
  );
}

/** How well two bags of words agree. */
function f1(found: readonly string[], expected: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return found.length + expected.length === 0 ? 1 : (2 * common) / (found.length + expected.length);
}

function score(page: Page): { readonly name: string; readonly f1: number; readonly title: boolean } {
  const reading = readHtml(page.html, { source: `/saved/${page.name}.html`, isPaste: false });
  const content = serialiseContent(reading.blocks);
  expect(serialiseContent(parseContent(content))).toBe(content);
  const expected = textsOf(parsePage(page.expected).document.body).join(' ');
  return {
    name: page.name,
    f1: f1(wordsOf(plainText(reading.blocks)), wordsOf(expected)),
    title: reading.metadata.title === page.metadata['title'],
  };
}

function report(kind: string): number {
  const scores = pages(kind).map(score);
  const mean = scores.reduce((total, { f1: value }) => total + value, 0) / scores.length;
  const titles = scores.filter(({ title }) => title).length;
  const low = scores
    .filter(({ f1: value }) => value < 0.97)
    .map(({ name, f1: value }) => `${name} ${value.toFixed(3)}`);
  console.log(
    `html/${kind}: mean F1 ${mean.toFixed(4)}, titles ${titles} of ${scores.length}; below 0.97: ${low.join(', ')}`,
  );
  return mean;
}

describe.skipIf(!existsSync(folder))('pages of the shared corpus (skipped without CASEBOOK_SHARED)', () => {
  it('finds the words of the articles', () => {
    expect(report('articles')).toBeGreaterThan(0.96);
  });

  it('follows the rules of small pages', () => {
    expect(report('rules')).toBeGreaterThan(0.93);
  });
});
