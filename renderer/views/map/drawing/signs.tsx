/** One sign of the map, which can be pressed: a dot with its number, or an area with its number in the middle. */
import { memo } from 'react';
import { classNames } from '../../../ui/class-names';
import type { Dot } from '../geometry/marks';
import { pathUnits } from '../geometry/rings';
import { onScreen, type View } from '../geometry/world';
import { countWords } from '../words';

/** A dot, or an area: then with its outline. */
export interface Sign extends Dot {
  /** In `pathUnits` of the screen; undefined: a dot. */
  readonly outline?: string;
}

export interface SignProps {
  readonly sign: Sign;
  /** What it is drawn for. */
  readonly view: View;
  readonly isSelected: boolean;
  /** The one that Tab comes to. */
  readonly isCurrent: boolean;
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
function AreaShape({ sign, isSelected, view }: Omit<SignProps, 'isCurrent'>) {
  const at = onScreen(view, sign.at);
  const { outline, radius, isContested, sure, maybe } = sign;
  const strength = sure > 0 ? 'fill-accent opacity-20' : 'fill-accent opacity-10';
  const line = isContested ? 'stroke-warning' : 'stroke-accent';
  const shape = outline ? { d: outline, transform: `scale(${1 / pathUnits})` } : null;
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

/** A number does not say which places; where they are the same, they are in the same order. */
const areSame = (a: Sign, b: Sign): boolean =>
  a.at.x === b.at.x &&
  a.at.y === b.at.y &&
  a.sure === b.sure &&
  a.maybe === b.maybe &&
  a.isContested === b.isContested &&
  a.radius === b.radius &&
  a.outline === b.outline &&
  a.places.length === b.places.length &&
  a.places.every(({ place }, index) => place === b.places[index]?.place);

/** Drawn anew only when something of it has changed: there are hundreds. Who draws it hears what is done to it. */
export const SignMark = memo(
  function SignMark(props: SignProps) {
    const { sign, view, isSelected, isCurrent } = props;
    const isArea = sign.outline !== undefined;
    const at = onScreen(view, sign.at);
    return (
      // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element
      <g
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        aria-label={signWords(sign)}
        aria-pressed={isSelected}
        data-sign={sign.key}
        transform={isArea ? undefined : `translate(${at.x} ${at.y})`}
        className="cursor-pointer"
      >
        {isArea ? <AreaShape {...props} /> : <DotShape sign={sign} isSelected={isSelected} />}
      </g>
    );
  },
  (before, now) =>
    before.view === now.view &&
    before.isSelected === now.isSelected &&
    before.isCurrent === now.isCurrent &&
    areSame(before.sign, now.sign),
);
