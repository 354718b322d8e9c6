import * as z from 'zod/mini';
import { line, nothing, operation } from './define';

/** The open notebook, for the title bar and the start of every screen. */
export interface NotebookInfo {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly readOnly: boolean;
  readonly articleCount: number;
  readonly unreadCount: number;
  readonly actorCount: number;
  readonly placeCount: number;
  readonly eventCount: number;
  readonly noteCount: number;
  /** Annotations with an orphaned or changed part. */
  readonly reviewCount: number;
  /** The command that undo / redo would take back or do again, or null. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** One thing found wrong by the check. */
export interface Finding {
  readonly kind: 'file' | 'anchor' | 'reference' | 'hash' | 'index';
  readonly id: string;
  readonly message: string;
}

export interface CheckReport {
  readonly articles: number;
  readonly annotations: number;
  readonly anchors: {
    readonly exact: number;
    readonly moved: number;
    readonly changed: number;
    readonly orphan: number;
  };
  readonly findings: readonly Finding[];
}

export const notebookQueries = {
  getNotebook: operation<NotebookInfo>()(nothing),
  checkNotebook: operation<CheckReport>()(nothing),
};

export const notebookCommands = {
  renameNotebook: operation<null>()(z.strictObject({ title: line })),
  /** Takes back the last command; answers its name, or null when there is none. */
  undo: operation<string | null>()(nothing),
  redo: operation<string | null>()(nothing),
};
