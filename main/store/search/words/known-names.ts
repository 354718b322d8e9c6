/**
 * The names that a notebook knows, as words are compared with them: which tokens are names (they have no other forms),
 * and by which other names the bearer of a name is called, in any script.
 */
import { searchTokens } from '../../../../shared/text/fold';
import { nameKeys } from '../../../../shared/text/transliterate';

/** A name of an entity. Weak aliases and metonyms name others too and are to be left out by the caller. */
export interface GivenName {
  readonly entityId: string;
  readonly name: string;
  readonly isPerson: boolean;
}

/** A name or last name as it is told, and its folded tokens. */
export interface NameWords {
  readonly shown: string;
  readonly tokens: readonly string[];
}

interface Bearer {
  readonly names: readonly NameWords[];
  /** Of persons. */
  readonly lastNames: readonly NameWords[];
}

/** The names of a notebook, ready to be compared with. */
export interface KnownNames {
  /** Tokens that are never taken for a form of another word. */
  readonly tokens: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, ReadonlySet<Bearer>>;
  readonly byLastName: ReadonlyMap<string, ReadonlySet<Bearer>>;
}

/** Shorter names are ordinary words too often: US, UN, EU; those of a script with a word for each letter never. */
const shortestName = 3;

const isLongEnough = (tokens: readonly string[]): boolean =>
  tokens.length > 1 || (tokens[0] ?? '').length >= shortestName;

/** The keys by which a row of tokens is compared: as it stands, and as it is spelled in Latin by each of the ways. */
export function keysOf(tokens: readonly string[]): string[] {
  const own = `=${tokens.join(' ')}`;
  const spelled = tokens.map(nameKeys);
  const isSpelled = spelled.every((keys) => keys.length > 0) && own.length > shortestName + tokens.length;
  if (!isSpelled) return [own];
  const ways = Math.max(...spelled.map((keys) => keys.length));
  const keys = Array.from({ length: ways }, (_, way) =>
    spelled.map((each) => each[way] ?? each[0] ?? '').join(' '),
  );
  return [own, ...new Set(keys)];
}

const titles = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'md', 'phd']);

/** The last name of a person's name of several words: before a comma, or its last word that is no title. */
function lastNameOf(name: string): NameWords | null {
  const [family = '', given = ''] = name.split(',');
  const isTurned = given.trim() !== '' && !titles.has(searchTokens(given).join(''));
  const words = family.trim().split(/\s+/);
  const last = words.findLastIndex((word) => !titles.has(searchTokens(word).join('')));
  if (last < 0 || (last === 0 && !isTurned)) return null;
  const shown = words[last] ?? '';
  const tokens = searchTokens(shown);
  return tokens.length === 1 && isLongEnough(tokens) ? { shown, tokens } : null;
}

function distinct(words: readonly NameWords[]): NameWords[] {
  return [...new Map(words.map((each) => [each.tokens.join(' '), each])).values()];
}

/** A name with its words, which are looked at more than once. */
type ReadName = NameWords & Pick<GivenName, 'isPerson'>;

function bearerOf(given: readonly ReadName[]): Bearer {
  const names = given.filter(({ tokens }) => tokens.length > 0 && isLongEnough(tokens));
  const lastNames = given.flatMap(({ shown, isPerson }) => (isPerson ? (lastNameOf(shown) ?? []) : []));
  return { names: distinct(names), lastNames: distinct(lastNames) };
}

function note(index: Map<string, Set<Bearer>>, names: readonly NameWords[], bearer: Bearer): void {
  for (const { tokens } of names) {
    for (const key of keysOf(tokens)) {
      const bearers = index.get(key);
      if (bearers) bearers.add(bearer);
      else index.set(key, new Set([bearer]));
    }
  }
}

/** Makes names ready to be compared with. */
export function knownNames(given: readonly GivenName[]): KnownNames {
  const byEntity = new Map<string, ReadName[]>();
  const tokens = new Set<string>();
  for (const { entityId, name, isPerson } of given) {
    const read: ReadName = { shown: name, tokens: searchTokens(name), isPerson };
    // A person's names are names word by word; another's only where it is one word: “Security Council” is made of words.
    if (isPerson || read.tokens.length === 1) for (const token of read.tokens) tokens.add(token);
    const names = byEntity.get(entityId);
    if (names) names.push(read);
    else byEntity.set(entityId, [read]);
  }
  const byName = new Map<string, Set<Bearer>>();
  const byLastName = new Map<string, Set<Bearer>>();
  for (const names of byEntity.values()) {
    const bearer = bearerOf(names);
    note(byName, bearer.names, bearer);
    note(byLastName, bearer.lastNames, bearer);
  }
  return { tokens, byName, byLastName };
}

function bearersOf(index: KnownNames['byName'], tokens: readonly string[]): Set<Bearer> {
  return new Set(keysOf(tokens).flatMap((key) => [...(index.get(key) ?? [])]));
}

/** More ways than this to call whoever bears a name are not looked for. */
const mostNames = 60;

/**
 * The other names of those who are called so: for a name all of theirs, for a last name their last names; those of more
 * names than `mostNames` are cut. The name itself is not among them.
 */
export function otherNamesOf(known: KnownNames, tokens: readonly string[]): readonly NameWords[] {
  if (tokens.length === 0 || !isLongEnough(tokens)) return [];
  const named = [...bearersOf(known.byName, tokens)].flatMap(({ names }) => names);
  const last = [...bearersOf(known.byLastName, tokens)].flatMap(({ lastNames }) => lastNames);
  const own = tokens.join(' ');
  return distinct([...named, ...last])
    .filter((other) => other.tokens.join(' ') !== own)
    .slice(0, mostNames);
}

/** Whether a token is long enough to be told by the way it is spelled. */
const isLongToken = (token: string): boolean => token.length > shortestName;

/** The keys of names of one word, by which their spellings are told. */
export function spellingKeys(names: readonly NameWords[]): ReadonlySet<string> {
  const single = names.flatMap(({ tokens }) => (tokens.length === 1 ? tokens : []));
  return new Set(single.filter(isLongToken).flatMap(nameKeys));
}

/** Whether a token, in its own spelling, is a name of these keys. */
export function isSpelledLike(token: string, keys: ReadonlySet<string>): boolean {
  return keys.size > 0 && isLongToken(token) && nameKeys(token).some((key) => keys.has(key));
}
