/** Recoll over the texts as files: twenty results with abstracts, through its command line. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchGround } from '../measure-class';
import { articleFiles } from './article-files';
import type { SearchPeer } from './measure-peers';
import { peerFolder, programNamed } from './peer-folder';
import { timeOfProgram } from './ripgrep';

function makeIndex(recollindex: string, folder: string, config: string): void {
  const partial = `${config}.partial`;
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'recoll.conf'), `topdirs = ${folder}\nloglevel = 1\nidxflushmb = 200\n`);
  const { status } = spawnSync(recollindex, ['-c', partial, '-z'], { stdio: 'ignore' });
  if (status !== 0) throw new Error('its index could not be made');
  renameSync(partial, config);
}

function queryOf(words: string, className: string): string {
  return className === 'near' ? `"${words}"o5p` : words;
}

/** Recoll, where it is installed. */
export async function openRecoll({ reader, articles }: SearchGround): Promise<SearchPeer | null> {
  const [recollindex, recollq] = [programNamed('recollindex'), programNamed('recollq')];
  if (recollindex === null || recollq === null) return null;
  const config = join(peerFolder, `recoll-${articles}`);
  if (!existsSync(config)) makeIndex(recollindex, articleFiles(reader, articles, 'txt'), config);
  return {
    name: 'Recoll with abstracts',
    classes: [
      'rare-word',
      'mid-word',
      'common-word',
      'commonest-word',
      'three-words',
      'phrase',
      'near',
      'typed-2',
      'typed-3',
    ],
    queries: 60,
    time: (words, className) =>
      timeOfProgram(recollq, ['-c', config, '-n', '20', '-A', queryOf(words, className)]),
  };
}
