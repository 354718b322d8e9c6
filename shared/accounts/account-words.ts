/** Accounts in plain English: a fact's name, a value, who says it and how. What can be clicked is the window's matter. */
import { describeEdtf } from '../dates/describe-edtf';
import type {
  Account,
  AccountValue,
  Certainty,
  Comparison,
  FactKind,
  Happened,
  Mode,
} from '../model/account';
import { assertNever } from '../model/assert-never';
import type { Precision } from '../model/entity';

/** What a kind of fact is called: the heading it stands under. */
export const factNames: Readonly<Record<FactKind, string>> = {
  happened: 'Whether it happened',
  date: 'When',
  place: 'Where',
  type: 'Type',
  participant: 'Who took part',
  count: 'How many',
  outcome: 'Outcome',
};

/** How a mode is said after a speaker: "the ministry claims". */
export const modeWords: Readonly<Record<Mode, string>> = {
  states: 'states',
  reports: 'reports',
  claims: 'claims',
  alleges: 'alleges',
  confirms: 'confirms',
  denies: 'denies',
  plans: 'plans or announces',
};

/** A certainty as it is chosen. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  '': 'not judged',
  certain: 'certain',
  probable: 'probable',
  possible: 'possible',
  doubtful: 'doubtful',
};

/** How exactly a place is given. */
export const precisionWords: Readonly<Record<Precision, string>> = {
  '': 'not said',
  point: 'this very spot',
  settlement: 'settlement',
  district: 'district',
  region: 'region',
  country: 'country',
};

/** What an event's accounts come to as to whether it happened; '' where nothing needs to be said. */
export const happenedWords: Readonly<Record<Happened, string>> = {
  unsaid: '',
  yes: '',
  no: 'did not happen',
  planned: 'planned',
  contested: 'whether it happened is contested',
};

const comparisonWords: Readonly<Record<Comparison, string>> = {
  '=': '',
  '≥': 'at least ',
  '≤': 'at most ',
  '>': 'more than ',
  '<': 'fewer than ',
  '≈': 'about ',
};

type NumberValue = Extract<AccountValue, { kind: 'number' }>;

/** "at least 23", "about 20 to 25". */
export function numberWords({ comparison, low, high }: Omit<NumberValue, 'kind'>): string {
  const figure = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 6 });
  return `${comparisonWords[comparison]}${figure(low)}${high === null ? '' : ` to ${figure(high)}`}`;
}

/** The name of one fact: of a participant its role, of a count what is counted. */
export function factWords({ fact, key }: Pick<Account, 'fact' | 'key'>): string {
  return key === '' ? factNames[fact] : `${factNames[fact]}: ${key}`;
}

/** A value in a few words. */
export function valueWords(value: AccountValue): string {
  switch (value.kind) {
    case 'boolean':
      return value.holds ? 'It happened' : 'It did not happen';
    case 'date':
      return describeEdtf(value.date.edtf);
    case 'place':
    case 'type':
    case 'entity':
      return value.name || 'Untitled';
    case 'number':
      return numberWords(value);
    case 'text':
      return value.text;
    default:
      return assertNever(value);
  }
}

/** The value as its account puts it, beside who says it and how: who denies that it happened does not say “It happened”. */
export function putWords({ value, mode }: Pick<Account, 'value' | 'mode'>): string {
  const words = valueWords(value);
  return value.kind === 'boolean' && mode === 'denies' ? `That i${words.slice(1)}` : words;
}

/** Who says it, in words; `no source` for the researcher's own entry. */
export function claimantWords({ claimant, evidence }: Pick<Account, 'claimant' | 'evidence'>): string {
  switch (claimant.kind) {
    case 'none':
      return 'no source';
    case 'narrator': {
      const [first] = evidence;
      return first ? first.articleTitle || 'Untitled' : 'the article';
    }
    case 'actors':
      return claimant.actors.map(({ name }) => name).join(', ');
    case 'unnamed':
      return claimant.words;
    default:
      return assertNever(claimant);
  }
}

/** How an account is put in a few words: its mode, and that its value is inferred: "states, inferred". */
export const accountNotes = ({ mode, inferredReason }: Pick<Account, 'mode' | 'inferredReason'>): string =>
  inferredReason === '' ? modeWords[mode] : `${modeWords[mode]}, inferred`;
