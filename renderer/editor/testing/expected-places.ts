/** Where passages should stand in the words that are saved, by the plain model of the characters. For tests. */
import type { TextRange } from '../../../shared/text/offset-types';
import { codePoints } from '../../../shared/text/offsets';
import type { PassageKey } from '../passages/passages-state';
import type { KeySets } from './key-sets';
import type { OwnedText } from './text-places';

/** A passage may stand at any of these; none: it has no words left. */
export type ExpectedPlace = readonly TextRange[];

/** At which code points of the saved text each passage has its characters. */
function charactersOf(saved: string, model: OwnedText, sets: KeySets): Map<PassageKey, number[]> {
  const found = new Map<PassageKey, number[]>();
  let unit = 0;
  [...saved].forEach((character, at) => {
    if (character === '\n' || character === '\t') return;
    if (!model.text.startsWith(character, unit)) throw new Error(`saved as ${saved}, is ${model.text}`);
    for (const key of sets.keysOf(model.owners[unit])) {
      const characters = found.get(key);
      if (characters) characters.push(at);
      else found.set(key, [at]);
    }
    unit += character.length;
  });
  if (unit < model.text.length) throw new Error(`saved as ${saved}, is ${model.text}`);
  return found;
}

/** Characters side by side, or with one other between, are one piece. */
function piecesOf(characters: readonly number[]): TextRange[] {
  const pieces: { start: number; end: number }[] = [];
  for (const at of characters) {
    const last = pieces.at(-1);
    if (last && at - last.end <= 1) last.end = at + 1;
    else pieces.push({ start: at, end: at + 1 });
  }
  return pieces.map(({ start, end }) => ({ start: codePoints(start), end: codePoints(end) }));
}

/** From its first to its last character; where these lie far apart, a longest piece. */
function placesOf(characters: readonly number[]): ExpectedPlace {
  const pieces = piecesOf(characters);
  const lengths = pieces.map(({ start, end }) => end - start);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return [];
  const own = lengths.reduce((sum, length) => sum + length, 0);
  if (last.end - first.start <= 2 * own + 6) return [{ start: first.start, end: last.end }];
  return pieces.filter((_, index) => lengths[index] === Math.max(...lengths));
}

/** `saved`: the plain text of the saved blocks. Throws where it has other characters than the model. */
export function expectedPlaces(
  saved: string,
  model: OwnedText,
  sets: KeySets,
): ReadonlyMap<PassageKey, ExpectedPlace> {
  const characters = charactersOf(saved, model, sets);
  return new Map([...characters].map(([key, own]) => [key, placesOf(own)]));
}
