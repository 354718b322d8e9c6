/** Which peers take part in a run: those asked for by `--peers` that are there; the others are named in a line. */
import type { SearchGround } from '../measure-class';
import { openJoplin } from './joplin';
import type { SearchPeer } from './measure-peers';
import { openMinisearch } from './minisearch';
import { openRecoll } from './recoll';
import { openRipgrep } from './ripgrep';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Makes a peer ready for the texts of a notebook; null, with a line, where it is not there. */
type OpenPeer = (ground: SearchGround) => Promise<SearchPeer | null>;

const openers: readonly (readonly [name: string, open: OpenPeer])[] = [
  ['MiniSearch', openMinisearch],
  ['Joplin', openJoplin],
  ['Recoll', openRecoll],
  ['ripgrep', openRipgrep],
];

let opened: Promise<readonly SearchPeer[]> | undefined;

async function openAll(ground: SearchGround): Promise<readonly SearchPeer[]> {
  const peers: SearchPeer[] = [];
  for (const [name, open] of openers) {
    const peer = await open(ground).catch((error: unknown) => {
      say(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    if (peer) peers.push(peer);
    else say(`${name} is left out: it is not there`);
  }
  return peers;
}

/** The peers of this run, made ready once. */
export function openPeers(ground: SearchGround): Promise<readonly SearchPeer[]> {
  if (process.env['CASEBOOK_BENCH_PEERS'] === undefined) return Promise.resolve([]);
  return (opened ??= openAll(ground));
}
