import type { Colour } from '../../../../shared/model/tag';

/** The palette as hues of the colour circle, in degrees; grey has none. */
const hues: readonly (readonly [Exclude<Colour, 'grey'>, number])[] = [
  ['orange', 30],
  ['yellow', 55],
  ['green', 125],
  ['blue', 215],
  ['purple', 275],
  ['pink', 335],
];

/** Below this share of colour it is grey. */
const leastSaturation = 0.12;

/** The colour of the palette that is nearest to a `#rrggbb`; undefined for anything else. Hue as in HSV. */
export function nearestColour(hex: string): Colour | undefined {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? [];
  if (!red || !green || !blue) return undefined;
  const [r, g, b] = [red, green, blue].map((part) => Number.parseInt(part, 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  if (most === 0 || spread / most < leastSaturation) return 'grey';
  const sixth = most === r ? (g - b) / spread : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  const hue = (sixth * 60 + 360) % 360;
  const distance = (other: number) => Math.min(Math.abs(hue - other), 360 - Math.abs(hue - other));
  return [...hues].sort(([, one], [, other]) => distance(one) - distance(other))[0]?.[0];
}
