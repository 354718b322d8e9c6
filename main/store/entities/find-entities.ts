/**
 * Finding entities as one types: whole names first, then starts of names, then starts of words in names, and among
 * equals those that are mentioned most. The first two are range scans of the name indexes, the last a scan of these
 * indexes alone: the full-text index would go through every article with such a word in its title.
 */
import type { QueryArgs } from '../../../shared/contract';
import { type EntitySummary, entityKinds } from '../../../shared/model/entity';
import { foldForMatch } from '../../../shared/text/fold';
import { pluck, type ReadableDB } from '../core/sql';
import { entitySummaries, mentionCount } from './entity-summaries';

/** Scripts whose words are not spaced: any place in a name can be the start of a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Greater than any name that begins with the text it stands behind. */
const lastCharacter = '\u{10ffff}';

/** Words of a query that are looked for; more than anyone types. */
const maxWords = 8;

type Params = Readonly<Record<string, string>>;

interface Tier {
  readonly condition: string;
  readonly params: Params;
}

/** From the best match to the least, as conditions on a `folded` column. */
function tiersOf(folded: string): Tier[] {
  const words = folded.split(' ').slice(0, maxWords);
  const inWords = words.map((_, index) => `instr(' ' || folded, @word${index}) > 0`).join(' AND ');
  const entries = words.map((word, index) => [`word${index}`, unspaced.test(word) ? word : ` ${word}`]);
  return [
    { condition: 'folded = @text', params: { text: folded } },
    {
      condition: 'folded >= @text AND folded < @after',
      params: { text: folded, after: folded + lastCharacter },
    },
    { condition: inWords, params: Object.fromEntries(entries) as Params },
  ];
}

/** Rowids first, so that a scan reads the index of names and not the rows. */
function idsOfTier(db: ReadableDB, { condition, params }: Tier, kinds: string, limit: number): string[] {
  return pluck<string>(
    db,
    `WITH found AS (
       SELECT coalesce(root_id, id) AS id FROM entity WHERE rowid IN (SELECT rowid FROM entity WHERE ${condition})
       UNION
       SELECT coalesce(e.root_id, e.id) FROM entity_name n JOIN entity e ON e.id = n.entity_id
         WHERE n.rowid IN (SELECT rowid FROM entity_name WHERE ${condition}))
     SELECT entity.id FROM found CROSS JOIN entity USING (id)
     WHERE kind IN (SELECT value FROM json_each(@kinds))
     ORDER BY ${mentionCount} DESC, folded, entity.rowid LIMIT @limit`,
    { ...params, kinds, limit },
  );
}

/** The entities that a text may mean, best first; no text: those mentioned most. No kinds given means every kind. */
export function findEntities(
  db: ReadableDB,
  { text, kinds, limit }: QueryArgs<'findEntities'>,
): EntitySummary[] {
  const folded = foldForMatch(text);
  const kindList = JSON.stringify(kinds.length > 0 ? kinds : entityKinds);
  const tiers: readonly Tier[] = folded === '' ? [{ condition: 'TRUE', params: {} }] : tiersOf(folded);
  const found = new Set<string>();
  for (const tier of tiers) {
    if (found.size >= limit) break;
    for (const id of idsOfTier(db, tier, kindList, limit + found.size)) found.add(id);
  }
  return entitySummaries(db, [...found].slice(0, limit));
}
