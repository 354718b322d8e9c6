/** Who the words for a speaker mean: actors of the notebook, a name that it does not know yet, or a source without a name. */
import type { Claimant } from '../../shared/model/account';
import type { EntityKind } from '../../shared/model/entity';
import { sentencesOf } from '../../shared/text/sentences';
import type { CueTable } from './languages/cue-table';
import { known, trimmed } from './patterns';
import type { TextRange16 } from './text-range';

/** A name that the notebook knows, where it stands in the text. */
export interface KnownName extends TextRange16 {
  readonly entityId: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly isPerson: boolean;
}

const within = (name: TextRange16, range: TextRange16): boolean =>
  name.start >= range.start && name.end <= range.end;
const possessive = /^(?:[’']s?)?$/u;

const toActor = ({ entityId: id, name }: KnownName) => ({ id, name });

function distinct(names: readonly KnownName[]): KnownName[] {
  return names.filter(
    (name, index) => names.findIndex((other) => other.entityId === name.entityId) === index,
  );
}

/** A source that is described by what it is: "sources close to the Kremlin". */
function isDescribed(words: string, table: CueTable): boolean {
  const head =
    words.split(
      /\s(?:in|from|close|near|at|familiar|with|within|inside|on|to|von|aus|bei|proche|à|в|из|у|з|із)\s/u,
    )[0] ?? words;
  if (head === words) return false;
  const last = head.trim().split(/\s+/u).at(-1) ?? '';
  return known(table.generic, '^', '$').test(last) || /^\p{Ll}/u.test(last);
}

/** Names that the words end with, or that "and" joins to such: "Russia and Ukraine", "Kremlin spokesman Dmitry Peskov". */
function namedIn(text: string, speaker: TextRange16, names: readonly KnownName[]): KnownName[] {
  const actors = names.filter((name) => name.kind === 'actor' && within(name, speaker));
  const isAtEnd = (name: KnownName) => {
    const rest = text.slice(name.end, speaker.end).trim();
    return possessive.test(rest) || /^(?:,|and|und|et|и|та|й|і|&)(?:\s|$)/iu.test(rest);
  };
  return distinct(actors.filter(isAtEnd));
}

/** The two that "both sides" are: the last two actors named before. */
function bothSides(speaker: TextRange16, names: readonly KnownName[]): KnownName[] {
  const before = names.filter((name) => name.kind === 'actor' && name.end <= speaker.start && !name.isPerson);
  return distinct(before.toReversed()).slice(0, 2).toReversed();
}

/** Who is meant by "he": the first person, else the first actor, of the last sentence that names one. */
function antecedent(text: string, speaker: TextRange16, names: readonly KnownName[]): KnownName[] {
  const before = names.filter((name) => name.kind === 'actor' && name.end <= speaker.start);
  const sentences = sentencesOf(text.slice(0, speaker.start));
  const last = sentences.findLast((sentence) => before.some((name) => within(name, sentence)));
  const named = last ? before.filter((name) => within(name, last)) : before.slice(-1);
  const [first] = [...named.filter(({ isPerson }) => isPerson), ...named];
  return first ? [first] : [];
}

const spokesperson =
  /^(?:(?:an?|the|its|ein|eine|der|die|un|une|le|la)\s+)?(?:spokes\p{L}+|sprecher(?:in)?|porte-parole|пресс-секретар\p{L}*|речни\p{L}+)$/iu;

/** Whose spokesperson speaks: the last body named before, in the same sentence. */
function bodySpokenFor(text: string, speaker: TextRange16, names: readonly KnownName[]): KnownName[] {
  const from = sentencesOf(text.slice(0, speaker.end)).at(-1)?.start ?? 0;
  const body = names.findLast(
    (name) => name.kind === 'actor' && !name.isPerson && name.start >= from && name.end <= speaker.start,
  );
  return body ? [body] : [];
}

/** "Vitali Klim" looks as if it opened with "Israeli"; but nobody is called by a nation and a last name. */
const isFirstName = (title: string, rest: string): boolean =>
  /^\p{Lu}\p{L}*(?:ian|(?<!pokes(?:wo)?m)an|ish|ese|ch|i)$/u.test(title) && !/\s/u.test(rest);

/** A name that the notebook does not know: all its words have capitals. */
function properName(text: string, speaker: TextRange16, table: CueTable): string | null {
  if (table.capitalNouns) return null;
  let words = text.slice(speaker.start, speaker.end);
  for (;;) {
    const title = known(table.titles, '^', '\\s+').exec(words);
    const rest = words.slice(title?.[0].length);
    if (!title || isFirstName(title[0].trim(), rest)) break;
    words = rest;
  }
  const all = words.split(/\s+/u);
  const isName = all.length <= 4 && all.every((word) => /^\p{Lu}[\p{L}’'.-]*$/u.test(word));
  return isName && !known(table.generic, '^', '$').test(all.at(-1) ?? '') ? words : null;
}

const unnamed = (words: string): Claimant => ({ kind: 'unnamed', words: words.replace(/\s+/gu, ' ').trim() });

/** Who is meant. An actor that the notebook does not know has the id ''. */
export function nameSpeaker(
  text: string,
  given: TextRange16,
  names: readonly KnownName[],
  table: CueTable,
): Claimant {
  const speaker = trimmed(text, given);
  const words = text.slice(speaker.start, speaker.end);
  const asActors = (found: readonly KnownName[]): Claimant | null =>
    found.length > 0 ? { kind: 'actors', actors: found.map(toActor) } : null;
  if (known(table.both, '^', '$').test(words)) {
    const both = bothSides(speaker, names);
    return both.length === 2 ? { kind: 'actors', actors: both.map(toActor) } : unnamed(words);
  }
  if (known(table.pronouns, '^', '$').test(words))
    return asActors(antecedent(text, speaker, names)) ?? unnamed(words);
  // Words that were linked to somebody of their own go before the body that is spoken for.
  if (spokesperson.test(words))
    return (
      asActors(namedIn(text, speaker, names)) ??
      asActors(bodySpokenFor(text, speaker, names)) ??
      unnamed(words)
    );
  if (isDescribed(words, table)) return unnamed(words);
  const named = asActors(namedIn(text, speaker, names));
  if (named) return named;
  const name = properName(text, speaker, table);
  return name ? { kind: 'actors', actors: [{ id: '', name }] } : unnamed(words);
}
