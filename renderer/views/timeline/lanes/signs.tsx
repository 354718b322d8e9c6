/** What the signs of the timeline mean: each drawn as it is drawn in the lanes. */
import { CircleHelp } from 'lucide-react';
import { useCallback } from 'react';
import { dayNumber } from '../../../../shared/dates/calendar';
import { parseEdtf } from '../../../../shared/dates/edtf';
import { IconButton } from '../../../ui/actions/button';
import { PopoverButton } from '../../../ui/overlays/popover';
import { drawMark, type MarkState } from '../drawing/draw-mark';
import type { Painter } from '../drawing/painter';
import type { Palette } from '../drawing/palette';
import { shapeOf } from '../model/mark-shape';
import { Canvas } from './canvas';
import { usePalette } from './use-surroundings';

interface Sign {
  readonly words: string;
  readonly date: string;
  readonly state?: Partial<MarkState>;
  readonly inferred?: boolean;
}

const signs: readonly Sign[] = [
  { words: 'a day', date: '2024-01-15' },
  { words: 'lasted all that time', date: '2024-01-10/2024-01-20' },
  { words: 'some time in it', date: '2024-01-XX' },
  { words: 'about then', date: '2024-01-15~' },
  { words: 'uncertain', date: '2024-01-10?/2024-01-20' },
  { words: 'from then on', date: '2024-01-10/..' },
  { words: 'one of these', date: '[2024-01-08,2024-01-15,2024-01-22]' },
  { words: 'only its order is known', date: '2024-01-08/2024-01-22', inferred: true },
  { words: 'planned, or still to come', date: '2024-01-15', state: { happened: 'planned' } },
  { words: 'contested whether it happened', date: '2024-01-15', state: { happened: 'contested' } },
  { words: 'said not to have happened', date: '2024-01-10/2024-01-20', state: { happened: 'no' } },
  { words: 'accounts differ', date: '2024-01-10/2024-01-20', state: { conflicts: 1 } },
];

const size = { width: 84, height: 20 };
const first = dayNumber('2024-01-01');
const pxPerDay = 2;
const margin = 12;

function drawSign(painter: Painter, { date, state, inferred = false }: Sign, palette: Palette): void {
  painter.rect(0, 0, size.width, size.height, { fill: palette.paper });
  const { earliest = null, latest = null } = parseEdtf(date) ?? {};
  const day = (bound: string | null) => (bound === null ? null : dayNumber(bound));
  const shape = shapeOf({ date, earliest: day(earliest), latest: day(latest), inferred });
  if (!shape) return;
  const xOf = (at: number) => margin + (at - first) * pxPerDay;
  const whole = { happened: 'yes', isToCome: false, conflicts: 0, ...state } as const;
  drawMark(painter, shape, whole, { xOf, y: size.height / 2, width: size.width }, palette);
}

function SignRow({ sign, palette }: { readonly sign: Sign; readonly palette: Palette }) {
  const draw = useCallback((painter: Painter) => drawSign(painter, sign, palette), [sign, palette]);
  return (
    <li className="flex items-center gap-3">
      <span className="rounded-sm overflow-hidden">
        <Canvas {...size} draw={draw} />
      </span>
      {sign.words}
    </li>
  );
}

export function Signs() {
  const palette = usePalette();
  return (
    <PopoverButton
      label="What the signs mean"
      trigger={<IconButton label="What the signs mean" icon={<CircleHelp size={15} />} />}
    >
      <ul className="flex flex-col gap-1">
        {signs.map((sign) => (
          <SignRow key={sign.words} sign={sign} palette={palette} />
        ))}
      </ul>
    </PopoverButton>
  );
}
