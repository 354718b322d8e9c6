/** A reference of a list, whatever the list's format: the reference itself, and the files that it names. */
import type { Csl } from './csl-value';

export interface Reference {
  /** Its key in the list, or its number. */
  readonly key: string;
  readonly csl: Csl;
  /** As written in the list. */
  readonly paths: readonly string[];
  readonly tags: readonly string[];
}

/** A piece of a list that could not be read. */
export interface Unread {
  readonly key: string;
  readonly message: string;
}

export interface ReferenceList {
  readonly references: readonly Reference[];
  readonly unread: readonly Unread[];
}
