/**
 * How often values occur that must hold together with filters of the query: of the same account, or the same event. Counted is what
 * goes with the accounts, or events, that hold already and bear the value too.
 */
import { listsFor } from '../index/read-borne';
import { column, readField, valuesOf, visitRowsOf } from '../index/read-facts';
import { visitOwnValues } from '../index/stored/borne-lists';
import { evidenceReader } from '../match/links';
import { noRows, remembered, type SearchState } from '../match/search-state';
import type { RowSet } from '../rows/row-set';
import type { Counted, Counting } from './counting';
import { type CountedField, choicesByValue, type FacetChoice } from './facet-values';

/** By value, those of some rows that bear it by themselves; values that none bears are left out. */
function bearersByChoice(
  state: SearchState,
  bearers: RowSet,
  fields: readonly CountedField[],
): ReadonlyMap<FacetChoice, readonly number[]> {
  const byValue = choicesByValue(state, fields);
  const lists = listsFor(state.db, bearers);
  const found = new Map<FacetChoice, number[]>();
  bearers.forEach((row) => {
    visitOwnValues(lists, row, (value) => {
      for (const choice of byValue.get(value) ?? []) {
        const known = found.get(choice);
        if (!known) found.set(choice, [row]);
        else if (known.at(-1) !== row) known.push(row);
      }
    });
  });
  return found;
}

/** Counts rows that were found, each once until it is begun anew. */
function createMeter({ state, rows }: Counting) {
  const met = remembered(state, 'rows met', () => ({ rows: new Int32Array(state.size), turn: 0 }));
  let count = 0;
  return {
    begin: () => {
      met.turn++;
      count = 0;
    },
    meet: (row: number): void => {
      if (row <= 0 || met.rows[row] === met.turn) return;
      met.rows[row] = met.turn;
      if (rows.has(row)) count++;
    },
    count: () => count,
  };
}

function countEach(
  byChoice: ReadonlyMap<FacetChoice, readonly number[]>,
  count: (bearers: readonly number[]) => number,
): Counted[] {
  return [...byChoice].flatMap(([choice, bearers]) => {
    const occurring = count(bearers);
    return occurring > 0 ? [{ choice, count: occurring, filter: null }] : [];
  });
}

/** The given accounts, under what bears a value for them: themselves, or their events. */
function accountsByBearer(state: SearchState, accounts: RowSet, eventsBear: boolean) {
  const eventOf = column(state.db, 'event');
  const bearers = noRows(state);
  const under = new Map<number, number[]>();
  accounts.forEach((account) => {
    const bearer = eventsBear ? (eventOf[account] ?? 0) : account;
    const known = under.get(bearer);
    if (known) known.push(account);
    else under.set(bearer, [account]);
    bearers.add(bearer);
  });
  return { bearers, under };
}

/** Counts what goes with accounts that bear a value; each row once. */
export function countOfAccounts(
  counting: Counting,
  field: CountedField,
  accounts: RowSet,
  eventsBear: boolean,
): Counted[] {
  const { state } = counting;
  const articleOf = column(state.db, 'article');
  const eventOf = column(state.db, 'event');
  const evidenceOf = evidenceReader(state, accounts);
  const { bearers, under } = accountsByBearer(state, accounts, eventsBear);
  const { begin, meet, count } = createMeter(counting);
  const meetAccount = (account: number): void => {
    meet(account);
    meet(eventOf[account] ?? 0);
    for (const passage of evidenceOf(account)) {
      meet(passage);
      meet(articleOf[passage] ?? 0);
    }
  };
  return countEach(bearersByChoice(state, bearers, [field]), (rows) => {
    begin();
    for (const bearer of rows) under.get(bearer)?.forEach(meetAccount);
    return count();
  });
}

/** By row, the value of the index that stands for an event. */
function valuesOfEvents(state: SearchState, events: RowSet): ReadonlyMap<number, number> {
  const isEvent = remembered(state, 'values of events', () => {
    const ids = valuesOf(state.db, 'event').map(({ id }) => id);
    return new Set(ids);
  });
  const lists = listsFor(state.db, events);
  const values = new Map<number, number>();
  events.forEach((row) => {
    visitOwnValues(lists, row, (value) => {
      if (isEvent.has(value)) values.set(row, value);
    });
  });
  return values;
}

/** Counts what goes with events that bear a value; each row once. */
export function countOfEvents(counting: Counting, field: CountedField, events: RowSet): Counted[] {
  const { state, rows } = counting;
  readField(state.db, 'event');
  const values = valuesOfEvents(state, events);
  const { begin, meet, count } = createMeter(counting);
  return countEach(bearersByChoice(state, events, [field]), (bearers) => {
    begin();
    for (const event of bearers) visitRowsOf(state.db, values.get(event) ?? 0, rows, meet);
    return count();
  });
}
