import type { BridgeEvent } from './contract/app';
import type { Result } from './model/result';

/** All that the window can reach of the rest of the program; put there by `main/preload.ts` as `window.casebook`. */
export interface Bridge {
  readonly invoke: (method: string, args: unknown) => Promise<Result<unknown>>;
  /** Hears what the main process tells unasked; answers a function that stops it. */
  readonly listen: (listener: (event: BridgeEvent) => void) => () => void;
  /** The path of a file that was dropped on the window, or ''. */
  readonly pathOfFile: (file: unknown) => string;
  readonly platform: string;
}

/** The two channels: calls of the window, and events for it. */
export const callChannel = 'casebook:call';
export const eventChannel = 'casebook:event';
