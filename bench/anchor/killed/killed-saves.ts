/**
 * Kills a process at random moments while it saves, and opens what it left: the last acknowledged command is there, at
 * most the one that was going on besides it, and the check finds text and anchors of one revision, every time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { importArticle } from '../../../main/store/articles/capture/import-article';
import { openReader } from '../../../main/store/core/file/open-database';
import { runCommand } from '../../../main/store/core/run-command';
import { pluck, rawDatabase } from '../../../main/store/core/sql';
import { documentOf } from '../../../main/store/core/temporary-notebook';
import { answer, createSession, execute, openSession, writerOf } from '../../../main/store/worker/session';
import { makeText, type Random, seeded } from '../../prose';
import type { Line } from './save-in-a-loop';
import { type SavedState, stateOf } from './saved-state';

/** What came of one kill. */
export interface Killed {
  /** Commands that the process had been told were kept. */
  readonly acknowledged: number;
  /** A command was going on. */
  readonly amidst: boolean;
  /** That command was kept nevertheless: it was on the disk, and the process died before it could be told so. */
  readonly keptUntold: boolean;
  /** What is wrong with what was left, in words; null: nothing. */
  readonly fault: string | null;
  /** Milliseconds: to open the notebook, and to open its file with SQLite alone and read a row. */
  readonly openMs: number;
  readonly bareMs: number;
}

const passages = 12;
/** Kills of one notebook before another is begun: its revisions grow with every command. */
const killsPerNotebook = 20;
/** The kill comes when at most so many commands have begun, however fast the machine is, … */
const mostBegun = 10;
/** … and at most so long after the last of these began: a command takes some milliseconds. */
const longestMs = 20;

/** The killed process's module as one file of CommonJS, as the program's build makes its own. */
async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('bench/anchor/killed/save-in-a-loop.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { external: ['better-sqlite3'], output: { format: 'cjs', entryFileNames: 'saves.cjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(folder, 'saves.cjs');
}

function makeNotebook(path: string, random: Random): void {
  const session = createSession(path, 'Killed');
  const text = Array.from({ length: 4 }, () => makeText(random, 60)).join('\n\n');
  const { articleId } = runCommand(writerOf(session), (db) => importArticle(db, documentOf(text))).value;
  const { currentRevisionId: revisionId } = answer(session, 'getArticle', { id: articleId });
  for (let index = 0; index < passages; index++) {
    const parts = [{ start: index * 70, end: index * 70 + 30 }];
    execute(session, 'annotate', { on: { articleId, revisionId, parts } });
  }
  session.close();
}

/** Every whole line that a process wrote before it was killed. */
async function killAtRandom(child: ChildProcess, random: Random): Promise<Line[]> {
  let out = '';
  const begun = 1 + Math.floor(random() * mostBegun);
  const delay = Math.floor(random() * longestMs);
  let isKilling = false;
  child.stdout?.on('data', (data: Buffer) => {
    out += data.toString('utf8');
    if (isKilling || out.split('"begins"').length <= begun) return;
    isKilling = true;
    setTimeout(() => child.kill('SIGKILL'), delay);
  });
  await new Promise<void>((done) => child.once('close', () => done()));
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** One command more than what was acknowledged: at most one revision and one annotation, and quotes of one passage. */
function isOneStepOn(from: SavedState, to: SavedState): boolean {
  const within = (before: number, after: number, most: number) => after >= before && after - before <= most;
  return (
    within(from.revisions, to.revisions, 1) &&
    within(from.annotations, to.annotations, 1) &&
    within(from.formerQuotes, to.formerQuotes, 2)
  );
}

function faultOf(
  last: SavedState | undefined,
  amidst: boolean,
  now: SavedState,
  findings: readonly { message: string }[],
): string | null {
  if (findings.length > 0) return `the check found: ${findings.map(({ message }) => message).join(' ')}`;
  if (!last || last.digest === now.digest) return null;
  if (!amidst) return 'it is not as it was acknowledged';
  return isOneStepOn(last, now) ? null : 'it lacks what was acknowledged, or has more than was begun';
}

const timed = <Value>(work: () => Value): readonly [Value, number] => {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
};

/** How long SQLite alone takes to open a copy of what was left, log and all, and to read a row. */
function openBare(path: string): number {
  const copy = `${path}.copy`;
  for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
  const [, ms] = timed(() => {
    const db = openReader(copy);
    pluck(db, 'SELECT count(*) FROM revision');
    rawDatabase(db).close();
  });
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  return ms;
}

function lookAt(path: string, lines: readonly Line[]): Killed {
  const done = lines.filter((line) => line.kind === 'done');
  const last = done.at(-1);
  const amidst = lines.at(-1)?.kind === 'begins';
  const bareMs = openBare(path);
  const [session, openMs] = timed(() => openSession(path));
  const now = stateOf(session);
  const { findings } = answer(session, 'checkNotebook', {});
  session.close();
  const fault = faultOf(last?.state, amidst, now, findings);
  const keptUntold = amidst && last !== undefined && last.state.digest !== now.digest;
  return { acknowledged: last?.step ?? 0, amidst, keptUntold, fault, openMs, bareMs };
}

/** Kills a saving process so many times, and answers what was found each time. The seed decides when and what. */
export async function killDuringSaves(kills: number, seed: number): Promise<Killed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-killed-'));
  try {
    const module = await bundle(folder);
    const random = seeded(seed);
    const env = { ...process.env, NODE_PATH: resolve('node_modules') };
    const found: Killed[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const path = join(folder, `${Math.floor(kill / killsPerNotebook)}.casebook`);
      if (!existsSync(path)) makeNotebook(path, random);
      const args = [module, path, String(seed + kill)];
      const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
      found.push(lookAt(path, await killAtRandom(child, random)));
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
