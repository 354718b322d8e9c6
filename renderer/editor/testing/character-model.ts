/**
 * What an edited text should be, kept the plain way: the characters in order, each with the passages it belongs to, without
 * the ends of lines and blocks, which belong to none. The editor is held against it. For tests.
 */
import { graphemeBounds } from '../../../shared/text/offsets';
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

/** What joins the character before it. */
const joins = /[\p{M}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}]/u;

export class CharacterModel {
  private past: OwnedText[] = [];
  private future: OwnedText[] = [];
  private readonly retyping = new Retyping();
  now: OwnedText;

  constructor(
    whole: OwnedText,
    private readonly sets: KeySets,
  ) {
    this.now = withoutEnds(whole);
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

  /** A character of several code points belongs to what the first of them belongs to; `whole`: with the ends of lines. */
  keepGraphemes(whole: string): void {
    if (!joins.test(whole)) return;
    let at = 0;
    let owners = '';
    for (let unit = 0; unit < whole.length; unit++) {
      if (whole[unit] === '\n') continue;
      owners += isInsideGrapheme(whole, unit) ? owners.at(-1) : this.now.owners[at];
      at += 1;
    }
    this.now = { text: this.now.text, owners };
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

/** What may go on a character, of all that the scripts type. */
const goesOn = /[\u0300-\u036f\u0900-\u097f\u200d\ufe0f\ud800-\udfff]/;

function isInsideGrapheme(text: string, unit: number): boolean {
  if (!goesOn.test(text.charAt(unit)) && text[unit - 1] !== '\u200d') return false;
  const { before, after } = graphemeBounds(text, unit);
  return before < unit && unit < after;
}

/** A text without what ends its lines. */
export function withoutEnds({ text, owners }: OwnedText): OwnedText {
  if (!text.includes('\n')) return { text, owners };
  let kept = '';
  for (let at = 0; at < text.length; at++) if (text[at] !== '\n') kept += owners[at];
  return { text: text.replaceAll('\n', ''), owners: kept };
}
