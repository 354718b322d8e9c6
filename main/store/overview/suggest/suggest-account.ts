/** What selected words of an article most likely say of an event: reads what is needed and asks `main/suggest`. Writes nothing. */
import type { QueryArgs } from '../../../../shared/contract';
import type { AccountSuggestion } from '../../../../shared/contract/accounts';
import { CasebookError } from '../../../../shared/model/result';
import { codePoints, type OffsetMap } from '../../../../shared/text/offsets';
import { suggest } from '../../../suggest/suggest';
import { type RevisionWords, revisionWords } from '../../articles/revision-words';
import { get, type ReadableDB } from '../../core/sql';
import { knownNames } from './known-names';
import { likelyEvents } from './likely-events';
import { mentionedNames, preferMentioned } from './mentioned-names';

interface Source {
  readonly language: string;
  readonly published: string | null;
}

const source = `SELECT a.language, a.published_edtf AS published FROM revision r JOIN article a ON a.id = r.article_id
  WHERE r.id = @revisionId AND a.id = @articleId`;

/** So many characters to each side of the selection are read, as far as its paragraph goes. */
const reach = 900;
const longestTitle = 120;

interface Window16 {
  readonly from: number;
  readonly to: number;
}

/** The paragraph of the selection, or what is near of a long one; never from the middle of a word. */
function windowAround(text: string, start: number, end: number): Window16 {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const near = Math.max(lineStart, start - reach);
  const from = near === lineStart ? near : Math.min(start, text.indexOf(' ', near) + 1 || start);
  return { from, to: Math.min(lineEnd < 0 ? text.length : lineEnd, end + reach) };
}

const titleOf = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ').replace(/^[\s“”"«»„,.;:]+|[\s“”"«»„,.;:]+$/gu, '');
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle).replace(/\s\S*$/u, '')}…`;
};

function readSource(
  db: ReadableDB,
  { articleId, revisionId }: QueryArgs<'suggestAccount'>,
): Source & RevisionWords {
  const row = get<Source>(db, source, { articleId, revisionId });
  const words = row && revisionWords(db, revisionId);
  if (!words) throw new CasebookError('not-found', 'There is no such article any more.');
  return { ...row, ...words };
}

/** Offsets in a stretch of a text as code points of the whole text. */
const outward =
  (offsets: OffsetMap, from: number) => (range: { readonly start: number; readonly end: number }) => ({
    start: offsets.toCodePoint(from + range.start),
    end: offsets.toCodePoint(from + range.end),
  });

/** See the contract. Throws `not-found` when article or revision are gone. */
export function suggestAccount(db: ReadableDB, args: QueryArgs<'suggestAccount'>): AccountSuggestion {
  const { text, offsets, language, published } = readSource(db, args);
  const [start, end] = [offsets.toUtf16(args.range.start), offsets.toUtf16(args.range.end)];
  const { from, to } = windowAround(text, start, end);
  const words = text.slice(from, to);
  const out = outward(offsets, from);
  const selection = { start: start - from, end: end - from };
  const stretch = {
    revisionId: args.revisionId,
    from: offsets.toCodePoint(from),
    to: offsets.toCodePoint(to),
  };
  const linked = mentionedNames(db, stretch, (offset) => offsets.toUtf16(codePoints(offset)) - from);
  const names = preferMentioned(linked, knownNames(db, words));
  const { articleId } = args;
  const found = suggest({ text: words, selection, language, articleId, published, names });
  const { statement, date, place, sentence } = found;
  const events = likelyEvents(db, {
    revisionId: args.revisionId,
    selection: args.range,
    sentence: out(sentence),
    paragraph: out({ start: 0, end: words.length }),
    isDetail: found.facts[0]?.fact !== 'happened',
    selected: text.slice(start, end),
    text: words.slice(sentence.start, sentence.end),
    entityIds: [...found.actors, ...(place ? [place] : [])].map(({ entityId }) => entityId),
    date: date?.date ?? null,
  });
  return {
    events,
    title: titleOf(text.slice(start, end)),
    facts: found.facts.map(({ fact, key, value }) => ({ fact, key, value })),
    claimant: statement.claimant,
    mode: statement.mode,
    cue: statement.cue && out(statement.cue),
    date: date && { date: date.date, range: out(date) },
    place: place && { id: place.entityId, name: place.name, range: out(place) },
  };
}
