/**
 * Where the nodes of each notebook's network stood last, and which someone put there, kept on this machine: ids and numbers only. What is kept is a
 * start and no more; without it the same network is laid out from its ids.
 */
import type { Point } from './layout';

const storageName = 'network-places';
/** Of so many notebooks, the last looked at first. */
const notebooksKept = 8;
const nodesKept = 4000;

type StoredPlace = readonly [id: string, x: number, y: number, pinned?: 1];

interface StoredNotebook {
  readonly notebookId: string;
  readonly places: readonly StoredPlace[];
}

/** The places of one network, to be added to. The newest stand last. */
export type Places = ReadonlyMap<string, Point>;

function readStored(): readonly StoredNotebook[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageName) ?? '[]');
    return Array.isArray(stored) ? (stored as StoredNotebook[]) : [];
  } catch {
    return [];
  }
}

/** The places of a notebook's network, and the nodes that stay where they are. */
export interface KeptPlaces {
  readonly places: Places;
  readonly pinned: ReadonlySet<string>;
}

/** The places of a notebook's network as they were kept; none when there are none that can be read. */
export function readPlaces(notebookId: string): KeptPlaces {
  const own = readStored().find((stored) => stored.notebookId === notebookId)?.places ?? [];
  return {
    places: new Map(own.map(([id, x, y]) => [id, { x, y }])),
    pinned: new Set(own.flatMap(([id, , , pinned]) => (pinned === 1 ? [id] : []))),
  };
}

const rounded = (number: number): number => Math.round(number * 10) / 10;

/** Keeps the places of a notebook's network. */
export function keepPlaces(notebookId: string, { places, pinned }: KeptPlaces): void {
  const newest = [...places].slice(-nodesKept);
  const own = {
    notebookId,
    places: newest.map(
      ([id, { x, y }]): StoredPlace =>
        pinned.has(id) ? [id, rounded(x), rounded(y), 1] : [id, rounded(x), rounded(y)],
    ),
  };
  const others = readStored().filter((stored) => stored.notebookId !== notebookId);
  localStorage.setItem(storageName, JSON.stringify([own, ...others].slice(0, notebooksKept)));
}

/** Forgets the places of a notebook's network. */
export function forgetPlaces(notebookId: string): void {
  keepPlaces(notebookId, { places: new Map(), pinned: new Set() });
}
