/** The notebook, the worker and the limits that all search workloads share in a run; opened at the first. */

import { countOf } from '../../main/store/core/sql';
import { openSession } from '../../main/store/worker/session';
import { openBareQueries } from './bare-query';
import { searchNotebook } from './corpus/search-notebook';
import { readFacetBitmaps } from './facet-bitmaps';
import type { SearchGround } from './measure-class';
import { startStoreWorker } from './store-worker-client';

/** How many articles search is measured with: `--size`, else 10,000. */
export const articlesMeasured = (): number => Number(process.env['CASEBOOK_BENCH_SIZE'] ?? 10_000);

/** Opens a notebook of a size with all that is measured beside it. */
export async function openGround(
  articles: number,
): Promise<SearchGround & { readonly end: () => Promise<void> }> {
  const path = searchNotebook(articles);
  const worker = await startStoreWorker(path);
  const { reader, close } = openSession(path, true);
  const bare = openBareQueries(path);
  const hasValues = countOf(reader, `SELECT count(*) FROM sqlite_schema WHERE name = 'search_rows'`) > 0;
  const bitmaps = hasValues ? readFacetBitmaps(reader) : null;
  const end = async () => {
    bare.end();
    close();
    await worker.end();
  };
  return { articles, worker, reader, bare, bitmaps, end };
}

let shared: ReturnType<typeof openGround> | undefined;

/** The one of this run. */
export function sharedGround(): ReturnType<typeof openGround> {
  return (shared ??= openGround(articlesMeasured()));
}

/** Ends the worker and the shell of this run, without which the process would not end. */
export async function endSharedGround(): Promise<void> {
  await (await shared)?.end();
  shared = undefined;
}
