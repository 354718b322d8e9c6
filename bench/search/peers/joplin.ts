/** The Joplin terminal app: its notes imported into a profile of its own, asked through the search of its data server. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchGround } from '../measure-class';
import { articleFiles } from './article-files';
import type { SearchPeer } from './measure-peers';
import { peerFolder } from './peer-folder';

const port = 41_284;
/** It is built for the Node of the system, which need not be that of the bench. */
const environment = { ...process.env, PATH: '/usr/local/bin:/usr/bin:/bin' };

const joplin = (profile: string, ...args: string[]): readonly [string, readonly string[]] => [
  'node',
  [join(peerFolder, 'joplin', 'node_modules', 'joplin', 'main.js'), '--profile', profile, ...args],
];

function runJoplin(profile: string, ...args: string[]): string {
  const [command, all] = joplin(profile, ...args);
  const { stdout, status, stderr } = spawnSync(command, all, { env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(`joplin ${args[0]}: ${stderr.slice(0, 300)}`);
  return stdout;
}

function makeProfile(profile: string, files: string): void {
  const partial = `${profile}.partial`;
  rmSync(partial, { recursive: true, force: true });
  runJoplin(partial, 'mkbook', 'bench');
  runJoplin(partial, 'use', 'bench');
  runJoplin(partial, 'import', '--format', 'md', files, 'bench');
  runJoplin(partial, 'config', 'api.port', String(port));
  runJoplin(partial, 'config', 'api.token', 'bench');
  renameSync(partial, profile);
}

const address = (path: string): string => `http://127.0.0.1:${port}/${path}`;

async function untilAnswering(): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const answers = await fetch(address('ping')).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('its server does not answer');
}

/** The terminal app with a profile of the same texts, where it was fetched. */
export async function openJoplin({ reader, articles }: SearchGround): Promise<SearchPeer | null> {
  if (!existsSync(join(peerFolder, 'joplin', 'node_modules', 'joplin'))) return null;
  const profile = join(peerFolder, `joplin-${articles}`);
  if (!existsSync(profile)) makeProfile(profile, articleFiles(reader, articles, 'md'));
  const [command, args] = joplin(profile, 'server', 'start', '--quiet');
  const server = spawn(command, args, { env: environment, stdio: 'ignore' });
  process.on('exit', () => server.kill());
  server.unref();
  await untilAnswering();
  return {
    name: 'Joplin, 20 titles',
    classes: [
      'rare-word',
      'mid-word',
      'common-word',
      'commonest-word',
      'three-words',
      'phrase',
      'typed-2',
      'typed-3',
    ],
    queries: 60,
    time: async (words) => {
      const start = performance.now();
      const reply = await fetch(
        address(`search?token=bench&fields=id,title&limit=20&query=${encodeURIComponent(words)}`),
      );
      const { items } = (await reply.json()) as { readonly items?: readonly unknown[] };
      if (!items) throw new Error('no answer');
      return performance.now() - start;
    },
  };
}
