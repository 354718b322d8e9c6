import type { BridgeEvent } from './contract/app';

/** All that the window can reach of the rest of the program; put there by `main/preload.ts` as `window.casebook`. */
export interface Bridge {
  /**
   * Arguments as JSON, answered with a `Result` as JSON: into the window the bridge copies an object property by property,
   * which for the passages of a book takes longer than reading them from the file; a text it copies at once.
   */
  readonly invoke: (method: string, json: string) => Promise<string>;
  /** Hears what the main process tells unasked; answers a function that stops it. */
  readonly listen: (listener: (event: BridgeEvent) => void) => () => void;
  /** The path of a file that was dropped on the window, or ''. */
  readonly pathOfFile: (file: unknown) => string;
  readonly platform: string;
}

/** The two channels: calls of the window, and events for it. */
export const callChannel = 'casebook:call';
export const eventChannel = 'casebook:event';
