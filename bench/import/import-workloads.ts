/** Import of a page: the whole way into the notebook beside parsing its HTML alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { importDocument } from '../../main/import/import-document';
import { importArticle } from '../../main/store/articles/capture/import-article';
import { runCommand } from '../../main/store/core/run-command';
import { createSession, writerOf } from '../../main/store/worker/session';
import { percentile, timesOf, timesOfSlow } from '../measure';
import { makeName, makeText, seeded } from '../prose';
import type { Measured, Workload } from '../workload';

const rounds = 30;

/** A page as news sites make them: an article among navigation, teasers and scripts. */
function makePage(seed: number): string {
  const random = seeded(seed);
  const links = Array.from(
    { length: 60 },
    (_, index) => `<li><a href="/section/${index}">${makeName(random)}</a></li>`,
  ).join('');
  const paragraphs = makeText(random, 870)
    .split('\n')
    .map((text) => `<p class="body-text">${text}</p>`)
    .join('\n');
  const title = makeName(random);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="article:published_time" content="2025-07-04T10:00:00Z"><script>var data = ${JSON.stringify({ links })};</script>
<style>.body-text { margin: 0 }</style></head><body><header><nav><ul>${links}</ul></nav></header>
<main><article><h1>${title}</h1>${paragraphs}</article><aside><ul>${links}</ul></aside></main><footer><ul>${links}</ul></footer></body></html>`;
}

async function measureImport(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const session = createSession(join(folder, 'bench.casebook'), 'Bench');
  const db = writerOf(session);
  const pages = Array.from({ length: rounds + 3 }, (_, index) => makePage(index));
  let next = 0;
  const values = await timesOfSlow(rounds, async () => {
    const bytes = Buffer.from(pages[next++] ?? '');
    const document = await importDocument({
      bytes,
      source: `/bench/${next}.html`,
      capturedAt: '2026-01-01T00:00:00.000Z',
    });
    runCommand(db, (writer) => importArticle(writer, { ...document, bytes }));
  });
  const limits = timesOf(rounds, (round) => parseHTML(pages[round] ?? ''));
  session.close();
  rmSync(folder, { recursive: true, force: true });
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
}

export const importWorkloads: readonly Workload[] = [
  { name: 'import/html', unit: 'ms', goal: 8, run: measureImport },
];
