/** All units but 0, which stands for the end. */
const anyUnit = new Uint8Array(0x10000).fill(1, 1);

const firstSeed = 0x811c9dc5;
const firstFactor = 0x01000193;
const secondSeed = 0x2545f491;
const secondFactor = 0x9e3779b1;

/**
 * A set of words that takes 8 bytes for each: it keeps two hashes of 32 bits instead of the word, so that a stretch of a
 * text is looked up without making a string of it. Two of a million words fall together once in some ten million sets.
 */
export class WordFilter {
  /** Pairs of hashes; 0, 0: a free place. */
  private places = new Uint32Array(2 * 8192);
  private count = 0;

  /**
   * Puts in the words of a text, runs of units that `isWord` marks with 1; calls `fresh` with where each begins and ends that was not in
   * the set before. Each unit is looked at once.
   */
  addWords(text: string, isWord: Uint8Array, fresh: (start: number, end: number) => void): void {
    let first = firstSeed;
    let second = secondSeed;
    let length = 0;
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : 0;
      if (isWord[unit] === 1) {
        first = Math.imul(first ^ unit, firstFactor);
        second = Math.imul(second ^ unit, secondFactor);
        second = (second << 13) | (second >>> 19);
        length++;
      } else if (length > 0) {
        if (this.add(first >>> 0, (second ^ (second >>> 16)) >>> 0 || 1)) fresh(at - length, at);
        first = firstSeed;
        second = secondSeed;
        length = 0;
      }
    }
  }

  /** Puts in one word; true when it was not in the set before. */
  addWord(word: string): boolean {
    let isFresh = false;
    this.addWords(word, anyUnit, () => void (isFresh = true));
    return isFresh;
  }

  private add(first: number, second: number): boolean {
    const { places } = this;
    const mask = places.length / 2 - 1;
    let at = (first ^ (first >>> 15)) & mask;
    while (places[2 * at + 1] !== 0) {
      if (places[2 * at] === first && places[2 * at + 1] === second) return false;
      at = (at + 1) & mask;
    }
    places[2 * at] = first;
    places[2 * at + 1] = second;
    if (++this.count * 3 > places.length) this.grow();
    return true;
  }

  private grow(): void {
    const before = this.places;
    this.places = new Uint32Array(before.length * 2);
    this.count = 0;
    for (let at = 0; at < before.length; at += 2) {
      const second = before[at + 1] ?? 0;
      if (second !== 0) this.add(before[at] ?? 0, second);
    }
  }
}
