/** The time below the map: how many events each stretch of it may have, and the two ends of what is shown. */

import { useLayoutEffect, useMemo, useRef } from 'react';
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { Button } from '../../ui/actions/button';
import type { MapDate } from './content';
import { countByMonth, type MonthCount, type MonthRange, monthWords } from './geometry/months';

export interface TimeRangeProps {
  readonly dates: readonly (MapDate | null)[];
  /** From the first month of all events to the last. */
  readonly whole: MonthRange;
  readonly chosen: MonthRange;
  readonly onChange: (chosen: MonthRange) => void;
}

const mostBars = 140;
const barsHeight = 30;

/** What may be at another time is lighter; what is not shown is grey. */
function Bars({ counts, chosen }: { readonly counts: readonly MonthCount[]; readonly chosen: MonthRange }) {
  const most = Math.max(1, ...counts.map(({ sure, maybe }) => sure + maybe));
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(1.5, (count / most) * barsHeight));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${counts.length} ${barsHeight}`}
      preserveAspectRatio="none"
      className="absolute inset-x-0 bottom-2.5 w-full"
      height={barsHeight}
    >
      {counts.map(({ first, last, sure, maybe }, index) => {
        const isShown = last >= chosen.first && first <= chosen.last;
        const colour = isShown ? 'fill-accent' : 'fill-faint';
        const [dark, all] = [heightOf(sure), heightOf(sure + maybe)];
        return (
          <g key={first} className={colour}>
            <rect x={index + 0.1} width={0.8} y={barsHeight - all} height={all} className="opacity-35" />
            <rect x={index + 0.1} width={0.8} y={barsHeight - dark} height={dark} />
          </g>
        );
      })}
    </svg>
  );
}

const thumbLook =
  'top-[calc(100%-0.625rem)] size-3.5 rounded-full border border-accent bg-raised data-[dragging]:bg-accent ' +
  'data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent';

interface ThumbProps {
  readonly index: number;
  readonly label: string;
  readonly month: number;
}

/** One end. React Aria says values as numbers, and a month's number says nothing. */
function Thumb({ index, label, month }: ThumbProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', monthWords(month)));
  return <SliderThumb index={index} aria-label={label} inputRef={input} className={thumbLook} />;
}

export function TimeRange({ dates, whole, chosen, onChange }: TimeRangeProps) {
  const counts = useMemo(() => countByMonth(dates, whole, mostBars), [dates, whole]);
  const isWhole = chosen.first === whole.first && chosen.last === whole.last;
  return (
    <div className="flex items-end gap-4 px-4 pt-1.5 pb-1.5 border-t border-rule shrink-0">
      <Slider
        value={[chosen.first, chosen.last]}
        minValue={whole.first}
        maxValue={whole.last}
        onChange={([first = whole.first, last = whole.last]) => onChange({ first, last })}
        className="flex-1 min-w-0"
      >
        <div className="flex justify-between text-xs">
          <Label className="text-muted">Time shown</Label>
          <output className="tabular-nums">{`${monthWords(chosen.first)} – ${monthWords(chosen.last)}`}</output>
        </div>
        <SliderTrack className="relative h-11 mx-2">
          <Bars counts={counts} chosen={chosen} />
          <span aria-hidden className="absolute inset-x-0 bottom-2.5 h-px bg-rule" />
          <Thumb index={0} label="From" month={chosen.first} />
          <Thumb index={1} label="To" month={chosen.last} />
        </SliderTrack>
      </Slider>
      <div className="pb-1.5">
        <Button isDisabled={isWhole} onPress={() => onChange(whole)}>
          All time
        </Button>
      </div>
    </div>
  );
}
