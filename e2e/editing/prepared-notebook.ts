/** A notebook with one article and passages on it, to begin a journey of editing from; made by import and by the bridge. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parseContent } from '../../shared/document/content-html';
import { plainText } from '../../shared/document/plain-text';
import { codePointLength } from '../../shared/text/offsets';
import { type Application, ask } from '../application';
import { expect } from '../fixtures';
import { importByMenu, makeNotebook } from '../notebook-steps';
import { articleText } from '../reading';

export const title = 'Ferry comes under fire';

const paragraphs = [
  'Seven people were killed when the ferry Halcyon came under fire at the Kessa crossing, the mayor of Ostrel said on Monday.',
  'Two dockworkers on their way home from the late shift were among the dead. Nobody has said who gave the order to fire.',
  'The River Guard, which has held the far bank since January, denies that it fired first.',
];

/** One passage each. */
export const passages = [
  'Seven people were killed',
  'the ferry Halcyon',
  'the mayor of Ostrel',
  'Two dockworkers',
  'denies that it fired first',
] as const;

interface Passage {
  readonly words: string;
  readonly state: string;
  /** The words of the current text that it stands on. */
  readonly there: string;
}

async function openedArticle(page: Page) {
  const { rows } = await ask<{ rows: readonly { id: string }[] }>(page, 'listArticles', {
    filter: '',
    tagId: null,
    show: 'all',
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 10,
  });
  const id = rows[0]?.id ?? '';
  const { currentRevisionId } = await ask<{ currentRevisionId: string }>(page, 'getArticle', { id });
  const { text } = await ask<{ text: string }>(page, 'getRevision', { id: currentRevisionId });
  return { id, revisionId: currentRevisionId, text };
}

/** How every passage of the article stands in its current text. */
export async function standing(page: Page): Promise<readonly Passage[]> {
  const { id, revisionId, text } = await openedArticle(page);
  const points = [...text];
  type Part = { start: number; end: number; state: string; quote: { exact: string } };
  const annotations = await ask<readonly { parts: readonly Part[] }[]>(page, 'listAnnotations', {
    articleId: id,
    revisionId,
  });
  return annotations.flatMap(({ parts }) =>
    parts.map(({ start, end, state, quote }) => ({
      words: quote.exact,
      state,
      there: state === 'orphan' ? '' : points.slice(start, end).join(''),
    })),
  );
}

/** What is being edited as the notebook keeps it: its text, and the passages' words in their order. */
export async function keptEdit(
  page: Page,
): Promise<{ readonly text: string; readonly words: readonly string[] }> {
  const { id, text } = await openedArticle(page);
  type Anchor = { readonly range: { readonly start: number; readonly end: number } | null };
  type Kept = { readonly content: string; readonly anchors: readonly Anchor[] };
  const draft = await ask<Kept | null>(page, 'getDraft', { ownerId: id });
  if (!draft) return { text, words: (await standing(page)).map(({ there }) => there) };
  const edited = plainText(parseContent(draft.content));
  const ranges = draft.anchors.flatMap(({ range }) => range ?? []).sort((a, b) => a.start - b.start);
  return { text: edited, words: ranges.map(({ start, end }) => [...edited].slice(start, end).join('')) };
}

/** Says something about words of the article; the answer comes when it is kept for good. */
export async function annotate(page: Page, words: string, saying: object = {}): Promise<string> {
  const { id, revisionId, text } = await openedArticle(page);
  const start = codePointLength(text.slice(0, text.indexOf(words)));
  const parts = [{ start, end: start + codePointLength(words) }];
  const on = { articleId: id, revisionId, parts };
  return (await ask<{ annotationId: string }>(page, 'annotate', { on, ...saying })).annotationId;
}

/** Makes the notebook, and stays in the library. */
export async function prepare(application: Application, folder: string): Promise<void> {
  const { window } = application;
  await makeNotebook(application, join(folder, 'Kessa.casebook'));
  const source = join(folder, 'ferry.txt');
  await writeFile(source, `${title}\n\n${paragraphs.join('\n\n')}\n`);
  await importByMenu(application, [source]);
  await expect(window.getByRole('row', { name: title })).toBeVisible({ timeout: 30_000 });
  for (const words of passages) await annotate(window, words);
}

/** Opens the article for reading, from the library. */
export async function read(page: Page): Promise<void> {
  await page.getByRole('row', { name: title }).dblclick();
  await expect(articleText(page)).toBeVisible();
}
