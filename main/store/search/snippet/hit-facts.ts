/** What a passage, event or account bears, in short, as it is told beside its words. Merged things by their present names. */
import type { HitAccount, HitFacts, HitName } from '../../../../shared/contract/search';
import { all, get, type ReadableDB } from '../../core/sql';

/** Lists hold no more than this. */
const mostListed = 20;

const entityNames = (source: string): string => `
  SELECT DISTINCT r.kind, r.id, r.name FROM (${source}) x JOIN entity e ON e.id = x.entity_id
  JOIN entity r ON r.id = coalesce(e.root_id, e.id) ORDER BY r.folded, r.id`;
const accountColumns = `c.id, c.event_id AS eventId, v.title AS eventTitle, c.fact, c.key, c.mode, c.certainty,
  c.claimant_kind AS claimantKind, c.claimant_words AS claimantWords`;

/** How each list of facts is read of a thing whose id is `@id`. */
interface Sources {
  readonly entities: string;
  readonly events: string;
  readonly tags: string;
  readonly accounts: string;
}

const noNames = 'SELECT NULL AS id, NULL AS name WHERE 0';

const ofPassage: Sources = {
  entities: entityNames(`SELECT entity_id FROM stored_mention WHERE annotation_id = @id
    UNION SELECT c.entity_id FROM account_evidence a JOIN account c ON c.id = a.account_id
    WHERE a.annotation_id = @id AND a.kind = 'evidence' AND c.entity_id IS NOT NULL`),
  events: `SELECT v.id, v.title AS name FROM evidence e JOIN event v ON v.id = e.event_id WHERE e.annotation_id = @id
    UNION SELECT v.id, v.title FROM account_evidence a JOIN account c ON c.id = a.account_id
    JOIN event v ON v.id = c.event_id WHERE a.annotation_id = @id AND a.kind = 'evidence' ORDER BY 2, 1`,
  tags: `SELECT t.id, t.name FROM annotation_tag x JOIN tag t ON t.id = x.tag_id
    WHERE x.annotation_id = @id GROUP BY t.id ORDER BY t.folded`,
  accounts: `SELECT ${accountColumns} FROM account_evidence a JOIN account c ON c.id = a.account_id
    JOIN event v ON v.id = c.event_id WHERE a.annotation_id = @id AND a.kind = 'evidence' ORDER BY c.id`,
};

const ofEvent: Sources = {
  entities: entityNames(
    `SELECT entity_id FROM account WHERE event_id = @id AND entity_id IS NOT NULL AND mode <> 'denies'`,
  ),
  events: noNames,
  tags: noNames,
  accounts: `SELECT ${accountColumns} FROM account c JOIN event v ON v.id = c.event_id WHERE c.event_id = @id ORDER BY c.id`,
};

const ofAccount: Sources = {
  entities: entityNames('SELECT entity_id FROM account WHERE id = @id AND entity_id IS NOT NULL'),
  events: `SELECT v.id, v.title AS name FROM account c JOIN event v ON v.id = c.event_id WHERE c.id = @id`,
  tags: noNames,
  accounts: `SELECT ${accountColumns} FROM account c JOIN event v ON v.id = c.event_id WHERE c.id = @id`,
};

interface AccountRow extends Omit<HitAccount, 'event' | 'claimant'> {
  readonly eventId: string;
  readonly eventTitle: string;
  readonly claimantKind: string;
  readonly claimantWords: string;
}

const claimantsSql = `SELECT DISTINCT r.name FROM account_claimant x JOIN entity e ON e.id = x.actor_id
  JOIN entity r ON r.id = coalesce(e.root_id, e.id) WHERE x.account_id = ? ORDER BY r.folded`;

function claimantOf(db: ReadableDB, { id, claimantKind, claimantWords }: AccountRow): string {
  if (claimantKind === 'actors')
    return all<{ name: string }>(db, claimantsSql, [id])
      .map(({ name }) => name)
      .join(', ');
  if (claimantKind === 'unnamed') return claimantWords;
  return claimantKind === 'none' ? '' : claimantKind;
}

function accountOf(db: ReadableDB, row: AccountRow): HitAccount {
  const { id, eventId, eventTitle, fact, key, mode, certainty } = row;
  const claimant = claimantOf(db, row);
  return { id, event: { id: eventId, name: eventTitle }, fact, key, mode, certainty, claimant };
}

function readFacts(db: ReadableDB, id: string, sources: Sources): HitFacts {
  const read = <Row>(sql: string): Row[] =>
    sql === noNames ? [] : all<Row>(db, `${sql} LIMIT ${mostListed}`, { id });
  const entities = read<HitName & { readonly kind: string }>(sources.entities);
  const named = (kind: string) =>
    entities.flatMap((entity) => (entity.kind === kind ? { id: entity.id, name: entity.name } : []));
  return {
    actors: named('actor'),
    places: named('place'),
    events: read<HitName>(sources.events),
    tags: read<HitName>(sources.tags),
    accounts: read<AccountRow>(sources.accounts).map((row) => accountOf(db, row)),
    colour: null,
    comment: '',
  };
}

/** The facts of a passage, event or account; null for another kind. */
export function hitFacts(db: ReadableDB, kind: string, id: string): HitFacts | null {
  if (kind === 'event') return readFacts(db, id, ofEvent);
  if (kind === 'account') return readFacts(db, id, ofAccount);
  if (kind !== 'passage') return null;
  const own = get<Pick<HitFacts, 'colour' | 'comment'>>(
    db,
    'SELECT colour, comment FROM annotation WHERE id = ?',
    [id],
  );
  const facts = readFacts(db, id, ofPassage);
  return own ? { ...facts, colour: own.colour, comment: own.comment } : facts;
}
