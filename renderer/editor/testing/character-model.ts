/**
 * What an edited text should be, kept the plain way: an array of characters, each with a name of its own and the passages it
 * belongs to. The editor is held against it. For tests.
 */
import type { PassageKey } from '../passages/passages-state';

export interface ModelCharacter {
  readonly name: number;
  /** LF: the end of a block. */
  readonly text: string;
  readonly passages: ReadonlySet<PassageKey>;
}

const none: ReadonlySet<PassageKey> = new Set();

function lengthsIn(characters: readonly ModelCharacter[]): ReadonlyMap<PassageKey, number> {
  const lengths = new Map<PassageKey, number>();
  for (const { passages } of characters)
    for (const key of passages) lengths.set(key, (lengths.get(key) ?? 0) + 1);
  return lengths;
}

export class CharacterModel {
  private past: (readonly ModelCharacter[])[] = [];
  private future: (readonly ModelCharacter[])[] = [];
  private clipboard: readonly ModelCharacter[] = [];
  private whole: ReadonlyMap<PassageKey, number> = new Map();
  private names = 0;
  now: readonly ModelCharacter[];

  constructor(text: string, passagesAt: (offset: number) => ReadonlySet<PassageKey>) {
    this.now = [...text].map((one, at) => this.character(one, one === '\n' ? none : passagesAt(at)));
  }

  private character(text: string, passages: ReadonlySet<PassageKey>): ModelCharacter {
    return { name: this.names++, text, passages };
  }

  /** The nearest character that is no end of a block. */
  private beside(offset: number, step: 1 | -1): ReadonlySet<PassageKey> {
    for (let at = step === 1 ? offset : offset - 1; ; at += step) {
      const one = this.now[at];
      if (!one) return none;
      if (one.text !== '\n') return one.passages;
    }
  }

  private change(next: readonly ModelCharacter[]): void {
    this.past.push(this.now);
    this.future = [];
    this.now = next;
  }

  private replace(start: number, end: number, came: readonly ModelCharacter[]): void {
    this.change([...this.now.slice(0, start), ...came, ...this.now.slice(end)]);
  }

  /** Typed words belong to what is on both sides, or to all that they replace. */
  type(start: number, end: number, text: string): void {
    const replaced = this.now.slice(start, end).filter((one) => one.text !== '\n');
    const [first, ...others] = replaced.length > 0 ? replaced.map((one) => one.passages) : this.sides(start);
    const shared = [...(first ?? none)].filter((key) => others.every((keys) => keys.has(key)));
    const sides = this.sidesWithout(start, end).filter((key) => !shared.includes(key));
    const passages = new Set([...shared, ...sides]);
    this.replace(
      start,
      end,
      [...text].map((one) => this.character(one, passages)),
    );
  }

  private sides(offset: number): ReadonlySet<PassageKey>[] {
    return [this.beside(offset, -1), this.beside(offset, 1)];
  }

  private sidesWithout(start: number, end: number): PassageKey[] {
    const after = this.beside(end, 1);
    return [...this.beside(start, -1)].filter((key) => after.has(key));
  }

  delete(start: number, end: number): void {
    this.replace(start, end, []);
  }

  split(offset: number): void {
    this.replace(offset, offset, [this.character('\n', none)]);
  }

  copy(start: number, end: number): void {
    this.clipboard = this.now.slice(start, end);
    this.whole = lengthsIn(this.now);
  }

  /** A passage comes along only as far as the text has lost characters of it since they were copied. */
  paste(offset: number): void {
    if (this.clipboard.length === 0) return;
    const present = lengthsIn(this.now);
    const coming = lengthsIn(this.clipboard);
    const fits = (key: PassageKey) =>
      (present.get(key) ?? 0) + (coming.get(key) ?? 0) <= (this.whole.get(key) ?? 0);
    const came = this.clipboard.map((one) =>
      this.character(one.text, new Set([...one.passages].filter(fits))),
    );
    this.replace(offset, offset, came);
  }

  undo(): void {
    const before = this.past.pop();
    if (!before) return;
    this.future.push(this.now);
    this.now = before;
  }

  redo(): void {
    const next = this.future.pop();
    if (!next) return;
    this.past.push(this.now);
    this.now = next;
  }
}
