/**
 * From starting the process to the library painted, with a notebook of 500 articles on the command line and a profile of
 * its own each time, beside the same Electron showing one static page. No debugger is attached: Playwright would hold the
 * program's start until it has connected.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openMadeNotebook } from '../made-notebook';
import { percentile } from '../measure';
import type { Measured, Workload } from '../workload';

const rounds = 5;
const size = { articles: 500, wordsPerArticle: 870, passagesPerArticle: 20 };
const probe = resolve('bench/start/start-probe.cjs');
const bare = resolve('bench/start/bare');
const slowestMs = 60_000;

function launcher(): string {
  const path = process.env.CASEBOOK_ELECTRON_LAUNCHER;
  if (!path) throw new Error('Run the benchmarks by `npm run bench`: it finds the Electron to run.');
  return path;
}

/** Milliseconds from starting an application to its first list cell on screen. */
function startOnce(args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const started = Date.now();
    const child = spawn(launcher(), ['-r', probe, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    const late = setTimeout(() => child.kill(), slowestMs);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', fail);
    child.on('exit', () => {
      clearTimeout(late);
      const painted = /painted ([\d.]+)/.exec(output)?.[1];
      if (painted) done(Number(painted) - started);
      else fail(new Error(`The application ended without showing a list: ${output}`));
    });
  });
}

/** A run with a fresh profile and, where there is one, a fresh copy of the notebook. */
async function startFresh(application: string, notebook?: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const args = [application, `--user-data-dir=${join(folder, 'profile')}`];
  if (notebook) {
    const copy = join(folder, 'bench.casebook');
    copyFileSync(notebook, copy);
    args.push(copy);
  }
  const time = await startOnce(args);
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  return time;
}

async function measureStart(): Promise<Measured> {
  const session = openMadeNotebook(size);
  const notebook = session.path;
  session.close();
  const values: number[] = [];
  const limits: number[] = [];
  // One round more than is counted: the first reads the programs from the disk. In turns, so that both see the same load.
  for (let round = 0; round <= rounds; round++) {
    const limit = await startFresh(bare);
    const value = await startFresh(resolve('.'), notebook);
    if (round > 0) {
      limits.push(limit);
      values.push(value);
    }
  }
  return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
}

export const startWorkloads: readonly Workload[] = [
  { name: 'start/cold', unit: 'ms', goal: 2.5, run: measureStart },
];
