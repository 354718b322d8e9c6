/**
 * How what was found is spread over time. A press narrows to a bar, a drag to several; the keyboard moves over the bars,
 * takes several with Shift, and narrows with Enter. Those who hear the screen have the same as a table.
 */
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import type { Histogram } from '../../../../../shared/contract/search';
import { describeEdtf } from '../../../../../shared/dates/describe-edtf';
import { type BarRange, barAt, countIn, datesOf, isIn, rangeAfterKey, rangeWords } from './bar-range';

/** Of the drawing's own coordinates: a bar is one wide. */
const height = 40;
/** A bar is at most so wide, in CSS pixels: one alone should not look like much. */
const widest = 28;
/** Bars with anything are at least so high. */
const lowest = 1.5;

interface BarsProps {
  readonly histogram: Histogram;
  /** “Published”: what the dates are of. */
  readonly label: string;
  /** With the dates as a query has them. */
  readonly onChoose: (dates: string) => void;
}

interface Choosing {
  readonly range: BarRange | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onBlur: () => void;
  };
}

const pointed = ({ currentTarget, clientX }: PointerEvent<HTMLElement>, count: number): number => {
  const { left, width } = currentTarget.getBoundingClientRect();
  return barAt((clientX - left) / Math.max(1, width), count);
};

function useChoosing({ histogram: { bars }, onChoose }: BarsProps): Choosing {
  const [range, setRange] = useState<BarRange | null>(null);
  const [isDragging, setDragging] = useState(false);
  const choose = (chosen: BarRange | null) => {
    setRange(null);
    const dates = chosen && datesOf(bars, chosen);
    if (dates) onChoose(dates);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') choose(range);
    else if (event.key === 'Escape' && range) setRange(null);
    else {
      const start = range ?? { from: -1, to: -1 };
      const next = rangeAfterKey(event.key, event.shiftKey && range !== null, start, bars.length);
      if (!next) return;
      setRange(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const handlers: Choosing['handlers'] = {
    onKeyDown,
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = pointed(event, bars.length);
      setDragging(true);
      setRange({ from: at, to: at });
    },
    onPointerMove: (event) => {
      if (isDragging && range) setRange({ from: range.from, to: pointed(event, bars.length) });
    },
    onPointerUp: () => {
      if (isDragging) choose(range);
      setDragging(false);
    },
    onPointerCancel: () => {
      setDragging(false);
      setRange(null);
    },
    onBlur: () => {
      if (!isDragging) setRange(null);
    },
  };
  return { range, handlers };
}

function Drawing({
  histogram: { bars },
  range,
}: Pick<BarsProps, 'histogram'> & { readonly range: BarRange | null }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${bars.length} ${height}`}
      preserveAspectRatio="none"
      className="block w-full h-11"
    >
      {bars.map(({ value, count }, at) => {
        const high = count === 0 ? 0 : Math.max(lowest, (count / most) * height);
        return (
          <g key={value}>
            {isIn(range, at) && <rect x={at} y={0} width={1} height={height} fill="var(--selected)" />}
            <rect
              x={at + 0.08}
              y={height - high}
              width={0.84}
              height={high}
              fill={isIn(range, at) ? 'var(--accent)' : 'var(--faint)'}
            >
              <title>{`${describeEdtf(value)}: ${count.toLocaleString('en')}`}</title>
            </rect>
          </g>
        );
      })}
    </svg>
  );
}

function Table({ histogram: { bars, unit }, label }: Pick<BarsProps, 'histogram' | 'label'>) {
  return (
    <table className="sr-only">
      <caption>{`${label}, by ${unit}`}</caption>
      <thead>
        <tr>
          <th scope="col">{unit === 'year' ? 'Year' : 'Month'}</th>
          <th scope="col">Hits</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ value, count }) => (
          <tr key={value}>
            <th scope="row">{describeEdtf(value)}</th>
            <td>{count.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DateBars(props: BarsProps) {
  const { histogram, label } = props;
  const { bars, unit } = histogram;
  const { range, handlers } = useChoosing(props);
  const helpId = useId();
  const all = { from: 0, to: bars.length - 1 };
  const meant = range ?? all;
  const words = `${rangeWords(bars, meant)}: ${countIn(bars, meant).toLocaleString('en')}`;
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${label}, by ${unit}`}
        aria-describedby={helpId}
        aria-valuemin={0}
        aria-valuemax={bars.length - 1}
        aria-valuenow={range?.to ?? 0}
        aria-valuetext={words}
        {...handlers}
        style={{ maxWidth: bars.length * widest }}
        className="cursor-default rounded-sm border-b border-rule touch-none"
      >
        <Drawing histogram={histogram} range={range} />
      </div>
      <p
        aria-hidden
        style={{ maxWidth: Math.max(bars.length * widest, 160) }}
        className="flex gap-2 text-xs text-muted tabular-nums min-w-0"
      >
        {range ? (
          <span className="truncate">{words}</span>
        ) : (
          <>
            <span>{bars[0]?.value}</span>
            {bars.length > 1 && <span className="ms-auto">{bars.at(-1)?.value}</span>}
          </>
        )}
      </p>
      <span id={helpId} hidden>
        Arrow keys choose a bar, with Shift several, Enter narrows to them
      </span>
      <Table histogram={histogram} label={label} />
    </>
  );
}
