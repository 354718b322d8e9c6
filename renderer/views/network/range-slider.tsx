import { useState } from 'react';
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

export interface RangeSliderProps {
  readonly label: string;
  /** One number, or the two ends of a range. */
  readonly value: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly words: (value: readonly number[]) => string;
  readonly thumbLabels: readonly string[];
  /** Called when the hand lets go: what depends on it is counted anew. */
  readonly onChange: (value: readonly number[]) => void;
}

const thumbLook =
  'top-1/2 size-3.5 rounded-full border border-accent bg-raised data-[dragging]:bg-accent data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent';

/** One number or a range, set by eye, that takes effect when it is let go. */
export function RangeSlider(props: RangeSliderProps) {
  const { label, value, min, max, words, thumbLabels, onChange } = props;
  const [held, setHeld] = useState<readonly number[] | null>(null);
  const shown = held ?? value;
  return (
    <AriaSlider
      value={[...shown]}
      minValue={min}
      maxValue={Math.max(max, min + 1)}
      isDisabled={max <= min}
      onChange={setHeld}
      onChangeEnd={(ended) => {
        setHeld(null);
        onChange(ended);
      }}
      className="flex items-center gap-1.5 disabled:opacity-50"
    >
      <Label className="text-xs text-muted whitespace-nowrap">{label}</Label>
      <SliderTrack className="h-5 w-24 mx-1.5">
        <span aria-hidden className="absolute inset-x-[-6px] top-1/2 h-px bg-rule" />
        {shown.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thumb is its place
          <SliderThumb key={index} index={index} aria-label={thumbLabels[index]} className={thumbLook} />
        ))}
      </SliderTrack>
      <SliderOutput className="text-xs text-muted tabular-nums whitespace-nowrap">
        {() => words(shown)}
      </SliderOutput>
    </AriaSlider>
  );
}
