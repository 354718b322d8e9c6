/** What an actor claimed and denied: what, of which event, in which words, and what became of it. */
import { Ban, Check, CircleDashed, Star, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { factWords, putWords } from '../../../../shared/accounts/account-words';
import type { Claim } from '../../../../shared/contract/entities';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { PassageRef } from '../../../../shared/model/annotation';
import { useMoreRows } from '../../../client/use-rows';
import { ErrorMessage } from '../../../shell/error-message';
import { go } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { useWalk } from '../../../ui/lists/use-walk';
import { modeLabel, outcomeLabels, outcomeWords } from './claim-words';
import { DossierSection, useUnfolding } from './dossier-section';
import { MoreWords, Walked, WalkedWords, wordsKey } from './walked';

export const claimsTitle = 'Claimed and denied';

/** Passages shown of one claim. */
const wordsShown = 2;

const signs: Readonly<Record<Claim['outcome'], ReactNode>> = {
  preferred: <Star size={12} aria-hidden className="text-accent" />,
  'borne out': <Check size={12} aria-hidden className="text-accent" />,
  agreed: <Check size={12} aria-hidden className="text-muted" />,
  contested: <TriangleAlert size={12} aria-hidden className="text-warning" />,
  'passed over': <X size={12} aria-hidden className="text-danger" />,
  alone: <CircleDashed size={12} aria-hidden className="text-faint" />,
};

/** Where and when it was published. */
function publishedWords({ publisher, articleTitle, published }: PassageRef): string {
  return [publisher || articleTitle, published ? describeEdtf(published) : ''].filter(Boolean).join(', ');
}

function ClaimOutcome({ claim }: { readonly claim: Claim }) {
  const { outcome } = claim;
  const look = outcome === 'contested' ? 'text-warning' : 'text-muted';
  return (
    <p className="flex items-start gap-1.5 text-xs min-w-0">
      <span className="shrink-0 mt-0.5">{signs[outcome]}</span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className={`font-medium ${look}`}>{outcomeLabels[outcome]}</span>
        <span className="text-muted" dir="auto">{` · ${outcomeWords(claim)}`}</span>
      </span>
    </p>
  );
}

function Basis({ claim, current }: RowProps) {
  const { id, evidence } = claim.account;
  if (evidence.length === 0) return <span className="text-xs text-faint">No words yet</span>;
  return (
    <>
      {evidence.slice(0, wordsShown).map((passage) => (
        <div key={passage.annotationId} className="min-w-0">
          <WalkedWords owner={id} passage={passage} current={current} />
          <span className="block ps-[17px] text-xs text-faint truncate" dir="auto">
            {publishedWords(passage)}
          </span>
        </div>
      ))}
      <MoreWords count={evidence.length - wordsShown} />
    </>
  );
}

interface RowProps {
  readonly claim: Claim;
  readonly current: string | null;
}

function ClaimRow({ claim, current }: RowProps) {
  const { account, eventTitle, eventDate } = claim;
  const isDenial = account.mode === 'denies';
  return (
    <li className="grid grid-cols-[clamp(5.5rem,14vw,9.5rem)_minmax(0,1fr)] gap-x-3 px-4 py-1.5 [content-visibility:auto] [contain-intrinsic-size:auto_84px]">
      <span className={`text-xs pt-0.5 text-end ${isDenial ? 'text-danger' : 'text-muted'}`}>
        <span className="inline-flex items-center gap-1">
          {isDenial && <Ban size={12} aria-hidden />}
          {modeLabel(claim)}
        </span>
        <bdi className="block text-muted [overflow-wrap:anywhere]">{factWords(account)}</bdi>
      </span>
      <div className="min-w-0 flex flex-col gap-0.5 border-s border-rule ps-3">
        <span className="font-medium [overflow-wrap:anywhere]" dir="auto">
          {putWords(account)}
        </span>
        <span className="flex items-baseline gap-2 min-w-0">
          <Walked
            name={account.id}
            current={current}
            onPress={() => go({ kind: 'event', id: account.eventId })}
            title={eventTitle}
            className="text-accent truncate min-w-0"
          >
            {eventTitle || 'Untitled'}
          </Walked>
          {eventDate && (
            <span className="text-xs text-muted whitespace-nowrap">{describeEdtf(eventDate.edtf)}</span>
          )}
        </span>
        <Basis claim={claim} current={current} />
        <ClaimOutcome claim={claim} />
      </div>
    </li>
  );
}

const keysOf = ({ account: { id, evidence } }: Claim): readonly string[] => [
  id,
  ...evidence.slice(0, wordsShown).map((passage) => wordsKey(id, passage)),
];

interface ClaimsProps {
  readonly actorId: string;
  readonly place: PlaceOf<'entity'>;
}

export function ClaimsSection({ actorId, place }: ClaimsProps) {
  const list = useMoreRows('listClaims', { actorId });
  const { shown, end } = useUnfolding(place, 'claims', list);
  const { listProps, current } = useWalk<HTMLUListElement>(shown.flatMap(keysOf));
  if (list.error) return <ErrorMessage error={list.error} />;
  if (list.isLoading || list.total === 0) return null;
  return (
    <DossierSection title={claimsTitle} total={list.total}>
      <ul {...listProps}>
        {shown.map((claim) => (
          <ClaimRow key={claim.account.id} claim={claim} current={current} />
        ))}
      </ul>
      {end}
    </DossierSection>
  );
}
