/** The verifier over a dossier of 10,000 passages, beside hashing the same files: it slices every quotation again and proves every hash. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { collectFiles } from '../../main/export/export-files';
import { openMadeNotebook } from '../made-notebook';
import { cpuMsOf } from '../measure';
import type { Measured, Workload } from '../workload';

interface Verifier {
  readonly verify: (files: ReadonlyMap<string, Uint8Array>) => {
    readonly ok: boolean;
    readonly counts: { readonly quotations: number };
  };
}

createRequire(import.meta.url)('../../verifier/core.js');
const { casebookVerifier } = globalThis as unknown as { readonly casebookVerifier: Verifier };

async function dossierFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const session = openMadeNotebook({ articles: 500, wordsPerArticle: 870, passagesPerArticle: 20 });
  const files = await collectFiles(session.reader, { format: 'dossier', scope: { kind: 'everything' } });
  session.close();
  return new Map(files.map(({ name, data }) => [name, new Uint8Array(Buffer.from(data))]));
}

async function measureVerifier(): Promise<Measured> {
  const files = await dossierFiles();
  let quotations = 0;
  const value = cpuMsOf(() => {
    const { ok, counts } = casebookVerifier.verify(files);
    if (!ok) throw new Error('the verifier found differences in a dossier that has none');
    quotations = counts.quotations;
  });
  const limit = cpuMsOf(() => {
    for (const bytes of files.values()) createHash('sha256').update(bytes).digest('hex');
  });
  return { value, limit, details: [`${quotations} quotations in ${files.size} files`] };
}

export const verifierWorkloads: readonly Workload[] = [
  { name: 'export/verifier', unit: 'ms', goal: 60, run: measureVerifier },
];
