/** What the network is made of. The buttons that take a sort of node or tie in or out are its legend as well. */
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { type Nearness, type Network, type TieKind, tieKinds } from '../../../shared/contract/views/network';
import { type EntityKind, entityKinds } from '../../../shared/model/entity';
import { useAnswer } from '../../client/query';
import { Select } from '../../ui/fields/select';
import { narrow, useNarrowing } from './network-place';
import { setNetwork, toggled, useNetworkState } from './network-state';
import { monthNumber, monthOf, monthWords } from './network-words';
import { RangeSlider } from './range-slider';

const kindLabels: Readonly<Record<EntityKind, string>> = {
  actor: 'Actors',
  place: 'Places',
  object: 'Objects',
};
const tieLabels: Readonly<Record<TieKind, string>> = {
  mention: 'Named together',
  event: 'Shared events',
  relation: 'Relations',
};

const nodeSamples: Readonly<Record<EntityKind, ReactNode>> = {
  actor: <circle cx="6" cy="6" r="4.5" className="fill-accent" />,
  place: <rect x="1.8" y="1.8" width="8.4" height="8.4" className="fill-warning" />,
  object: <path d="M6 1 L11 10.5 L1 10.5 Z" className="fill-faint" />,
};
const tieSamples: Readonly<Record<TieKind, ReactNode>> = {
  mention: <path d="M0 6 H24" className="stroke-faint" strokeWidth="2" />,
  event: <path d="M0 6 H24" className="stroke-warning" strokeWidth="2" strokeDasharray="6 3" />,
  relation: (
    <>
      <path d="M0 6 H17" className="stroke-danger" strokeWidth="2" />
      <path d="M24 6 L16 2 L16 10 Z" className="fill-danger" />
    </>
  ),
};

interface SortToggleProps {
  readonly label: string;
  readonly sample: ReactNode;
  readonly sampleWidth: number;
  readonly isOn: boolean;
  readonly onChange: () => void;
}

function SortToggle({ label, sample, sampleWidth, isOn, onChange }: SortToggleProps) {
  return (
    <ToggleButton
      isSelected={isOn}
      onChange={onChange}
      className="inline-flex items-center gap-1.5 h-6 px-2 rounded-md border border-transparent text-muted whitespace-nowrap cursor-default hovered:text-ink selected:border-rule selected:bg-raised selected:text-ink [&:not([data-selected])>svg]:opacity-35"
    >
      <svg aria-hidden width={sampleWidth} height="12" className="shrink-0">
        {sample}
      </svg>
      {label}
    </ToggleButton>
  );
}

function Kinds() {
  const kinds = useNetworkState((state) => state.kinds);
  return (
    <fieldset className="flex items-center gap-0.5">
      <legend className="sr-only">What is shown</legend>
      {entityKinds.map((kind) => (
        <SortToggle
          key={kind}
          label={kindLabels[kind]}
          sample={nodeSamples[kind]}
          sampleWidth={12}
          isOn={kinds.includes(kind)}
          onChange={() => setNetwork({ kinds: toggled(kinds, kind) })}
        />
      ))}
    </fieldset>
  );
}

const nearChoices: readonly { readonly value: Nearness; readonly label: string }[] = [
  { value: 'passage', label: 'in one passage' },
  { value: 'paragraph', label: 'in a paragraph' },
  { value: 'article', label: 'in an article' },
];

function Ties() {
  const { ties, near } = useNetworkState();
  return (
    <fieldset className="flex flex-wrap items-center gap-0.5">
      <legend className="sr-only">Ties</legend>
      {tieKinds.map((tie) => (
        <span key={tie} className="inline-flex items-center gap-1">
          <SortToggle
            label={tieLabels[tie]}
            sample={tieSamples[tie]}
            sampleWidth={24}
            isOn={ties.includes(tie)}
            onChange={() => setNetwork({ ties: toggled(ties, tie) })}
          />
          {tie === 'mention' && (
            <Select
              label="How near they are named"
              labelHidden
              value={near}
              choices={nearChoices}
              isDisabled={!ties.includes('mention')}
              onChange={(chosen) => {
                setNetwork({ near: chosen });
                narrow({ minWeight: 1 });
              }}
            />
          )}
        </span>
      ))}
    </fieldset>
  );
}

/** At the ends of the span the filter is off: what has no date is shown as well. */
function MonthRange() {
  const { from, to } = useNarrowing();
  const { data: span } = useAnswer('getNetworkSpan', {});
  if (!span) return null;
  const [first, last] = [monthNumber(span.from), monthNumber(span.to)];
  const value = [from === null ? first : monthNumber(from), to === null ? last : monthNumber(to)];
  const change = ([start = first, end = last]: readonly number[]) =>
    narrow({
      from: start <= first ? null : monthOf(start),
      to: end >= last ? null : monthOf(end),
    });
  const words = ([start = first, end = last]: readonly number[]) =>
    start <= first && end >= last
      ? 'all time'
      : `${monthWords(monthOf(start))} – ${monthWords(monthOf(end))}, dated only`;
  return (
    <RangeSlider
      label="Time"
      value={value}
      min={first}
      max={last}
      words={words}
      thumbLabels={['From the month', 'To the month']}
      onChange={change}
    />
  );
}

function MinWeight({ network }: { readonly network: Network | undefined }) {
  const { minWeight } = useNarrowing();
  return (
    <RangeSlider
      label="At least"
      value={[minWeight]}
      min={1}
      max={Math.max(network?.maxWeight ?? 1, minWeight)}
      words={([weight = 1]) => (weight === 1 ? 'once' : `${weight} times`)}
      thumbLabels={['Least weight of a tie']}
      onChange={([weight = 1]) => narrow({ minWeight: weight })}
    />
  );
}

export function NetworkFilters({ network }: { readonly network: Network | undefined }) {
  return (
    <div
      role="group"
      aria-label="What the network is made of"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 border-b border-rule shrink-0"
    >
      <Kinds />
      <Ties />
      <MinWeight network={network} />
      <MonthRange />
    </div>
  );
}
