import type { NameKind } from '../../../../shared/model/entity';

/** One kind of name as it is chosen, and as the heading of those that are of it. */
export interface NameKindWords {
  readonly kind: NameKind;
  readonly one: string;
  readonly many: string;
}

/** In the order they are listed in. */
export const nameKindWords: readonly NameKindWords[] = [
  { kind: 'name', one: 'Full name', many: 'Full names' },
  { kind: 'alias', one: 'Alias', many: 'Aliases' },
  { kind: 'weak alias', one: 'Weak alias: others are called so too', many: 'Weak aliases' },
  { kind: 'former', one: 'Former name', many: 'Former names' },
  { kind: 'other script', one: 'Other script', many: 'Other scripts' },
  { kind: 'metonym', one: 'Metonym: “Kyiv” for its government', many: 'Metonyms' },
];
