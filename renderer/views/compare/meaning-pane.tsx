/** What changed in meaning: the passages whose words changed, what rests on each, and the details that changed. */
import { CalendarDays, MessageSquareQuote } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { factWords, modeWords, valueWords } from '../../../shared/accounts/account-words';
import type { MeaningState, Resting } from '../../../shared/comparison/meaning';
import type { WordPiece } from '../../../shared/comparison/pieces';
import type {
  DetailChange,
  MeaningChange,
  RevisionComparison,
} from '../../../shared/comparison/revision-comparison';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import { entityIcon } from '../../parts/entity-picker';
import { go } from '../../shell/navigation';
import { Button } from '../../ui/actions/button';
import { Chip } from '../../ui/actions/chip';
import { createNearView, NearViewContext, useNearView } from './use-near-view';

const stateWords: Readonly<Record<MeaningState, string>> = {
  changed: 'Words changed, not decided yet',
  confirmed: 'New words taken by you',
  reattached: 'Now on other words',
  gone: 'Words gone',
  found: 'Words found again',
};

/** Nothing is left to decide. */
const quietStates: ReadonlySet<MeaningState> = new Set(['confirmed', 'reattached', 'found']);

function Words({ pieces }: { readonly pieces: readonly WordPiece[] }) {
  return (
    <span className="meaning-words font-serif text-[15px] leading-normal [overflow-wrap:anywhere]" dir="auto">
      {pieces.map(({ kind, old, new: now }, index) => {
        const key = `${index} ${old}`;
        if (kind !== 'changed') return <span key={key}>{now}</span>;
        return (
          <span key={key}>
            {old && <del>{old}</del>}
            {old && now && ' '}
            {now && <ins>{now}</ins>}
          </span>
        );
      })}
    </span>
  );
}

type RestingAccount = Extract<Resting, { kind: 'account' }>;

/** An account in its value, with its event: its words are others now. */
function RestingAccountLine({ account }: { readonly account: RestingAccount }) {
  const { eventId, title, value, mode } = account;
  return (
    <button
      type="button"
      onClick={() => go({ kind: 'event', id: eventId })}
      className="flex items-start gap-1.5 w-full text-start text-xs rounded-xs hover:text-accent cursor-default"
    >
      <MessageSquareQuote size={13} aria-hidden className="shrink-0 mt-0.5 text-muted" />
      <span className="min-w-0 [overflow-wrap:anywhere]" dir="auto">
        {factWords(account)} – <span className="font-medium">{valueWords(value)}</span>
        {mode !== 'states' && <span className="text-muted"> ({modeWords[mode]})</span>}
        <span className="block text-muted">{title || 'Untitled'}</span>
      </span>
    </button>
  );
}

function RestingChip({ thing }: { readonly thing: Exclude<Resting, RestingAccount> }) {
  if (thing.kind === 'event')
    return (
      <Chip
        icon={<CalendarDays size={14} aria-hidden className="shrink-0" />}
        onPress={() => go({ kind: 'event', id: thing.id })}
      >
        {thing.title || 'Untitled'}
      </Chip>
    );
  return (
    <Chip icon={entityIcon(thing.entityKind)} onPress={() => go({ kind: 'entity', id: thing.id })}>
      {thing.name}
    </Chip>
  );
}

function RestingThings({ resting }: { readonly resting: readonly Resting[] }) {
  const accounts = resting.filter((thing) => thing.kind === 'account');
  const others = resting.filter((thing) => thing.kind !== 'account');
  return (
    <>
      {accounts.length > 0 && (
        <ul aria-label="Accounts on these words" className="flex flex-col gap-1">
          {accounts.map((account) => (
            <li key={account.id}>
              <RestingAccountLine account={account} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {others.map((thing) => (
            <RestingChip key={`${thing.kind} ${thing.id}`} thing={thing} />
          ))}
        </div>
      )}
    </>
  );
}

interface PassageProps {
  readonly change: MeaningChange;
  readonly isFocused: boolean;
  readonly onShow: (change: MeaningChange, side: 'old' | 'new') => void;
}

function PassageCard({ change, isFocused, onShow }: PassageProps) {
  const { pieces, resting, state, oldRow, newRow } = change;
  const isElsewhere = oldRow !== null && newRow !== null && oldRow !== newRow;
  return (
    <>
      <button
        type="button"
        aria-current={isFocused}
        className="text-start cursor-default rounded-xs hover:text-accent"
        onClick={() => onShow(change, newRow === null ? 'old' : 'new')}
      >
        <Words pieces={pieces} />
      </button>
      <p className={`text-xs ${quietStates.has(state) ? 'text-muted' : 'text-warning'}`}>
        {stateWords[state]}
      </p>
      <RestingThings resting={resting} />
      {isElsewhere && (
        <div className="-ms-2.5 -mb-1">
          <Button look="quiet" onPress={() => onShow(change, 'old')}>
            Show where it was
          </Button>
        </div>
      )}
    </>
  );
}

/** The height of a card in CSS pixels, roughly. */
function heightOf({ pieces, resting }: MeaningChange): number {
  const length = pieces.reduce((sum, piece) => sum + piece.old.length + piece.new.length, 0);
  const accounts = resting.filter(({ kind }) => kind === 'account').length;
  return 48 + Math.ceil(length / 34) * 22 + accounts * 38 + (resting.length > accounts ? 30 : 0);
}

/** Filled when it comes near the view: a long text has a thousand of them. */
const ChangedPassage = memo(function ChangedPassage(props: PassageProps) {
  const element = useRef<HTMLLIElement>(null);
  const isNear = useNearView(element, false);
  return (
    <li
      ref={element}
      data-focused={props.isFocused ? '' : undefined}
      style={isNear ? undefined : { minHeight: heightOf(props.change) }}
      className="rounded-lg border border-rule bg-raised data-[focused]:border-accent p-2.5 flex flex-col gap-1.5 [contain:layout_style]"
    >
      {isNear && <PassageCard {...props} />}
    </li>
  );
});

const fieldWords: Readonly<Record<DetailChange['field'], string>> = {
  title: 'Title',
  authors: 'Authors',
  publisher: 'Publisher',
  published: 'Published',
  language: 'Language',
  url: 'Address',
  own: '',
};

const valueOf = ({ field }: DetailChange, value: string): string =>
  field === 'published' && value ? describeEdtf(value) : value;

function Details({ details }: { readonly details: readonly DetailChange[] }) {
  if (details.length === 0) return null;
  return (
    <section aria-label="Details that changed" className="flex flex-col gap-1.5">
      <h2 className="text-xs font-medium text-muted">Details that changed · {details.length}</h2>
      <dl className="rounded-lg border border-rule bg-raised p-2.5 flex flex-col gap-1.5">
        {details.map((change) => (
          <div key={`${change.field} ${change.name}`} className="min-w-0">
            <dt className="text-xs text-muted" dir="auto">
              {fieldWords[change.field] || change.name}
            </dt>
            <dd className="meaning-words select-text [overflow-wrap:anywhere]" dir="auto">
              {change.from && <del>{valueOf(change, change.from)}</del>}{' '}
              {change.to && <ins>{valueOf(change, change.to)}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export interface MeaningPaneProps {
  readonly comparison: RevisionComparison;
  readonly focused: string | null;
  readonly onShow: PassageProps['onShow'];
}

function nothingWords({ from, to }: RevisionComparison): string {
  return from.annotations.length + to.annotations.length === 0
    ? 'There are no passages in this article.'
    : 'Every passage that stands in both revisions has the same words.';
}

export const MeaningPane = memo(function MeaningPane({ comparison, focused, onShow }: MeaningPaneProps) {
  const { meaning, details } = comparison;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const near = useMemo(() => scroller && createNearView(scroller), [scroller]);
  useEffect(() => () => near?.stop(), [near]);
  return (
    <div ref={setScroller} className="flex-1 min-h-0 overflow-y-auto p-3 flex flex-col gap-4">
      <section aria-label="What changed in meaning" className="flex flex-col gap-2">
        <h2 className="font-semibold">
          {meaning.length === 0
            ? 'Nothing changed in meaning'
            : `What changed in meaning · ${meaning.length}`}
        </h2>
        {meaning.length === 0 && <p className="text-muted">{nothingWords(comparison)}</p>}
        <NearViewContext value={near}>
          <ul className="flex flex-col gap-2">
            {meaning.map((change) => (
              <ChangedPassage
                key={change.annotationId}
                change={change}
                isFocused={change.annotationId === focused}
                onShow={onShow}
              />
            ))}
          </ul>
        </NearViewContext>
      </section>
      <Details details={details} />
    </div>
  );
});
