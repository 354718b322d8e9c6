/**
 * Watches a folder and brings in what is new in it: a file once, when it has stopped growing. A folder that is gone (a
 * stick that was pulled out) is looked for again and again. Who brings the files in, and where it is remembered which
 * came, is the caller's.
 */
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { expandPaths } from '../pool/expand-paths';

/** What a file was when it was last looked at: its size and time, as text. */
export type Seen = Map<string, string>;

export interface FolderWatchOptions {
  readonly folder: string;
  /** Files that came in, or are to stay out. Grows. */
  readonly seen: Seen;
  /** Brings files in, and answers which of them were dealt with; null: not now. */
  readonly bringIn: (paths: readonly string[]) => Promise<readonly string[] | null>;
  /** `seen` has grown, or the folder went or came. */
  readonly changed: (state: 'watching' | 'gone') => void;
  /** Between two looks while files are growing. */
  readonly settleMs?: number;
  /** Between looks when the system tells of nothing. */
  readonly restMs?: number;
}

export interface FolderWatch {
  readonly state: () => 'watching' | 'gone';
  /** Nothing more is begun. */
  readonly stop: () => void;
}

interface Watching {
  readonly options: FolderWatchOptions;
  readonly settleMs: number;
  readonly restMs: number;
  /** Files that are new, as they were at the last look. */
  readonly growing: Map<string, string>;
  /** Begun and not dealt with: they wait until the program starts anew. */
  readonly held: Set<string>;
  state: 'watching' | 'gone';
  stopped: boolean;
  looking: boolean;
  timer: NodeJS.Timeout | undefined;
  watcher: FSWatcher | null;
}

/** Size and time of a file; null when it is not there. */
export async function markOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? `${found.size} ${Math.round(found.mtimeMs)}` : null;
}

/** All files of a folder as they are now: to begin a watch that leaves them where they are. */
export async function filesNow(folder: string): Promise<Seen> {
  const seen: Seen = new Map();
  for (const path of await expandPaths([folder])) {
    const mark = await markOf(path);
    if (mark !== null) seen.set(path, mark);
  }
  return seen;
}

/** Starts to watch. */
export function watchFolder(options: FolderWatchOptions): FolderWatch {
  const { settleMs = 2000, restMs = 20_000 } = options;
  const watching: Watching = {
    options,
    settleMs,
    restMs,
    growing: new Map(),
    held: new Set(),
    state: 'watching',
    stopped: false,
    looking: false,
    timer: undefined,
    watcher: null,
  };
  void look(watching);
  return {
    state: () => watching.state,
    stop: () => {
      watching.stopped = true;
      clearTimeout(watching.timer);
      watching.watcher?.close();
    },
  };
}

function lookIn(watching: Watching, ms: number): void {
  clearTimeout(watching.timer);
  if (watching.stopped) return;
  watching.timer = setTimeout(() => void look(watching), ms);
  watching.timer.unref();
}

/** The system tells of changes in the folder itself; what it does not tell of is found by looking now and then. */
function listen(watching: Watching): void {
  if (watching.watcher) return;
  try {
    const { settleMs } = watching;
    watching.watcher = watch(watching.options.folder, { persistent: false }, () =>
      lookIn(watching, settleMs),
    );
    watching.watcher.on('error', () => {
      watching.watcher?.close();
      watching.watcher = null;
    });
  } catch {
    watching.watcher = null;
  }
}

function enter(watching: Watching, state: Watching['state']): void {
  if (state === 'gone') {
    watching.watcher?.close();
    watching.watcher = null;
  } else listen(watching);
  if (watching.state === state) return;
  watching.state = state;
  watching.options.changed(state);
}

async function look(watching: Watching): Promise<void> {
  if (watching.looking || watching.stopped) return;
  watching.looking = true;
  try {
    const folder = await stat(watching.options.folder).catch(() => null);
    enter(watching, folder?.isDirectory() ? 'watching' : 'gone');
    const whole = watching.state === 'watching' ? await wholeFiles(watching) : [];
    if (whole.length > 0 && !watching.stopped) await bring(watching, whole);
  } finally {
    watching.looking = false;
    lookIn(watching, watching.growing.size > 0 ? watching.settleMs : watching.restMs);
  }
}

/** New files that are as they were at the last look; the others are looked at again. */
async function wholeFiles(watching: Watching): Promise<string[]> {
  const { growing, held, options } = watching;
  const before = new Map(growing);
  growing.clear();
  const whole: string[] = [];
  for (const path of await expandPaths([options.folder])) {
    const mark = held.has(path) ? null : await markOf(path);
    if (mark === null || options.seen.get(path) === mark) continue;
    if (before.get(path) === mark) whole.push(path);
    growing.set(path, mark);
  }
  return whole;
}

async function bring(watching: Watching, paths: readonly string[]): Promise<void> {
  const { growing, held, options } = watching;
  const dealtWith = await options.bringIn(paths);
  if (dealtWith === null) return; // they are looked at again, and again
  const done = new Set(dealtWith);
  for (const path of paths) {
    const mark = growing.get(path);
    growing.delete(path);
    if (!done.has(path)) held.add(path);
    else if (mark !== undefined) options.seen.set(path, mark);
  }
  options.changed(watching.state);
}
