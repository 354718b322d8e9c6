/** The accounts of an event as a table for spreadsheets: a row an account, with who says it, how, and on which words. */
import { claimantWords, factNames, precisionWords, valueWords } from '../../../shared/accounts/account-words';
import { factsOf } from '../../../shared/accounts/facts';
import type { Account } from '../../../shared/model/account';
import type { PassageRef } from '../../../shared/model/annotation';
import type { CsvCell, CsvTable } from '../../../shared/text/csv';

const columns = [
  'Fact',
  'About',
  'State',
  'Value',
  'EDTF',
  'Words of the date',
  'Who says so',
  'Source',
  'How',
  'Cue',
  'Your certainty',
  'Preferred',
  'Why preferred',
  'Inferred',
  'Comment',
  'Articles',
  'Published',
  'Passages',
] as const;

const each = (passages: readonly PassageRef[], of: (passage: PassageRef) => string): string =>
  [...new Set(passages.map(of))].filter(Boolean).join(' | ');

const sourceWords = { none: 'own entry', narrator: 'article', actors: 'actor', unnamed: 'unnamed' } as const;

function valueCells({ value }: Account): readonly CsvCell[] {
  const date = value.kind === 'date' ? value.date : null;
  const exactly = value.kind === 'place' && value.precision ? ` (${precisionWords[value.precision]})` : '';
  return [`${valueWords(value)}${exactly}`, date?.edtf ?? '', date?.words ?? ''];
}

function rowOf(account: Account, state: string): readonly CsvCell[] {
  const { fact, key, claimant, mode, cues, certainty, preferredReason, inferredReason, comment, evidence } =
    account;
  return [
    factNames[fact],
    key,
    state,
    ...valueCells(account),
    claimantWords(account),
    sourceWords[claimant.kind],
    mode,
    each(cues, ({ quote }) => quote.exact),
    certainty,
    preferredReason === null ? '' : 'yes',
    preferredReason ?? '',
    inferredReason,
    comment,
    each(evidence, ({ articleTitle, publisher }) => [articleTitle, publisher].filter(Boolean).join(', ')),
    each(evidence, ({ published }) => published ?? ''),
    each(evidence, ({ quote }) => quote.exact),
  ];
}

export function accountsTable(accounts: readonly Account[]): CsvTable {
  const rows = factsOf(accounts).flatMap(({ groups, state }) =>
    groups.flatMap(({ accounts: said, denials }) => [...said, ...denials].map((one) => rowOf(one, state))),
  );
  return { columns, rows };
}
