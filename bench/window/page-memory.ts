/** What a page keeps in memory, after its garbage has been collected. */
import type { Page } from '@playwright/test';
import type { Bridge } from '../../shared/bridge';

export interface PageMemory {
  /** Megabytes of the JavaScript heap: objects, strings, code. */
  readonly heapMb: number;
  /** Nodes of all documents, text included. */
  readonly nodes: number;
}

const bytesPerMb = 1_000_000;

export async function readMemory(page: Page): Promise<PageMemory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heapMb: usedSize / bytesPerMb, nodes };
}

/** Megabytes of an article and its passages as the store answers them: what the window cannot show it without. */
export function bareSize(page: Page, title: string): Promise<number> {
  return page.evaluate(
    async ({ wanted, perMb }) => {
      const { casebook } = window as unknown as { readonly casebook: Bridge };
      const ask = (method: string, args: object) => casebook.invoke(method, JSON.stringify(args));
      const list = { filter: wanted, tagId: null, show: 'all', sort: 'title', descending: false };
      const found = JSON.parse(await ask('listArticles', { ...list, offset: 0, limit: 500 })) as {
        readonly value: { readonly rows: readonly { readonly id: string; readonly title: string }[] };
      };
      const id = found.value.rows.find((row) => row.title === wanted)?.id ?? '';
      const article = await ask('getArticle', { id });
      const detail = JSON.parse(article) as { readonly value: { readonly currentRevisionId: string } };
      const revisionId = detail.value.currentRevisionId;
      const revision = await ask('getRevision', { id: revisionId });
      const annotations = await ask('listAnnotations', { articleId: id, revisionId });
      return (article.length + revision.length + annotations.length) / perMb;
    },
    { wanted: title, perMb: bytesPerMb },
  );
}
