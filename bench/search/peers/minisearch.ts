/** MiniSearch, an index in memory: in a process of its own, whose memory is told. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SearchGround } from '../measure-class';
import { articleFiles } from './article-files';
import type { SearchPeer } from './measure-peers';
import { peerFolder } from './peer-folder';

interface Reply {
  readonly time: number;
  readonly memory: number;
}

/** More than this does not fit into the memory of the process. */
const mostArticles = 20_000;

/** MiniSearch, where it was fetched. */
export async function openMinisearch({ reader, articles }: SearchGround): Promise<SearchPeer | null> {
  const module = join(peerFolder, 'node_modules', 'minisearch');
  if (!existsSync(module)) return null;
  if (articles > mostArticles)
    throw new Error(`not asked with more than ${mostArticles} articles: its index is in memory`);
  const child = fork(resolve('bench/search/peers/minisearch-process.cjs'), [
    module,
    articleFiles(reader, articles, 'txt'),
  ]);
  const ask = (words: string | null, asTyped: boolean) =>
    new Promise<Reply>((done) => {
      child.once('message', (reply) => done(reply as Reply));
      if (words !== null) child.send({ words, asTyped });
    });
  const { time, memory } = await ask(null, false);
  process.stderr.write(
    `MiniSearch: indexed in ${Math.round(time / 1000)} s, ${Math.round(memory / 1e6)} MB\n`,
  );
  // A run ends with its exit: the process has nothing to save.
  child.unref();
  child.channel?.unref();
  return {
    name: 'MiniSearch in memory, ids and ranks only',
    classes: [
      'rare-word',
      'mid-word',
      'common-word',
      'commonest-word',
      'three-words',
      'typed-1',
      'typed-2',
      'typed-3',
    ],
    queries: 60,
    time: async (words, className) => {
      child.channel?.ref();
      const reply = await ask(words.replace('*', ''), className.startsWith('typed'));
      child.channel?.unref();
      return reply.time;
    },
  };
}
