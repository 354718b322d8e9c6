/**
 * What an edited text should be, kept the plain way: the characters in order, each with the passages it belongs to, without
 * the ends of lines and blocks, which belong to none. The editor is held against it. For tests.
 */
import { keptEnds } from '../../../shared/find/kept-ends';
import type { PassageKey } from '../passages/passages-state';
import { Retyping } from '../passages/retyping';
import type { KeySets } from './key-sets';
import type { OwnedText } from './text-places';

/** What was cut or copied, and how long its passages were where it came from. */
export interface Clip extends OwnedText {
  readonly from: CharacterModel;
  readonly isCut: boolean;
  readonly whole: ReadonlyMap<PassageKey, number>;
}

export class CharacterModel {
  private past: OwnedText[] = [];
  private future: OwnedText[] = [];
  private readonly retyping = new Retyping();
  now: OwnedText;

  constructor(
    /** Without the ends of lines. */
    start: OwnedText,
    private readonly sets: KeySets,
  ) {
    this.now = start;
  }

  private lengths({ owners }: OwnedText): Map<PassageKey, number> {
    const lengths = new Map<PassageKey, number>();
    for (const sign of owners)
      for (const key of this.sets.keysOf(sign)) lengths.set(key, (lengths.get(key) ?? 0) + 1);
    return lengths;
  }

  private shared(signs: Iterable<string | undefined>): PassageKey[] {
    const [first, ...others] = [...new Set(signs)].map((sign) => this.sets.keysOf(sign));
    return (first ?? []).filter((key) => others.every((keys) => keys.includes(key)));
  }

  private replace(start: number, end: number, came: OwnedText): void {
    const { text, owners } = this.now;
    this.now = {
      text: text.slice(0, start) + came.text + text.slice(end),
      owners: owners.slice(0, start) + came.owners + owners.slice(end),
    };
  }

  /** Typed words belong to what is on both sides, or to all that they replace. */
  type(start: number, end: number, text: string): void {
    const { owners } = this.now;
    const sides = this.shared([owners[start - 1], owners[end]]);
    const replaced = end > start ? this.shared(owners.slice(start, end)) : [];
    const sign = this.sets.signOf([...new Set([...sides, ...replaced])]);
    this.replace(start, end, { text, owners: sign.repeat(text.length) });
  }

  /** Deletes words to type them anew without leaving the place. */
  deleteToRetype(start: number, end: number): void {
    this.retyping.forget();
    this.retyping.deleted(this.shared(this.now.owners.slice(start, end)), end - start);
    this.delete(start, end);
  }

  /** As much as was deleted belongs to what it belonged to. */
  retype(at: number, letter: string): void {
    this.retyping.typed(letter);
    const sides = this.shared([this.now.owners[at - 1], this.now.owners[at]]);
    const sign = this.sets.signOf([...new Set([...sides, ...this.retyping.keys()])]);
    this.replace(at, at, { text: letter, owners: sign.repeat(letter.length) });
  }

  delete(start: number, end: number): void {
    this.replace(start, end, { text: '', owners: '' });
  }

  /** Words that belong to no passage. */
  bring(start: number, end: number, text: string): void {
    this.replace(start, end, { text, owners: this.sets.none.repeat(text.length) });
  }

  copy(start: number, end: number, isCut: boolean): Clip {
    const { text, owners } = this.now;
    const whole = this.lengths(this.now);
    return { from: this, isCut, whole, text: text.slice(start, end), owners: owners.slice(start, end) };
  }

  /** A passage comes along only as far as the text has lost characters of it since they were copied, or if they were cut. */
  paste(start: number, end: number, clip: Clip): void {
    this.delete(start, end);
    const present = this.lengths(this.now);
    const coming = this.lengths(clip);
    const fits = (key: PassageKey) =>
      (clip.isCut || clip.from === this) &&
      (present.get(key) ?? 0) + (coming.get(key) ?? 0) <= (clip.whole.get(key) ?? 0);
    const owners = [...clip.owners].map((sign) => this.sets.signOf(this.sets.keysOf(sign).filter(fits)));
    this.replace(start, start, { text: clip.text, owners: owners.join('') });
  }

  /**
   * Puts words in the place of others that stand in one line: whole words that both have at their ends stay, the others
   * belong to what all of the replaced words belong to, and to what is on both sides. `old` with its breaks.
   */
  substitute(from: number, old: string, put: string): void {
    const kept = keptEnds(old, put);
    const bare = (text: string) => text.replaceAll('\n', '').length;
    const start = from + bare(old.slice(0, kept.before));
    const end = from + bare(old.slice(0, old.length - kept.after));
    const came = put.slice(kept.before, put.length - kept.after);
    const { owners } = this.now;
    const all = this.shared(owners.slice(from, from + bare(old)));
    const replaced = end > start ? this.shared(owners.slice(start, end)) : [];
    const sides = this.shared([owners[start - 1], owners[end]]);
    const sign = this.sets.signOf([...new Set([...all, ...replaced, ...sides])]);
    this.replace(start, end, { text: came, owners: sign.repeat(came.length) });
  }

  /** A character of several code points belongs to what the first of them belongs to; `whole`: with the ends of lines. */
  keepGraphemes(whole: string): void {
    let { owners } = this.now;
    let at = 0;
    for (const line of whole.split('\n')) {
      for (const unit of insideGraphemes(line)) {
        const own = owners[at + unit - 1] ?? '';
        if (owners[at + unit] !== own)
          owners = owners.slice(0, at + unit) + own + owners.slice(at + unit + 1);
      }
      at += line.length;
    }
    if (owners !== this.now.owners) this.now = { text: this.now.text, owners };
  }

  /** The editor has put `before` among what can be undone. */
  remember(before: OwnedText): void {
    this.past.push(before);
    this.future = [];
  }

  undo(): void {
    const before = this.past.pop();
    if (!before) throw new Error('nothing to undo');
    this.future.push(this.now);
    this.now = before;
  }

  redo(): void {
    const next = this.future.pop();
    if (!next) throw new Error('nothing to redo');
    this.past.push(this.now);
    this.now = next;
  }
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Nothing that goes on a character, and no character of two units. */
const isPlain = /^[\0-\u02ff]*$/;

/** Most lines are as they were before a step. */
const known = new Map<string, readonly number[]>();

/** Which units of a line do not begin a character as people see it, in order. */
function insideGraphemes(line: string): readonly number[] {
  if (isPlain.test(line)) return [];
  const before = known.get(line);
  if (before) return before;
  const starts = new Set(Array.from(graphemes.segment(line), ({ index }) => index));
  const units = Array.from({ length: line.length }, (_, unit) => unit).filter((unit) => !starts.has(unit));
  if (known.size > 2000) known.clear();
  known.set(line, units);
  return units;
}
