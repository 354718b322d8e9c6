/**
 * What the accounts of an event come to, fact by fact: those that give the same value stand together, values that cannot
 * both be true are a conflict, and a conflict stays one until the researcher prefers an account. Nothing is dropped.
 */
import { type Account, type AccountValue, type FactKind, facts } from '../model/account';
import { roomOf, valueKey, valuesAgree } from './values';

/** What the rules need to know of an account. */
export type Stated = Pick<Account, 'id' | 'fact' | 'key' | 'value' | 'mode' | 'instead' | 'preferredReason'>;

/** Accounts that give one value, those who deny it apart. */
export interface ValueGroup<A extends Stated = Account> {
  readonly value: AccountValue;
  readonly accounts: readonly A[];
  readonly denials: readonly A[];
  /** That it cannot be true together with another value of the fact, or is denied. */
  readonly isContested: boolean;
}

/**
 * How a fact stands: `single`, one account; `agreed`, several that can all be true; `conflict`, some that cannot, and
 * nobody has decided; `decided`, the researcher prefers one of them.
 */
export type FactState = 'single' | 'agreed' | 'conflict' | 'decided';

/** One fact with all its accounts. */
export interface Fact<A extends Stated = Account> {
  readonly fact: FactKind;
  readonly key: string;
  readonly state: FactState;
  /** In the order their first accounts were given in. */
  readonly groups: readonly ValueGroup<A>[];
  /** The preferred account, or null. */
  readonly preferred: A | null;
  /** What the fact comes to: the preferred value, or the narrowest where all agree; null while contested or only denied. */
  readonly settled: AccountValue | null;
  /** Whether the settled value is only planned. */
  readonly isPlanned: boolean;
}

/** Denying that something happened is saying that it did not. */
function asStated<A extends Stated>(account: A): { readonly value: AccountValue; readonly denies: boolean } {
  const { value, mode } = account;
  if (value.kind !== 'boolean' || mode !== 'denies') return { value, denies: mode === 'denies' };
  return { value: { kind: 'boolean', holds: !value.holds }, denies: false };
}

/** A plan contradicts nothing once there is word of what came of it. */
function outdoes<A extends Stated>(accounts: readonly A[]): readonly A[] {
  const done = accounts.filter(({ mode }) => mode !== 'plans');
  return done.some(({ mode }) => mode !== 'denies') ? done : accounts;
}

function groupByValue<A extends Stated>(accounts: readonly A[]): ValueGroup<A>[] {
  const groups = new Map<string, { value: AccountValue; accounts: A[]; denials: A[] }>();
  for (const account of accounts) {
    const { value, denies } = asStated(account);
    const key = valueKey(value);
    const group = groups.get(key) ?? { value, accounts: [], denials: [] };
    group[denies ? 'denials' : 'accounts'].push(account);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const weighing = new Set(outdoes(accounts));
  return all.map((group) => ({ ...group, isContested: isContested(group, all, weighing) }));
}

type Group<A> = Omit<ValueGroup<A & Stated>, 'isContested'> & { readonly accounts: readonly A[] };

function isContested<A extends Stated>(
  group: Group<A>,
  all: readonly Group<A>[],
  weighing: ReadonlySet<A>,
): boolean {
  const affirmed = group.accounts.some((account) => weighing.has(account));
  if (!affirmed) return false;
  if (group.denials.length > 0) return true;
  return all.some((other) => other !== group && rules(other, group, weighing));
}

/** Whether `other` cannot be true together with `group`; several participants in one role can, unless said to be instead. */
function rules<A extends Stated>(other: Group<A>, group: Group<A>, weighing: ReadonlySet<A>): boolean {
  const counting = other.accounts.filter((account) => weighing.has(account));
  if (counting.length === 0) return false;
  if (group.value.kind === 'entity') return [...counting, ...group.accounts].some(({ instead }) => instead);
  return !valuesAgree(group.value, other.value);
}

function narrowest(groups: readonly ValueGroup<Stated>[]): AccountValue | null {
  const affirmed = groups.filter(({ accounts }) => accounts.length > 0);
  const [first, ...rest] = affirmed.map(({ value }) => value);
  if (!first) return null;
  return rest.reduce((best, value) => (roomOf(value) < roomOf(best) ? value : best), first);
}

function stateOf(groups: readonly ValueGroup<Stated>[], preferred: Stated | null, count: number): FactState {
  if (groups.some(({ isContested }) => isContested)) return preferred ? 'decided' : 'conflict';
  return count === 1 ? 'single' : 'agreed';
}

function settledOf<A extends Stated>(
  groups: readonly ValueGroup<A>[],
  preferred: A | null,
  state: FactState,
  weighing: readonly A[],
): AccountValue | null {
  if (preferred) {
    const { value, denies } = asStated(preferred);
    return denies ? null : value;
  }
  if (state === 'conflict') return null;
  const counting = new Set(weighing);
  return narrowest(groups.filter(({ accounts }) => accounts.some((account) => counting.has(account))));
}

function toFact<A extends Stated>(fact: FactKind, key: string, accounts: readonly A[]): Fact<A> {
  const groups = groupByValue(accounts);
  const preferred = accounts.find(({ preferredReason }) => preferredReason !== null) ?? null;
  const state = stateOf(groups, preferred, accounts.length);
  const weighing = outdoes(accounts);
  const settled = settledOf(groups, preferred, state, weighing);
  const isPlanned =
    settled !== null && (preferred ? [preferred] : weighing).every(({ mode }) => mode === 'plans');
  return { fact, key, state, groups, preferred, settled, isPlanned };
}

/** The facts that accounts are about, in the order of {@link facts}, then as they first appear. */
export function factsOf<A extends Stated>(accounts: readonly A[]): Fact<A>[] {
  const found: Fact<A>[] = [];
  for (const fact of facts) {
    const keys = new Map<string, A[]>();
    for (const account of accounts.filter((one) => one.fact === fact)) {
      keys.set(account.key, [...(keys.get(account.key) ?? []), account]);
    }
    for (const [key, about] of keys) found.push(toFact(fact, key, about));
  }
  return found;
}
