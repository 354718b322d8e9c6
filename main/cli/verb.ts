import type { Session } from '../store/worker/session';

/** Where the command line writes, and the folder that relative paths are in. */
export interface CliIo {
  readonly stdout: { write(words: string): unknown };
  readonly stderr: { write(words: string): unknown };
  readonly cwd: string;
}

/** What only some hosts of the command line can do. */
export interface CliHost {
  /** Prints HTML to PDF; the packaged program can, plain Node cannot. */
  readonly renderPdf?: (html: string) => Promise<Uint8Array>;
}

/** Written in a wrong way: exit code 2. */
export class UsageError extends Error {}

/** What a verb did. */
export interface Outcome {
  /** The one value that `--json` prints. */
  readonly json: unknown;
  /** The same for people, on standard output. */
  readonly lines: readonly string[];
  /** Something was refused or found wrong: exit code 1. */
  readonly failed?: boolean;
}

export interface VerbContext {
  readonly io: CliIo;
  readonly host: CliHost;
  /** What was given after the verb, but for the options; at least as many as the verb needs. */
  readonly words: readonly string[];
  readonly option: (name: string) => string | undefined;
  /** A path made absolute. */
  readonly path: (given: string) => string;
  /** Says something to the person on standard error. */
  readonly say: (words: string) => void;
  /** Opens the notebook FILE (the first word); it is closed when the verb is done. */
  readonly open: (access: 'read' | 'write') => Session;
}

export interface OptionInfo {
  /** How its value is called in the help, e.g. `PATH`; none: it is given or not, and its value is then `true`. */
  readonly value?: string;
  readonly help: string;
}

/** A verb of the command line: a row of the table in `verbs.ts`. */
export interface Verb {
  readonly name: string;
  /** What is written after the verb. */
  readonly words: string;
  readonly fewestWords: number;
  readonly mostWords: number;
  readonly help: string;
  readonly options: Readonly<Record<string, OptionInfo>>;
  /** A word may begin with `-`, as in a search for what is not there. */
  readonly dashedWords?: boolean;
  readonly run: (context: VerbContext) => Promise<Outcome> | Outcome;
}
