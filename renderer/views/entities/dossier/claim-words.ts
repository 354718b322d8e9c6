/** What became of a claim, in a sentence. */
import { modeWords, valueWords } from '../../../../shared/accounts/account-words';
import type { Claim, Voice } from '../../../../shared/contract/entities';

const namesShown = 3;

/** "A, B, C and 2 more". */
function some(names: readonly string[]): string {
  const more = names.length - namesShown;
  return `${names.slice(0, namesShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** "the ministry (11)", "the guard (denies it)". */
const voiceWords = ({ who, value, mode }: Voice): string =>
  `${who} (${mode === 'denies' ? 'denies it' : valueWords(value)})`;

function agreeingWords({ agreeing }: Claim): string {
  if (agreeing.length === 0) return '';
  const others = agreeing.length === 1 ? '1 other' : `${agreeing.length} others`;
  return `Also said by ${others}: ${some(agreeing)}.`;
}

const againstWords = ({ against }: Claim): string =>
  against.length === 0 ? '' : `Contradicted by ${some([...new Set(against.map(voiceWords))])}.`;

function decisionWords(claim: Claim): string {
  const { outcome, preferred, account } = claim;
  const because = (reason: string) => `${reason ? `: ${reason}` : ''}${/[.!?]$/.test(reason) ? '' : '.'}`;
  if (outcome === 'preferred') return `You prefer it${because(account.preferredReason ?? '')}`;
  if (!preferred) return '';
  const said = outcome === 'borne out' ? 'who says the same' : valueWords(preferred.value);
  return `You prefer ${preferred.who} (${said})${because(preferred.reason)}`;
}

/** The whole of it: what was decided, who agrees, who contradicts. */
export function outcomeWords(claim: Claim): string {
  if (claim.outcome === 'alone') return 'Nobody else speaks of it.';
  return [decisionWords(claim), agreeingWords(claim), againstWords(claim)].filter(Boolean).join(' ');
}

/** What became of it, in a word or two. */
export const outcomeLabels: Readonly<Record<Claim['outcome'], string>> = {
  preferred: 'Preferred',
  'borne out': 'Borne out',
  'passed over': 'Not preferred',
  contested: 'Undecided',
  agreed: 'Agreed',
  alone: 'Alone',
};

/** How it is put forward. */
export const modeLabel = ({ account: { mode } }: Claim): string => modeWords[mode];
