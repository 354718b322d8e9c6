/** ripgrep over the texts as files: which files have the words, in any order; no ranking, no snippets. */
import { spawn } from 'node:child_process';
import type { SearchGround } from '../measure-class';
import { articleFiles } from './article-files';
import type { SearchPeer } from './measure-peers';
import { programNamed } from './peer-folder';

/** Runs a program to its end; answers the milliseconds until all it said was read. */
export function timeOfProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const start = performance.now();
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], env });
    child.stdout.resume();
    child.on('error', failed);
    child.on('close', () => done(performance.now() - start));
  });
}

function patternOf(words: string, className: string): string {
  if (className === 'near') {
    const [first = '', last = ''] = words.split(' ');
    return `\\b${first}\\W+(?:\\w+\\W+){0,5}${last}\\b|\\b${last}\\W+(?:\\w+\\W+){0,5}${first}\\b`;
  }
  if (className.startsWith('typed')) return `\\b${words.replace('*', '')}`;
  return `\\b${words.replaceAll('"', '').split(' ').join('\\W+')}\\b`;
}

/** ripgrep, where it is installed. */
export async function openRipgrep({ reader, articles }: SearchGround): Promise<SearchPeer | null> {
  const program = programNamed('rg');
  if (program === null) return null;
  const folder = articleFiles(reader, articles, 'txt');
  return {
    name: 'ripgrep, files only',
    classes: [
      'rare-word',
      'mid-word',
      'common-word',
      'commonest-word',
      'phrase',
      'near',
      'typed-1',
      'typed-2',
      'typed-3',
    ],
    queries: 30,
    time: (words, className) => timeOfProgram(program, ['-l', '-i', patternOf(words, className), folder]),
  };
}
