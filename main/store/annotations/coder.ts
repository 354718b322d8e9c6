/** Who annotates through a connection: said with each command by whoever gives it, kept out of every command's own arguments. */
import type { WritableDB } from '../core/sql';

const coders = new WeakMap<WritableDB, string>();

/** Says whose annotations those are that commands make from now on; '' for nobody's. */
export function setCoder(db: WritableDB, name: string): void {
  coders.set(db, name.trim());
}

/** Whose annotations are being made; '' where nobody has said. */
export const coderOf = (db: WritableDB): string => coders.get(db) ?? '';
