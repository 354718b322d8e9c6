import type { PassageKey } from '../passages/passages-state';

/** One sign for each set of passages, so that the passages of a text's units are a string beside it. For tests. */
export class KeySets {
  readonly none = '\0';
  private readonly signs = new Map<string, string>([['', this.none]]);
  private readonly sets: (readonly PassageKey[])[] = [[]];

  signOf(keys: readonly PassageKey[]): string {
    if (keys.length === 0) return this.none;
    const sorted = keys.length === 1 ? keys : [...keys].sort();
    const name = sorted.join(' ');
    const known = this.signs.get(name);
    if (known) return known;
    const sign = String.fromCharCode(this.sets.length);
    this.signs.set(name, sign);
    this.sets.push(sorted);
    return sign;
  }

  keysOf(sign: string | undefined): readonly PassageKey[] {
    return sign ? (this.sets[sign.charCodeAt(0)] ?? []) : [];
  }
}
