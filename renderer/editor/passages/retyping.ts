/**
 * Correcting a word at the end of a passage deletes its last letters and types others: these belong to the passage too.
 * Remembers what was deleted where the caret is, until the word is typed again or the caret goes elsewhere. No editor.
 */
import type { PassageKey } from './passages-state';

const endsWord = /[\s\p{P}]/u;

export class Retyping {
  private readonly owed = new Map<PassageKey, number>();

  /** Characters of passages were deleted at the caret. */
  deleted(keys: Iterable<PassageKey>, count: number): void {
    for (const key of keys) this.owed.set(key, (this.owed.get(key) ?? 0) + count);
  }

  /** The passages that what is typed now belongs to. */
  keys(): Iterable<PassageKey> {
    return this.owed.keys();
  }

  /** Words are about to be typed in the place of deleted ones: as much as was deleted, and on to the end of the word. */
  typed(text: string): void {
    for (const [key, count] of this.owed) {
      if (count <= 0 && endsWord.test(text)) this.owed.delete(key);
      else this.owed.set(key, count - text.length);
    }
  }

  /** The caret went elsewhere. */
  forget(): void {
    this.owed.clear();
  }
}
