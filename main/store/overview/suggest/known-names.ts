/**
 * Names and other names of the notebook's entities that stand in a short text: as they are, with an English possessive, and
 * in Cyrillic with another ending. A person is also known by the last word of the name when nobody else has it.
 */
import type { EntityKind } from '../../../../shared/model/entity';
import { foldForMatch } from '../../../../shared/text/fold';
import type { KnownName } from '../../../suggest/name-speaker';
import { all, type ReadableDB } from '../../core/sql';
import { lastWordsOf } from './last-words';

/** What a word is by itself, wherever it stands. */
interface Form {
  /** Without the possessive and the signs at its end; UTF-16 units. */
  readonly length: number;
  readonly folded: string;
  readonly isCapital: boolean;
  readonly isCyrillic: boolean;
}

interface Word extends Omit<Form, 'length'> {
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly folded: string;
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly actorKind: string;
}

const longestName = 6;
/** Scripts without capitals: any word of them may be a name. */
const uncased = /[\p{Lo}]/u;

function readForm(word: string): Form {
  const bare = word.replace(/(?:[’']s|[’'.-]+)$/u, '');
  return {
    length: bare.length,
    folded: foldForMatch(bare),
    isCapital: /\p{Lu}/u.test(bare) || uncased.test(bare),
    isCyrillic: /\p{Script=Cyrillic}/u.test(bare),
  };
}

/** A text has few different words, and the next selection stands in the same text. */
const forms = new Map<string, Form>();
const mostForms = 20_000;

function formOf(word: string): Form {
  const known = forms.get(word);
  if (known) return known;
  if (forms.size >= mostForms) forms.clear();
  const form = readForm(word);
  forms.set(word, form);
  return form;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu), ({ 0: word, index: start }) => {
    const { length, ...form } = formOf(word);
    return { ...form, start, end: start + length };
  });
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Runs of words that may be a name, by the form names are compared in. */
function runsOf(text: string, words: readonly Word[]): Map<string, Run[]> {
  const runs = new Map<string, Run[]>();
  words.forEach((first, at) => {
    let folded = '';
    for (const word of words.slice(at, at + longestName)) {
      if (text.slice(first.start, word.start).includes('\n')) break;
      folded = folded === '' ? word.folded : `${folded} ${word.folded}`;
      if (!first.isCapital && !word.isCapital) continue;
      const range = { start: first.start, end: word.end };
      const known = runs.get(folded);
      if (known) known.push(range);
      else runs.set(folded, [range]);
    }
  });
  return runs;
}

const resolved = `SELECT found.folded, e.id, e.name, e.kind, e.actor_kind AS actorKind
  FROM found JOIN entity stored ON stored.id = found.id JOIN entity e ON e.id = coalesce(stored.root_id, stored.id)`;

const byName = `WITH wanted AS MATERIALIZED (SELECT value AS folded FROM json_each(?)), found AS (
    SELECT wanted.folded, entity.id FROM wanted CROSS JOIN entity ON entity.folded = wanted.folded
    UNION SELECT wanted.folded, entity_id FROM wanted CROSS JOIN entity_name n ON n.folded = wanted.folded)
  ${resolved}`;

const byStem = `WITH found AS (
    SELECT folded, id FROM entity WHERE folded >= @stem AND folded < @stem || char(1114111)
    UNION SELECT folded, entity_id FROM entity_name WHERE folded >= @stem AND folded < @stem || char(1114111))
  ${resolved} LIMIT 20`;

const byId = `WITH found AS (SELECT value AS id, '' AS folded FROM json_each(?)) ${resolved}`;

const toName = (run: Run, { id, name, kind, actorKind }: Found): KnownName => ({
  start: run.start,
  end: run.end,
  entityId: id,
  name,
  kind,
  isPerson: actorKind === 'person',
});

/** Endings of Cyrillic names change by case: up to three letters may differ after the stem. */
function inflected(db: ReadableDB, words: readonly Word[]): KnownName[] {
  return words.flatMap((word) => {
    if (!word.isCyrillic || !word.isCapital || word.folded.length < 4) return [];
    const stem = word.folded.slice(0, Math.max(3, word.folded.length - 2));
    const near = all<Found>(db, byStem, { stem }).filter(
      ({ folded }) => !folded.includes(' ') && Math.abs(folded.length - word.folded.length) <= 2,
    );
    return near.map((found) => toName(word, found));
  });
}

function byLastWords(db: ReadableDB, words: readonly Word[]): KnownName[] {
  const known = lastWordsOf(db);
  return words.flatMap((word) => {
    const ids = word.isCapital && word.folded.length > 3 ? known.get(word.folded) : undefined;
    if (!ids) return [];
    const found = all<Found>(db, byId, [JSON.stringify(ids)]);
    return new Set(found.map(({ id }) => id)).size === 1
      ? found.slice(0, 1).map((one) => toName(word, one))
      : [];
  });
}

/** Longer names before shorter ones within them; an actor and a place of one name stay both. */
function withoutInner(names: readonly KnownName[]): KnownName[] {
  const isInner = (name: KnownName) =>
    names.some(
      (other) =>
        other.start <= name.start && other.end >= name.end && other.end - other.start > name.end - name.start,
    );
  const outer = names.filter((name) => !isInner(name));
  const isFirst = (name: KnownName, at: number) =>
    outer.findIndex((other) => other.start === name.start && other.entityId === name.entityId) === at;
  return outer.filter(isFirst).sort((a, b) => a.start - b.start);
}

/** The names that stand in a text, in order (UTF-16 offsets). */
export function knownNames(db: ReadableDB, text: string): KnownName[] {
  const words = wordsOf(text);
  const runs = runsOf(text, words);
  const rows = all<Found>(db, byName, [JSON.stringify([...runs.keys()])]);
  const exact = rows.flatMap((found) => (runs.get(found.folded) ?? []).map((run) => toName(run, found)));
  const isCovered = (word: Run) => exact.some(({ start, end }) => start <= word.start && end >= word.end);
  const others = words.filter((word) => !isCovered(word));
  return withoutInner([...exact, ...inflected(db, others), ...byLastWords(db, others)]);
}
