/**
 * Tells of a row that was found what the user reads: title, article, the words to land on, and a snippet of the
 * original words. Greyed stretches of an article are blanked before anything is looked at.
 */
import type { HitKind, SearchHit, SnippetMatch } from '../../../../shared/contract/search';
import type { SearchScope } from '../../../../shared/query/query';
import { createOffsetMap } from '../../../../shared/text/offsets';
import { get, pluck, type ReadableDB } from '../../core/sql';
import { eventTexts } from '../event-texts';
import type { Term } from '../match/expand';
import type { ArticleText, ReadArticleText } from './article-texts';
import { bestStretch, findMatches, type Match, type Stretch } from './find-matches';
import { hitFacts, type Thing } from './hit-facts';
import { withPlaces } from './hit-places';
import { makeSnippet, openingOf, type Snippet } from './make-snippet';
import { type PassagePart, type PassageRow, passageRows } from './passage-rows';

/** What a page of hits is described with. */
export interface HitContext {
  readonly db: ReadableDB;
  readonly terms: readonly Term[];
  readonly scopes: readonly SearchScope[];
  readonly readText: ReadArticleText;
}

type Described = Omit<SearchHit, 'kind' | 'id' | 'facts'>;

type Describe = (context: HitContext, id: string) => Described | null;

const describers: Readonly<Record<Exclude<HitKind, 'passage'>, Describe>> = {
  article: describeArticle,
  note: describeNote,
  entity: describeEntity,
  event: describeEvent,
  account: describeAccount,
  tag: describeTag,
};

/** Hits in the order of the things; one that has gone since it was found is left out. */
export function describeHits(context: HitContext, things: readonly Thing[]): SearchHit[] {
  const facts = hitFacts(context.db, things);
  const passages = passageRows(
    context.db,
    things.flatMap(({ kind, id }) => (kind === 'passage' ? [id] : [])),
  );
  const describe = ({ kind, id }: Thing): Described | null => {
    if (kind !== 'passage') return describers[kind](context, id);
    const row = passages.get(id);
    return row ? describePassage(context, row) : null;
  };
  const hits = things.flatMap((thing, at) => {
    const { kind, id } = thing;
    const described = describe(thing);
    return described ? { kind, id, facts: facts[at] ?? null, ...described } : [];
  });
  return withPlaces(context.db, hits);
}

/** Of a text with words in more lines than these, a snippet is looked for in those that have the most of them. */
const mostLines = 8;

/** The sentence around the best stretch of matched words; null when none of them is in the text. */
function snippetOfMatches(
  text: string,
  terms: readonly Term[],
): (Snippet & { readonly stretch: Stretch }) | null {
  const matches = findMatches(text, terms, mostLines);
  const stretch = bestStretch(matches);
  return stretch && { stretch, ...makeSnippet(text, stretch, matches) };
}

function looksIn({ scopes }: HitContext, scope: SearchScope): boolean {
  return scopes.length === 0 || scopes.includes(scope);
}

function articleRef({ id, title, publisher, published }: ArticleText): SearchHit['article'] {
  return { id, title, publisher, published };
}

function rangeOf(
  { text, offsets }: ArticleText,
  { start, end }: Stretch,
): Pick<NonNullable<SearchHit['passage']>, 'start' | 'end' | 'quote' | 'words'> {
  const words = text.slice(start, end);
  return { start: offsets.toCodePoint(start), end: offsets.toCodePoint(end), quote: words, words };
}

function describeArticle(context: HitContext, id: string): Described | null {
  const article = context.readText(id);
  if (!article) return null;
  const found = looksIn(context, 'text') ? snippetOfMatches(article.blanked, context.terms) : null;
  const { snippet, matches } = found ?? openingOf(article.blanked);
  const passage = found && { ...rangeOf(article, found.stretch), state: 'exact' as const, place: '' };
  return { title: article.title, article: articleRef(article), passage, snippet, matches };
}

/** The part whose words match best: the first with the most matches. */
function matchingPart(parts: readonly PassagePart[], terms: readonly Term[]): PassagePart | undefined {
  const counted = parts.map((part) => ({ part, count: findMatches(part.exact, terms).length }));
  return counted.reduce<(typeof counted)[number] | undefined>(
    (best, each) => (best && best.count >= each.count ? best : each),
    undefined,
  )?.part;
}

function describePassage(context: HitContext, { comment, article, parts }: PassageRow): Described {
  const part = matchingPart(parts, context.terms);
  const inComment = looksIn(context, 'comment') ? snippetOfMatches(comment, context.terms) : null;
  const shown = parts.length > 1 ? snippetOfParts(context, parts) : snippetOfPart(context, part);
  const { snippet, matches } = inComment && !shown.isMatch ? inComment : shown;
  const passage = part ? passageOf(part, parts) : null;
  return { title: article.title, article, passage, snippet, matches };
}

function passageOf(part: PassagePart, parts: readonly PassagePart[]): SearchHit['passage'] {
  const words = parts.map(({ exact }) => exact).join(joint);
  const { start, end, exact, state } = part;
  return { start: start ?? 0, end: end ?? 0, quote: exact, words, state: state ?? 'orphan', place: '' };
}

/** Between the words of two parts. */
const joint = ' … ';

/** The most of one part, in UTF-16 units, and the most parts, that are shown in a snippet. */
const longestPart = 160;
const mostParts = 5;

/** A snippet of a passage's words, and whether the terms are among them. */
interface WordsSnippet extends Snippet {
  readonly isMatch: boolean;
}

/** The words of several parts as they stand in the text; those that are gone as they were. */
function snippetOfParts(context: HitContext, parts: readonly PassagePart[]): WordsSnippet {
  const terms = looksIn(context, 'text') ? context.terms : [];
  const texts = parts.map(({ around, exact }) => around?.text.slice(around.start, around.end) ?? exact);
  const first = Math.max(0, texts.findIndex((text) => findMatches(text, terms).length > 0) - 1);
  const shown = texts.slice(first, first + mostParts);
  let snippet = '';
  const matches: SnippetMatch[] = [];
  for (const text of shown) {
    if (snippet) snippet += joint;
    const part = snippetOfWords(text, findMatches(text, terms));
    const from = [...snippet].length;
    matches.push(...part.matches.map(({ start, end }) => ({ start: start + from, end: end + from })));
    snippet += part.snippet;
  }
  return { snippet, matches, isMatch: matches.length > 0 };
}

function snippetOfWords(text: string, matches: readonly Match[]): Snippet {
  const around = bestStretch(matches) ?? { start: 0, end: Math.min(text.length, longestPart) };
  if (text.length > longestPart) return makeSnippet(text, around, matches);
  const offsets = createOffsetMap(text);
  const marked = matches.map(({ start, end }) => ({
    start: offsets.toCodePoint(start),
    end: offsets.toCodePoint(end),
  }));
  return { snippet: text.replace(/\s/g, ' '), matches: marked };
}

/** Its words in their sentence; an orphan's old words where it has no sentence. */
function snippetOfPart(context: HitContext, part: PassagePart | undefined): WordsSnippet {
  const exact = part?.exact ?? '';
  const inQuote = looksIn(context, 'text') ? snippetOfMatches(exact, context.terms) : null;
  const isMatch = inQuote !== null;
  const whole = part?.around;
  if (!whole) {
    const all = { start: 0, end: exact.length };
    return { ...(inQuote ?? makeSnippet(exact, all, [all])), isMatch };
  }
  if (!isMatch) return { ...makeSnippet(whole.text, shorten(whole), [whole]), isMatch };
  const shift = ({ start, end }: Stretch): Stretch => ({
    start: start + whole.start,
    end: end + whole.start,
  });
  const inside = whole.text.slice(whole.start, whole.end);
  const matches = findMatches(inside, context.terms);
  const stretch = bestStretch(matches);
  const around = stretch ? shift(stretch) : shorten(whole);
  return { ...makeSnippet(whole.text, around, matches.map(shift)), isMatch };
}

/** Long passages are shown by their first words. */
const longestShown = 240;

function shorten({ start, end }: Stretch): Stretch {
  return { start, end: Math.min(end, start + longestShown) };
}

function describeNote(context: HitContext, id: string): Described | null {
  const note = get<{ title: string; text: string }>(context.db, 'SELECT title, text FROM note WHERE id = ?', [
    id,
  ]);
  return note ? describeText(context, note.title, [note.text]) : null;
}

function describeEntity(context: HitContext, id: string): Described | null {
  const entity = get<{ name: string; description: string }>(
    context.db,
    'SELECT name, description FROM entity WHERE id = ?',
    [id],
  );
  if (!entity) return null;
  const aliases = pluck<string>(context.db, 'SELECT name FROM entity_name WHERE entity_id = ? ORDER BY id', [
    id,
  ]);
  return describeText(context, entity.name, [entity.description, ...aliases]);
}

function describeEvent(context: HitContext, id: string): Described | null {
  const texts = eventTexts(context.db, id);
  return texts && describeText(context, texts.title, [...texts.told, ...texts.about]);
}

/** The first of its texts that matches, else the beginning of the first that says something. */
function describeText({ terms }: HitContext, title: string, texts: readonly string[]): Described {
  const found = texts.map((text) => snippetOfMatches(text, terms)).find((snippet) => snippet !== null);
  const { snippet, matches } = found ?? openingOf(texts.find((text) => text.trim() !== '') ?? '');
  return { title, article: null, passage: null, snippet, matches };
}

/** An account under the title of its event, by its words as the index has them. */
function describeAccount(context: HitContext, id: string): Described | null {
  const row = get<{
    title: string;
    key: string;
    text: string;
    dateWords: string;
    claimant: string;
    comment: string;
  }>(
    context.db,
    `SELECT e.title, c.key, c.text, c.date_words AS dateWords, c.claimant_words AS claimant, c.comment
     FROM account c JOIN event e ON e.id = c.event_id WHERE c.id = ?`,
    [id],
  );
  if (!row) return null;
  const { title, key, text, dateWords, claimant, comment } = row;
  return describeText(context, title, [[key, text].filter(Boolean).join(': '), dateWords, claimant, comment]);
}

function describeTag(context: HitContext, id: string): Described | null {
  const tag = get<{ name: string; description: string }>(
    context.db,
    'SELECT name, description FROM tag WHERE id = ?',
    [id],
  );
  return tag ? describeText(context, tag.name, [tag.description]) : null;
}
