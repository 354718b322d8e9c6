/** Events as a report says them: what is settled, and fact by fact every account, the contradicting ones side by side. */
import {
  certaintyWords,
  factWords,
  happenedWords,
  modeWords,
  precisionWords,
  valueWords,
} from '../../../../shared/accounts/account-words';
import { type Fact, factsOf, type ValueGroup } from '../../../../shared/accounts/facts';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { ExportAccount, ExportEvent } from '../../gather/export-data';
import { facts } from './passage-report';
import type {
  ReportAccounts,
  ReportClaim,
  ReportEvent,
  ReportFact,
  ReportPassage,
  ReportValue,
} from './report';

/** Gives a passage by its id; undefined: it is not in the export. */
export type PassageById = (id: string) => ReportPassage | undefined;

const passagesOf = (ids: readonly string[], passageById: PassageById): ReportPassage[] =>
  ids.flatMap((id) => passageById(id) ?? []);

function speaker({ claimant }: ExportAccount, said: readonly ReportPassage[]): string {
  switch (claimant.kind) {
    case 'none':
      return 'The researcher';
    case 'narrator':
      return said[0]?.source.voice || 'The article';
    case 'actors':
      return claimant.actors.map(({ name }) => name).join(', ');
    case 'unnamed':
      return claimant.words;
  }
}

function claimFacts(account: ExportAccount, passageById: PassageById): ReportFact[] {
  const { value, certainty, preferredReason, inferredReason } = account;
  const cues = passagesOf(account.cues, passageById).flatMap(({ parts }) => parts);
  return facts(
    ['In the words of the source', value.kind === 'date' ? value.date.words : ''],
    ['How exact', value.kind === 'place' && value.precision !== '' ? precisionWords[value.precision] : ''],
    ['How sure', certainty === '' ? '' : certaintyWords[certainty]],
    ['Said instead of the others', account.instead ? 'yes' : ''],
    ['Words that say how', cues.map((words) => `“${words}”`).join(', ')],
    ['Inferred', inferredReason],
    ['Preferred, because', preferredReason === '' ? 'no reason given' : preferredReason],
  );
}

function reportClaim(account: ExportAccount, denies: boolean, passageById: PassageById): ReportClaim {
  const said = passagesOf(account.evidence, passageById);
  return {
    who: `${speaker(account, said)} ${modeWords[account.mode]}`,
    denies,
    facts: claimFacts(account, passageById),
    comment: account.comment,
    passages: said,
  };
}

function reportValue(group: ValueGroup<ExportAccount>, passageById: PassageById): ReportValue {
  return {
    value: valueWords(group.value),
    isPreferred: group.accounts.some(({ preferredReason }) => preferredReason !== null),
    claims: [
      ...group.accounts.map((account) => reportClaim(account, false, passageById)),
      ...group.denials.map((account) => reportClaim(account, true, passageById)),
    ],
  };
}

const standings: Readonly<Record<Fact['state'], string>> = {
  single: '',
  agreed: '',
  conflict: 'contradicted, undecided',
  decided: 'contradicted, decided',
};

function reportAccounts(fact: Fact<ExportAccount>, passageById: PassageById): ReportAccounts {
  return {
    fact: factWords(fact),
    standing: standings[fact.state],
    values: fact.groups.map((group) => reportValue(group, passageById)),
  };
}

function eventFacts(event: ExportEvent): ReportFact[] {
  const participants = event.participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`));
  return facts(
    ['When', event.date === null ? 'unknown' : describeEdtf(event.date)],
    ['In the words of the source', event.dateWords],
    ['Type', event.type],
    ['Where', event.place?.name ?? null],
    ['Who took part', participants.join('; ')],
    ['Whether it happened', happenedWords[event.happened]],
    ['Contradictions', event.conflictCount === 0 ? '' : `${event.conflictCount} undecided`],
  );
}

/** The researcher's own entry of which nothing more is said: the facts at the head have it already. */
function isPlain({ fact, groups }: Fact<ExportAccount>): boolean {
  const told = fact === 'date' || fact === 'place' || fact === 'type' || fact === 'participant';
  return told && groups.every(({ accounts, denials }) => denials.length === 0 && accounts.every(isOwnEntry));
}

function isOwnEntry(account: ExportAccount): boolean {
  const { claimant, mode, certainty, comment, inferredReason, preferredReason, evidence, cues, instead } =
    account;
  const isSaid = evidence.length + cues.length > 0 || instead || preferredReason !== null;
  return (
    claimant.kind === 'none' &&
    mode === 'states' &&
    `${certainty}${comment}${inferredReason}` === '' &&
    !isSaid
  );
}

/** What the events of a report are made with. */
export interface EventMaking {
  readonly passageById: PassageById;
  /** What an event is to others, in words. */
  readonly relationsOf: (eventId: string) => readonly string[];
  readonly withAccounts: boolean;
  /** Whether a passage is to be quoted as what supports an event as a whole: not where it stands in the report already. */
  readonly isQuoted: (passageId: string) => boolean;
}

/** An event with its accounts, where they are wanted. */
export function reportEvent(event: ExportEvent, making: EventMaking): ReportEvent {
  const { passageById, relationsOf, withAccounts, isQuoted } = making;
  const accounts = withAccounts ? factsOf(event.accounts).filter((fact) => !isPlain(fact)) : [];
  return {
    id: event.id,
    title: event.title || 'Untitled event',
    facts: [...eventFacts(event), ...facts(['Other events', relationsOf(event.id).join('; ')])],
    description: event.description,
    accounts: accounts.map((fact) => reportAccounts(fact, passageById)),
    passages: passagesOf(event.evidence.filter(isQuoted), passageById),
  };
}
