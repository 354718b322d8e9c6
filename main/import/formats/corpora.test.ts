/**
 * Every document of the shared corpora comes in or is refused for a reason in words. `CASEBOOK_TABLE=1` reads all and
 * prints what became of each; else of texts every eighth is taken: their own tests read all of them.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CasebookError } from '../../../shared/model/result';
import { importItems } from '../import-document';

const shared = process.env['CASEBOOK_SHARED'] ?? resolve(__dirname, '../../../../shared');
const corpora = join(shared, 'corpora');
const wantsAll = Boolean(process.env['CASEBOOK_TABLE']);
const sampled = wantsAll ? 1 : 8;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface Outcome {
  readonly file: string;
  readonly articles: number;
  readonly others: number;
  /** Why the file, or a part of it, did not come in. */
  readonly reasons: readonly string[];
  /** An error that is no refusal: a fault of the program. */
  readonly fault: string;
}

async function outcomeOf(path: string): Promise<Outcome> {
  const counted = {
    file: relative(corpora, path),
    articles: 0,
    others: 0,
    reasons: [] as string[],
    fault: '',
  };
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const request = { bytes, source: path, path, capturedAt: '2026-01-01T00:00:00.000Z' };
    for await (const item of importItems(request)) {
      if (item.kind === 'article') counted.articles += 1;
      else if (item.kind === 'refused') counted.reasons.push(item.message);
      else counted.others += 1;
    }
  } catch (cause) {
    if (cause instanceof CasebookError && cause.code === 'import-refused')
      counted.reasons.push(cause.message);
    else counted.fault = String(cause);
  }
  return counted;
}

function tableOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(({ file, articles, others, reasons, fault }) =>
      [file, articles, others, fault || (reasons[0] ?? '')].join('\t'),
    )
    .join('\n');
}

async function readAll(files: readonly string[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const path of files) outcomes.push(await outcomeOf(path));
  const refused = outcomes.filter(({ articles, others }) => articles + others === 0);
  console.log(
    `${outcomes.length} files: ${outcomes.length - refused.length} came in, ${refused.length} were refused.`,
  );
  if (wantsAll) console.log(tableOf(outcomes));
  return outcomes;
}

/** Nothing vanishes and nothing breaks; a reason is a sentence. */
function expectAccounted(outcomes: readonly Outcome[]): void {
  expect(outcomes.filter(({ fault }) => fault !== '')).toEqual([]);
  const silent = outcomes.filter(
    ({ articles, others, reasons }) => articles + others === 0 && reasons.length === 0,
  );
  expect(silent.map(({ file }) => file)).toEqual([]);
  for (const { reasons } of outcomes) for (const reason of reasons) expect(reason).toMatch(/^\S.{8,}[.?]$/su);
}

const isText = (path: string): boolean =>
  /^\.(?:txt|ann|tsv|conllu|json|jsonl|xmi|conf|md)$/.test(extname(path));

describe.skipIf(!existsSync(corpora))('every file of the shared corpora (skipped without it)', () => {
  it('of documents comes in or is refused in words', { timeout: 120_000 }, async () => {
    const outcomes = await readAll(filesBelow(join(corpora, 'docs')));
    expectAccounted(outcomes);
    const came = outcomes.filter(({ articles }) => articles > 0).length;
    expect(came / outcomes.length).toBeGreaterThan(0.9);
  });

  it('of pages comes in', { timeout: 120_000 }, async () => {
    // The largest are read whole by the test of pages.
    const pages = filesBelow(join(corpora, 'html')).filter(
      (path) => basename(path) === 'source.html' && (wantsAll || statSync(path).size < 200_000),
    );
    const outcomes = await readAll(pages);
    expectAccounted(outcomes);
    expect(
      outcomes.filter(({ articles }) => articles !== 1).map(({ file, reasons }) => [file, reasons]),
    ).toEqual([]);
  });

  it('of texts in old encodings comes in', { timeout: 120_000 }, async () => {
    const files = filesBelow(join(corpora, 'encodings')).filter((_, at) => at % sampled === 0);
    const outcomes = await readAll(files);
    expectAccounted(outcomes);
    expect(outcomes.filter(({ articles }) => articles === 0)).toEqual([]);
  });

  it('of annotations comes in or is refused in words', { timeout: 120_000 }, async () => {
    const files = filesBelow(join(corpora, 'annotations')).filter((path) => basename(path) !== 'LICENSE');
    const small = files.filter((path, at) => !isText(path) || at % sampled === 0);
    expectAccounted(await readAll(small));
  });
});
