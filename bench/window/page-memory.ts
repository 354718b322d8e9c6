/** What a page keeps in memory, after its garbage has been collected. */
import type { Page } from '@playwright/test';

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
