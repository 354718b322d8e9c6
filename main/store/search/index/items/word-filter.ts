/**
 * A set of words that takes 8 bytes for each: it keeps two hashes of 32 bits instead of the word, so that a stretch of a
 * text is looked up without making a string of it. Two of a million words fall together once in some ten million sets.
 */
export class WordFilter {
  /** Pairs of hashes; 0, 0: a free place. */
  private places = new Uint32Array(2 * 8192);
  private count = 0;

  /** Puts in the word at a stretch of a text; true when it was not in it before. */
  addText(text: string, start: number, end: number): boolean {
    let first = 0x811c9dc5;
    let second = 0x2545f491;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ unit, 0x9e3779b1);
      second = (second << 13) | (second >>> 19);
    }
    return this.add(first >>> 0, (second ^ (second >>> 16)) >>> 0 || 1);
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
