/** One sign of the map, which can be pressed: a dot with its number, or an area with its number in the middle. */
import type { KeyboardEvent } from 'react';
import { classNames } from '../../../ui/class-names';
import type { Dot } from '../geometry/marks';
import type { PlanePoint } from '../geometry/world';
import { countWords } from '../words';

/** A dot, or an area: then with its outline. */
export interface Sign extends Dot {
  /** On the screen as the view was when it was drawn; undefined: a dot. */
  readonly outline?: string;
}

export interface SignProps {
  readonly sign: Sign;
  /** On the screen. */
  readonly at: PlanePoint;
  /** Where an outline has moved to since it was drawn. */
  readonly transform: string;
  readonly isSelected: boolean;
  /** The one that Tab comes to. */
  readonly isCurrent: boolean;
  readonly onPress: () => void;
  readonly onFocus: () => void;
  readonly onArrow: (event: KeyboardEvent, dx: number, dy: number) => void;
}

const namesSpoken = 5;

/** What stands there, for those who do not see it. */
export function signWords({ places, sure, maybe, isContested, outline }: Sign): string {
  const names = places.slice(0, namesSpoken).map(({ place }) => place.name);
  const who =
    places.length === 1 ? (names[0] ?? '') : `${countWords(places.length, 'place')} (${names.join(', ')})`;
  const count = countWords(sure + maybe, 'event');
  const parts = [
    `${who}: ${count}`,
    outline === undefined ? '' : 'somewhere in this area',
    maybe > 0 ? `${maybe.toLocaleString('en')} of them possibly at this time` : '',
    isContested ? 'place contested' : '',
  ];
  return parts.filter(Boolean).join(', ');
}

const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Rings around a dot: more than one place, a place that is contested, what may be at another time, what is chosen. */
function Rings({ sign, isSelected }: Pick<SignProps, 'sign' | 'isSelected'>) {
  const { radius, places, sure, maybe, isContested } = sign;
  return (
    <>
      {sure > 0 && maybe > 0 && <circle r={radius + 4} className="fill-accent opacity-30" />}
      {places.length > 1 && <circle r={radius + 2.5} className="fill-none stroke-accent stroke-1" />}
      {isContested && (
        <circle r={radius + 4} className="fill-none stroke-warning stroke-2" strokeDasharray="4 3" />
      )}
      {isSelected && <circle r={radius + 6} className="fill-none stroke-ink stroke-2" />}
    </>
  );
}

function DotShape({ sign, isSelected }: Pick<SignProps, 'sign' | 'isSelected'>) {
  const isSure = sign.sure > 0;
  return (
    <>
      <Rings sign={sign} isSelected={isSelected} />
      <circle
        r={sign.radius}
        className={isSure ? 'fill-accent stroke-paper stroke-1' : 'fill-selected stroke-accent stroke-1'}
      />
      <text
        textAnchor="middle"
        dy="0.35em"
        className={classNames('text-[10px] tabular-nums', isSure ? 'fill-accent-ink' : 'fill-ink')}
      >
        {(sign.sure + sign.maybe).toLocaleString('en')}
      </text>
    </>
  );
}

/** An area is soft and has no point in it: nothing says that it was in the middle. */
function AreaShape({ sign, isSelected, transform, at }: Omit<SignProps, 'isCurrent'>) {
  const { outline, radius, isContested, sure, maybe } = sign;
  const strength = sure > 0 ? 'fill-accent opacity-20' : 'fill-accent opacity-10';
  const line = isContested ? 'stroke-warning' : 'stroke-accent';
  const shape = outline ? { d: outline, transform } : null;
  const edge = classNames('fill-none', isSelected ? 'stroke-ink stroke-2' : line);
  return (
    <>
      {shape && <path {...shape} className={strength} />}
      {shape && <path {...shape} fill="url(#map-hatch)" className="opacity-50" />}
      {shape && (
        <path
          {...shape}
          className={edge}
          vectorEffect="non-scaling-stroke"
          strokeDasharray={isContested ? '4 3' : '1 3'}
        />
      )}
      <g transform={`translate(${at.x} ${at.y})`}>
        {isSelected && <circle r={radius} className="fill-none stroke-ink stroke-2" />}
        <text
          textAnchor="middle"
          dy="0.35em"
          className="fill-ink stroke-paper stroke-3 [paint-order:stroke] text-[11px] font-medium tabular-nums"
        >
          {(sure + maybe).toLocaleString('en')}
        </text>
      </g>
    </>
  );
}

export function SignMark(props: SignProps) {
  const { sign, at, isSelected, isCurrent, onPress, onFocus, onArrow } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow) onArrow(event, ...arrow);
    else if (event.key === 'Enter' || event.key === ' ') onPress();
    else return;
    event.preventDefault();
  };
  const isArea = sign.outline !== undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element
    <g
      role="button"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={signWords(sign)}
      aria-pressed={isSelected}
      data-sign={sign.key}
      onClick={onPress}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      transform={isArea ? undefined : `translate(${at.x} ${at.y})`}
      className="cursor-pointer"
    >
      {isArea ? <AreaShape {...props} /> : <DotShape sign={sign} isSelected={isSelected} />}
    </g>
  );
}
