/** An account between its row and the model: its value is checked and spread over the columns on the way in. */

import type { CommandArgs } from '../../../shared/contract';
import { type AccountValue, type Certainty, type FactKind, type Mode } from '../../../shared/model/account';
import { type Precision } from '../../../shared/model/entity';
import { CasebookError } from '../../../shared/model/result';
import { countOf, pluck, type ReadableDB, type SqlValue } from '../core/sql';
import { type DateColumns, dateColumns } from '../events/stored-date';

/** The value of an account as the contract takes it. */
export type GivenValue = CommandArgs<'addAccount'>['value'];

/** An account's row with the names that its value refers to, as {@link accountSelect} reads it. */
export interface AccountRow extends DateColumns {
  readonly id: string;
  readonly event_id: string;
  readonly fact: FactKind;
  readonly key: string;
  readonly holds: number | null;
  readonly reference_article_id: string | null;
  readonly entity_id: string | null;
  readonly entity_name: string | null;
  readonly precision: Precision;
  readonly type_id: string | null;
  readonly type_name: string | null;
  /** JSON array of ids, nearest first. */
  readonly within: string;
  readonly comparison: Extract<AccountValue, { kind: 'number' }>['comparison'] | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
  readonly claimant_kind: 'none' | 'narrator' | 'actors' | 'unnamed';
  readonly claimant_words: string;
  readonly mode: Mode;
  readonly certainty: Certainty;
  readonly inferred_reason: string;
  readonly instead: number;
  readonly preferred_reason: string | null;
  readonly comment: string;
}

/** What a place lies in and a type belongs to; `UNION` ends where a circle would begin. */
const within = `CASE account.fact
  WHEN 'place' THEN (WITH RECURSIVE above (id, depth) AS (
      SELECT e.parent_id, 1 UNION SELECT p.parent_id, depth + 1 FROM above JOIN entity p ON p.id = above.id WHERE depth < 20)
    SELECT json_group_array(coalesce(p.root_id, p.id) ORDER BY depth) FROM above JOIN entity p ON p.id = above.id)
  WHEN 'type' THEN (WITH RECURSIVE above (id, depth) AS (
      SELECT t.parent_id, 1 UNION SELECT p.parent_id, depth + 1 FROM above JOIN event_type p ON p.id = above.id WHERE depth < 20)
    SELECT json_group_array(above.id ORDER BY depth) FROM above WHERE above.id IS NOT NULL)
  ELSE '[]' END`;

/** Reads {@link AccountRow}s; a merged entity is read as the one it was merged into. Append a condition on `account`. */
export const accountSelect = `SELECT account.id, account.event_id, account.fact, account.key, account.holds,
    account.date_edtf, account.date_words, account.date_earliest, account.date_latest, account.reference_article_id,
    e.id AS entity_id, e.name AS entity_name, coalesce(nullif(account.precision, ''), e.precision, '') AS precision,
    account.type_id, t.name AS type_name, ${within} AS within, account.comparison, account.low, account.high, account.text,
    account.claimant_kind, account.claimant_words, account.mode, account.certainty, account.inferred_reason,
    account.instead, account.preferred_reason, account.comment
  FROM account
  LEFT JOIN entity AS stored ON stored.id = account.entity_id
  LEFT JOIN entity AS e ON e.id = coalesce(stored.root_id, stored.id)
  LEFT JOIN event_type AS t ON t.id = account.type_id`;

/** The value that a row holds. */
export function valueOfRow(row: AccountRow): AccountValue {
  const ids = () => JSON.parse(row.within) as string[];
  const entity = { name: row.entity_name ?? '' };
  switch (row.fact) {
    case 'happened':
      return { kind: 'boolean', holds: row.holds === 1 };
    case 'date': {
      const { date_edtf: edtf, date_words: words, date_earliest: earliest, date_latest: latest } = row;
      const date = {
        edtf: edtf ?? '',
        words,
        earliest,
        latest,
        referenceArticleId: row.reference_article_id,
      };
      return { kind: 'date', date };
    }
    case 'place':
      return {
        kind: 'place',
        placeId: row.entity_id ?? '',
        precision: row.precision,
        within: ids(),
        ...entity,
      };
    case 'type':
      return { kind: 'type', typeId: row.type_id ?? '', name: row.type_name ?? '', within: ids() };
    case 'participant':
      return { kind: 'entity', entityId: row.entity_id ?? '', ...entity };
    case 'count':
      return { kind: 'number', comparison: row.comparison ?? '=', low: row.low ?? 0, high: row.high };
    default:
      return { kind: 'text', text: row.text };
  }
}

const kindOfFact: Readonly<Record<FactKind, GivenValue['kind']>> = {
  happened: 'boolean',
  date: 'date',
  place: 'place',
  type: 'type',
  participant: 'entity',
  count: 'number',
  outcome: 'text',
};

const bad = (message: string) => new CasebookError('bad-arguments', message);

function mustBeKind(db: ReadableDB, id: string, kind: 'actor' | 'place'): void {
  const found = pluck<string>(db, 'SELECT kind FROM entity WHERE id = ?', [id])[0];
  if (found === undefined) throw new CasebookError('not-found', `This ${kind} is not there any more.`);
  if (found !== kind) throw bad(`This is of kind ${found}; it has to be of kind ${kind}.`);
}

function numberColumns(value: Extract<GivenValue, { kind: 'number' }>): Record<string, SqlValue> {
  const { comparison, low, high } = value;
  if (![low, high ?? 0].every((number) => Number.isFinite(number))) throw bad('A number is needed.');
  if (high !== null && high < low) throw bad('The range ends before it begins.');
  return { comparison, low, high };
}

function datedColumns(
  db: ReadableDB,
  value: Extract<GivenValue, { kind: 'date' }>,
): Record<string, SqlValue> {
  const { referenceArticleId = null, ...date } = value.date;
  const gone =
    referenceArticleId !== null &&
    countOf(db, 'SELECT count(*) FROM article WHERE id = ?', [referenceArticleId]) === 0;
  if (gone) throw new CasebookError('not-found', 'There is no such article any more.');
  return { ...dateColumns(date), reference_article_id: referenceArticleId };
}

/** The columns for a value of a fact. Throws `bad-arguments` when it does not fit, `not-found` when what it names is gone. */
export function valueColumns(db: ReadableDB, fact: FactKind, value: GivenValue): Record<string, SqlValue> {
  if (kindOfFact[fact] !== value.kind) throw bad(`A ${value.kind} is no value for “${fact}”.`);
  switch (value.kind) {
    case 'boolean':
      return { holds: value.holds ? 1 : 0 };
    case 'date':
      return datedColumns(db, value);
    case 'place':
      mustBeKind(db, value.placeId, 'place');
      return { entity_id: value.placeId, precision: value.precision };
    case 'type':
      if (countOf(db, 'SELECT count(*) FROM event_type WHERE id = ?', [value.typeId]) === 0)
        throw new CasebookError('not-found', 'This event type is not there any more.');
      return { type_id: value.typeId };
    case 'entity':
      mustBeKind(db, value.entityId, 'actor');
      return { entity_id: value.entityId };
    case 'number':
      return numberColumns(value);
    default:
      if (value.text.trim() === '') throw bad('Words are needed.');
      return { text: value.text.trim() };
  }
}

/** The key of a fact as it is kept: a participant has a role, a count what is counted, an outcome perhaps a label. */
export function cleanKey(fact: FactKind, key: string): string {
  const clean = key.replace(/\s+/gu, ' ').trim();
  if (fact === 'participant' && clean === '') throw bad('A role is needed.');
  if (fact === 'count' && clean === '') throw bad('Say what is counted.');
  return fact === 'participant' || fact === 'count' || fact === 'outcome' ? clean : '';
}
