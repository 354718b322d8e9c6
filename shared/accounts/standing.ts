/**
 * What became of one account among the others of its fact: who says the same, who says what cannot be true with it, and
 * whether the researcher has decided. The rules are those of `facts.ts`; this only looks at them from one account.
 */
import { type Fact, factsOf, type Stated, type ValueGroup } from './facts';
import { valuesAgree } from './values';

/**
 * `preferred`: the researcher decided for it; `borne out`: for another account that says the same; `passed over`: for one
 * that says otherwise. Undecided: `contested`, some say what cannot be true with it; `agreed`, others say the same and nobody
 * contradicts; `alone`, nobody else says anything of it.
 */
export const outcomes = ['preferred', 'borne out', 'passed over', 'contested', 'agreed', 'alone'] as const;
export type Outcome = (typeof outcomes)[number];

/** See {@link outcomes}. */
export interface Standing<A extends Stated> {
  readonly outcome: Outcome;
  /** Others that say the same, or what can be true with it. */
  readonly agreeing: readonly A[];
  /** Others that say what cannot be true with it. */
  readonly against: readonly A[];
  /** The preferred account of the fact, if there is one and it is another. */
  readonly preferred: A | null;
}

/** Whether two accounts of one fact cannot both be true: asked of them alone. */
function clash(a: Stated, b: Stated): boolean {
  const [fact] = factsOf<Stated>([a, b]);
  return fact?.groups.some(({ isContested }) => isContested) ?? false;
}

/** A plan speaks for nothing and against nothing once there is word of what came of it. */
function isOutdone(account: Stated, accounts: readonly Stated[]): boolean {
  return account.mode === 'plans' && accounts.some(({ mode }) => mode !== 'plans' && mode !== 'denies');
}

/** Whether both say the same, or what can be true together; of participants and of what is denied only the same counts. */
function isAlike(a: Stated, b: Stated): boolean {
  const [first, second] = factsOf<Stated>([a, b])[0]?.groups ?? [];
  if (!first || first.isContested || second?.isContested) return false;
  if (!second) return first.accounts.length === 2 || first.denials.length === 2;
  const affirmed = first.accounts.length > 0 && second.accounts.length > 0;
  return affirmed && first.value.kind !== 'entity' && valuesAgree(first.value, second.value);
}

const accountsOf = <A extends Stated>(groups: readonly ValueGroup<A>[]): readonly A[] =>
  groups.flatMap(({ accounts, denials }) => [...accounts, ...denials]);

function outcomeOf<A extends Stated>(
  account: A,
  preferred: A | null,
  agreeing: readonly A[],
  against: readonly A[],
): Outcome {
  if (preferred?.id === account.id) return 'preferred';
  if (preferred && agreeing.some(({ id }) => id === preferred.id)) return 'borne out';
  if (preferred && against.some(({ id }) => id === preferred.id)) return 'passed over';
  if (against.length > 0) return 'contested';
  return agreeing.length > 0 ? 'agreed' : 'alone';
}

/** How an account of a fact stands among the others of it. */
export function standingOf<A extends Stated>(fact: Fact<A>, account: A): Standing<A> {
  const all = accountsOf(fact.groups);
  const others = all.filter(({ id }) => id !== account.id);
  const counts = (other: A) => !isOutdone(account, all) && !isOutdone(other, all);
  const against = others.filter((other) => counts(other) && clash(account, other));
  const agreeing = others.filter((other) => isAlike(account, other));
  const outcome = outcomeOf(account, fact.preferred, agreeing, against);
  return { outcome, agreeing, against, preferred: outcome === 'preferred' ? null : fact.preferred };
}
