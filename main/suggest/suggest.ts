/**
 * What a selection in an article most likely says of an event: which facts with which values, who says so and how. It only
 * proposes; nothing is written. Pure: the text, what the notebook knows of the names in it, and nothing else. UTF-16 offsets.
 */
import { parseEdtf } from '../../shared/dates/edtf';
import { findDates } from '../../shared/dates/words/find-dates';
import type { AccountDate, AccountValue, FactKind } from '../../shared/model/account';
import { sentencesOf } from '../../shared/text/sentences';
import { findCounts } from './find-counts';
import { findRole } from './find-role';
import { findStatement, type Statement } from './find-statement';
import { languageOf } from './language-of';
import { cueTables } from './languages';
import type { CueTable } from './languages/cue-table';
import { english } from './languages/english';
import type { KnownName } from './name-speaker';
import { known, trimmed } from './patterns';
import { overlap, type TextRange16 } from './text-range';

/** What is suggested from. */
export interface SuggestionInput {
  /** The words around the selection: its paragraph, and some before and after. */
  readonly text: string;
  readonly selection: TextRange16;
  /** Language tag of the article, or ''. */
  readonly language: string;
  readonly articleId: string;
  /** EDTF of its publication; null while that is not known. */
  readonly published: string | null;
  /** Names of the notebook that stand in the text, in order, none overlapping. */
  readonly names: readonly KnownName[];
}

/** One fact that the words may be about. */
export interface FoundFact extends TextRange16 {
  readonly fact: FactKind;
  readonly key: string;
  readonly value: AccountValue;
}

export interface FoundDate extends TextRange16 {
  readonly date: AccountDate;
}

export interface Suggested {
  readonly sentence: TextRange16;
  readonly statement: Statement;
  /** The likeliest first. */
  readonly facts: readonly FoundFact[];
  /** When it was, by the selection, else by its sentence. */
  readonly date: FoundDate | null;
  /** A place named in the selection, else in its sentence. */
  readonly place: KnownName | null;
  readonly actors: readonly KnownName[];
}

/** The sentences that the selection is in, as one stretch. */
function sentenceFor(text: string, selection: TextRange16): TextRange16 {
  const within = sentencesOf(text).filter((sentence) => overlap(sentence, selection) > 0);
  return { start: within[0]?.start ?? selection.start, end: within.at(-1)?.end ?? selection.end };
}

function datesIn(input: SuggestionInput, range: TextRange16, isPlan: boolean): FoundDate[] {
  const { published, language, articleId } = input;
  const words = input.text.slice(range.start, range.end);
  const context = { language: language || null, tense: isPlan ? ('future' as const) : undefined };
  return findDates(words, published, context).map(
    ({ start, end, edtf, words: saying, countsFromReference }) => {
      const { earliest = null, latest = null } = parseEdtf(edtf) ?? {};
      const referenceArticleId = countsFromReference ? articleId : null;
      return {
        start: range.start + start,
        end: range.start + end,
        date: { edtf, words: saying, earliest, latest, referenceArticleId },
      };
    },
  );
}

const within = (one: TextRange16, range: TextRange16): boolean =>
  one.start >= range.start && one.end <= range.end;

const share = (one: TextRange16, of: TextRange16): number =>
  (one.end - one.start) / Math.max(1, of.end - of.start);

function placeFact({ start, end, entityId, name }: KnownName): FoundFact {
  const value = { kind: 'place', placeId: entityId, name, precision: '', within: [] } as const;
  return { start, end, fact: 'place', key: '', value };
}

/** The role that the words give; else who stands first in a clause most often acts, and a second one is acted on. */
function participantFacts(
  text: string,
  names: readonly KnownName[],
  isFirstKnown: boolean,
  table: CueTable,
): FoundFact[] {
  return names.map(({ start, end, entityId, name }, index) => {
    const key =
      findRole(text, { start, end }, table) ?? (index === 0 && !isFirstKnown ? 'initiator' : 'target');
    return { start, end, fact: 'participant', key, value: { kind: 'entity', entityId, name } };
  });
}

/** Who takes a stand speaks, and has said nothing of what happened. */
function speakerFacts({ voice, speaker }: Statement): FoundFact[] {
  if (voice?.kind !== 'actors' || !speaker) return [];
  return voice.actors.map(({ id, name }) => ({
    ...speaker,
    fact: 'participant',
    key: 'speaker',
    value: { kind: 'entity', entityId: id, name },
  }));
}

/** "Russian President Vladimir Putin" names one who takes part, not two. */
function isPartOfTitle(text: string, name: KnownName, names: readonly KnownName[], table: CueTable): boolean {
  const next = names.find((other) => other.start > name.end);
  const between = next ? text.slice(name.end, next.start) : '.';
  return /^\s+$/u.test(between) || known(table.titles, '^\\s+', '\\s+$').test(between);
}

/** A date or place in the words, else the nearest before them, else one behind them in the same breath. */
function nearest<Found extends TextRange16>(
  text: string,
  found: readonly Found[],
  selection: TextRange16,
): Found | null {
  const inside = found.find((one) => overlap(one, selection) > 0);
  const before = found.findLast((one) => one.end <= selection.start);
  const behind = found.find(
    (one) => one.start >= selection.end && !/[,;:]/u.test(text.slice(selection.end, one.start)),
  );
  return inside ?? before ?? behind ?? null;
}

const complement = /^(?:,?\s*(?:that|dass|daß|que|что|що)\s|\s+to\s|[,:]?\s*[“"„«])/u;

/** "said on Friday that …" tells when it was said; so may all days around what somebody denies. */
function isOfSaying(
  text: string,
  date: TextRange16,
  selection: TextRange16,
  { mode, cue }: Statement,
): boolean {
  if (overlap(date, selection) > 0 || mode === 'plans') return false;
  if (mode === 'denies') return true;
  if (!cue || date.start < cue.end || date.end > selection.start) return false;
  const isBeside = /^(?:\s+\p{Ll}+){0,3}\s+$/u.test(text.slice(cue.end, date.start));
  return isBeside && complement.test(text.slice(date.end, selection.end));
}

/** Facts that the selected words themselves give, but for whether it happened. */
function factsIn(
  input: SuggestionInput,
  selection: TextRange16,
  sentence: TextRange16,
  dates: readonly FoundDate[],
  { speaker, voice }: Statement,
  table: CueTable,
): FoundFact[] {
  const names = input.names.filter((name) => within(name, selection));
  const isNameOnly = names.some((name) => share(name, selection) > 0.6);
  const acting = names.filter(
    (name) =>
      name.kind === 'actor' &&
      (isNameOnly || !speaker || !within(name, speaker)) &&
      !isPartOfTitle(input.text, name, input.names, table),
  );
  const distinct = acting.filter(
    (name, at) => acting.findIndex(({ entityId }) => entityId === name.entityId) === at,
  );
  const isActedOn = voice !== null && speaker !== null && speaker.end <= selection.start;
  const counts = findCounts(input.text, selection, sentence, table);
  // "late on July 3rd" is found as one: its day alone says the same.
  const when = dates.filter((date) => within(date, selection) || within(selection, date));
  return [
    ...counts.map(({ start, end, key, value }): FoundFact => ({ start, end, fact: 'count', key, value })),
    ...when.map(
      ({ start, end, date }): FoundFact => ({
        start: Math.max(start, selection.start),
        end: Math.min(end, selection.end),
        fact: 'date',
        key: '',
        value: { kind: 'date', date },
      }),
    ),
    ...names.filter(({ kind }) => kind === 'place').map(placeFact),
    ...participantFacts(input.text, distinct, isActedOn, table),
  ];
}

/** Where a fact stands among those that the words give, when they are about several. */
const rank: Readonly<Record<FactKind, number>> = {
  happened: 0.5,
  count: 0.4,
  date: 0.3,
  participant: 0.2,
  place: 0.1,
  outcome: 0,
  type: 0,
};
/** Before whether it happened; behind what a few words, or nearly all of them, are about. */
const speakerRank = 1.2;
const fewWords = 8;

/** A count is what few words are about; a date, place or name when it is nearly all of them. */
function weightOf({ fact, start, end }: FoundFact, selection: TextRange16, isShort: boolean): number {
  const isAllOfIt = fact !== 'happened' && share({ start, end }, selection) > 0.6;
  return rank[fact] + (isAllOfIt ? 2 : 0) + (fact === 'count' && isShort ? 1 : 0);
}

const idOf = ({ value }: FoundFact): string => (value.kind === 'entity' ? value.entityId : '');

function orderedFacts(
  text: string,
  found: readonly FoundFact[],
  selection: TextRange16,
  statement: Statement,
): FoundFact[] {
  const value = { kind: 'boolean', holds: true } as const;
  const happened: FoundFact = { ...selection, fact: 'happened', key: '', value };
  const isShort = text.slice(selection.start, selection.end).split(/\s+/u).length <= fewWords;
  const weight = (fact: FoundFact) => weightOf(fact, selection, isShort);
  const speakers = speakerFacts(statement);
  const isSpeaker = (fact: FoundFact) => speakers.some((one) => idOf(one) !== '' && idOf(one) === idOf(fact));
  const others = found.filter((fact) => !isSpeaker(fact));
  // Of what somebody only takes a stand on nobody here says that it happened.
  const isSaid = speakers.length === 0 || statement.isSpeech;
  const facts = [...speakers, ...(isSaid ? [happened] : []), ...others];
  const rankOf = (fact: FoundFact) => (speakers.includes(fact) ? speakerRank : weight(fact));
  return facts.sort((a, b) => rankOf(b) - rankOf(a) || a.start - b.start);
}

/** What the selected words of a text say, as far as it can be read from them. */
export function suggest(input: SuggestionInput): Suggested {
  const selection = trimmed(input.text, input.selection);
  const table = cueTables[languageOf(input.text, input.language)] ?? english;
  const sentence = sentenceFor(input.text, selection);
  const statement = findStatement(input.text, sentence, selection, input.names, table);
  const dates = datesIn(input, sentence, statement.mode === 'plans');
  const facts = factsIn(input, selection, sentence, dates, statement, table);
  const near = (range: TextRange16) => input.names.filter((name) => overlap(name, range) > 0);
  const places = near(sentence).filter(({ kind }) => kind === 'place');
  return {
    sentence,
    statement,
    facts: orderedFacts(input.text, facts, selection, statement),
    date: nearest(
      input.text,
      dates.filter((date) => !isOfSaying(input.text, date, selection, statement)),
      selection,
    ),
    place: nearest(input.text, places, selection),
    actors: near(sentence).filter(({ kind }) => kind === 'actor'),
  };
}
