import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { labelLook } from './text-field';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Shown after the value. */
  readonly unit: string;
  readonly onChange: (value: number) => void;
}

/** A number within bounds, set by eye. */
export function Slider({ label, value, min, max, unit, onChange }: SliderProps) {
  return (
    <AriaSlider
      value={value}
      minValue={min}
      maxValue={max}
      onChange={onChange}
      className="grid grid-cols-[1fr_auto] gap-y-1"
    >
      <Label className={labelLook}>{label}</Label>
      <SliderOutput className="text-xs text-muted tabular-nums">{() => `${value} ${unit}`}</SliderOutput>
      <SliderTrack className="col-span-2 h-5 mx-2">
        <span aria-hidden className="absolute inset-x-[-8px] top-1/2 h-px bg-rule" />
        <SliderThumb className="top-1/2 size-4 rounded-full border border-accent bg-raised data-[dragging]:bg-accent data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent" />
      </SliderTrack>
    </AriaSlider>
  );
}
