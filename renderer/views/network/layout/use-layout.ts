/** The places of a network's nodes for React: those that are known at once, the others while a thread lays them out. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Network } from '../../../../shared/contract/views/network';
import { forgetPlaces, type KeptPlaces, keepPlaces, type Places, readPlaces } from './kept-places';
import { type LayoutTask, type Point, roundsFor, startPoints } from './layout';
import type { LayoutStep } from './layout-worker';

/** A network with the places of its nodes: they always belong together. */
export interface PlacedNetwork {
  readonly network: Network;
  readonly points: readonly Point[];
  /** Counts up when the picture is another one, which is to be seen as a whole. */
  readonly picture: number;
}

export interface Layout {
  /** Null until there is a network. */
  readonly placed: PlacedNetwork | null;
  readonly isArranging: boolean;
  /** Someone has put a node somewhere. */
  readonly move: (id: string, point: Point) => void;
  /** Lays out from the beginning, as for one who has never seen it. */
  readonly arrangeAnew: () => void;
}

/** A neighbourhood has places of its own, which are not kept: from its ids it is laid out the same each time. */
interface Subject {
  readonly notebookId: string;
  readonly focusId: string | null;
}

const keyOf = ({ notebookId, focusId }: Subject): string => `${notebookId} ${focusId ?? ''}`;

function placesAfter(known: Places, network: Network, points: readonly Point[]): Places {
  const next = new Map(known);
  network.nodes.forEach(({ id }, index) => {
    const point = points[index];
    next.delete(id);
    if (point) next.set(id, point);
  });
  return next;
}

/** Lays out in a thread; answers how to end it. */
function startLayout(task: LayoutTask, onStep: (step: LayoutStep) => void): () => void {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutStep>) => {
    onStep(data);
    if (data.isLast) worker.terminate();
  });
  worker.postMessage(task);
  return () => worker.terminate();
}

function taskOf(network: Network, known: Places, pinned: ReadonlySet<string>): LayoutTask {
  const ids = network.nodes.map(({ id }) => id);
  const edges = network.edges.map(({ source, target, weight }) => ({ source, target, weight }));
  return {
    ids,
    edges,
    start: startPoints(ids, edges, known),
    pinned: ids.flatMap((id, index) => (pinned.has(id) ? [index] : [])),
    rounds: roundsFor(ids, known),
  };
}

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

interface Kept extends KeptPlaces {
  readonly key: string;
}

function keptOf(subject: Subject): Kept {
  const key = keyOf(subject);
  if (subject.focusId === null) return { key, ...readPlaces(subject.notebookId) };
  return { key, places: new Map(), pinned: new Set() };
}

/** What is known at once: a network all of whose nodes stood somewhere is drawn with the rest of the screen. */
interface Beginning {
  readonly kept: Kept;
  readonly placed: PlacedNetwork | null;
}

function beginWith(subject: Subject, network: Network): Beginning {
  const kept = keptOf(subject);
  const ids = network.nodes.map(({ id }) => id);
  const isKnown = roundsFor(ids, kept.places) === 0;
  const points = isKnown ? startPoints(ids, [], kept.places) : [];
  return { kept, placed: isKnown ? { network, points, picture: 1 } : null };
}

const isSame = (one: PlacedNetwork | null, other: PlacedNetwork): boolean =>
  one?.network === other.network &&
  one.picture === other.picture &&
  one.points.every((point, at) => point === other.points[at]);

export function useLayout(subject: Subject, network: Network | undefined): Layout {
  const { notebookId, focusId } = subject;
  const [beginning] = useState(() => (network ? beginWith(subject, network) : null));
  const [placed, setPlaced] = useState(beginning?.placed ?? null);
  const [isArranging, setArranging] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const kept = useRef(beginning?.kept ?? null);
  const picture = useRef(beginning ? 1 : 0);

  const keep = useCallback(
    (changed: Partial<KeptPlaces>) => {
      if (!kept.current) return;
      kept.current = { ...kept.current, ...changed };
      if (focusId === null) keepPlaces(notebookId, kept.current);
    },
    [notebookId, focusId],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt lays the same network out again
  useEffect(() => {
    if (!network) return;
    const own = { notebookId, focusId };
    if (kept.current?.key !== keyOf(own)) {
      kept.current = keptOf(own);
      picture.current++;
    }
    const { places, pinned } = kept.current;
    const task = taskOf(network, places, pinned);
    const show = (points: readonly Point[]) => {
      const next = { network, points, picture: picture.current };
      setPlaced((now) => (isSame(now, next) ? now : next));
    };
    if (task.rounds === 0 || !isStill()) show(task.start);
    setArranging(task.rounds > 0);
    if (task.rounds === 0) return;
    return startLayout(task, ({ points, isLast }) => {
      if (isLast || !isStill()) show(points);
      if (!isLast) return;
      keep({ places: placesAfter(places, network, points) });
      setArranging(false);
    });
  }, [network, notebookId, focusId, keep, attempt]);

  const move = (id: string, point: Point) => {
    if (!kept.current) return;
    const { places, pinned } = kept.current;
    keep({ places: new Map([...places, [id, point]]), pinned: new Set([...pinned, id]) });
    setPlaced(
      (now) =>
        now && {
          ...now,
          points: now.network.nodes.map((node, at) => (node.id === id ? point : (now.points[at] ?? point))),
        },
    );
  };
  const arrangeAnew = () => {
    forgetPlaces(notebookId);
    kept.current = null;
    setAttempt((count) => count + 1);
  };
  return { placed, isArranging, move, arrangeAnew };
}
