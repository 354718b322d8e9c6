/** What the signs stand on: the land, the net of meridians, the boundaries of the user's own; drawn once for a settled view. */
import { memo, useMemo } from 'react';
import type { Boundaries } from '../../../../shared/contract/app';
import { pathUnits } from '../geometry/rings';
import { projectionOf, type Size, scaleBar, unitsPerKm, type View, type World } from '../geometry/world';
import { boundariesPath, drawLand, graticulePath, spherePath } from './land';

export interface GroundProps {
  readonly world: World;
  readonly view: View;
  readonly size: Size;
  readonly boundaries: Boundaries | null;
}

export const Ground = memo(function Ground({ world, view, size, boundaries }: GroundProps) {
  const paths = useMemo(
    () => ({
      land: drawLand(world, view, size),
      sphere: spherePath(world, view, size),
      graticule: graticulePath(world, view, size),
    }),
    [world, view, size],
  );
  const lines = useMemo(
    () => (boundaries ? boundariesPath(boundaries.lines, world, view, size) : ''),
    [boundaries, world, view, size],
  );
  return (
    <>
      <path d={paths.sphere} className="fill-sunken stroke-rule stroke-1" vectorEffect="non-scaling-stroke" />
      <path d={paths.land} transform={`scale(${1 / pathUnits})`} className="fill-rule" />
      <path
        d={paths.graticule}
        className="fill-none stroke-faint stroke-[0.5px] opacity-35"
        vectorEffect="non-scaling-stroke"
      />
      {lines && (
        <path
          d={lines}
          data-boundaries
          className="fill-none stroke-muted stroke-1"
          vectorEffect="non-scaling-stroke"
          strokeDasharray="6 2 1 2"
        />
      )}
    </>
  );
});

const mostBarPx = 110;
const edge = 12;

/** How long so many kilometres are in the middle of the map. */
export function ScaleBar({ world, view, size }: Omit<GroundProps, 'boundaries'>) {
  const projection = projectionOf(world, view);
  const [longitude = 0, latitude = 0] = projection.invert?.([size.width / 2, size.height / 2]) ?? [];
  const perKm = unitsPerKm(projection, { latitude: Math.max(-80, Math.min(80, latitude)), longitude });
  if (!Number.isFinite(perKm) || perKm <= 0) return null;
  const { km, px } = scaleBar(perKm, mostBarPx);
  const words = km >= 1 ? `${km.toLocaleString('en')} km` : `${Math.round(km * 1000)} m`;
  return (
    <g transform={`translate(${edge} ${size.height - edge})`} aria-hidden>
      <path d={`M0,-5 V0 H${px} V-5`} className="fill-none stroke-ink stroke-[1.5px]" />
      <text
        x={px / 2}
        y={-6}
        textAnchor="middle"
        className="fill-ink text-[10px] stroke-paper stroke-3 [paint-order:stroke]"
      >
        {words}
      </text>
    </g>
  );
}

/** Stands in what is exported too. */
export function Credit({ size, boundaries }: Pick<GroundProps, 'size' | 'boundaries'>) {
  const own = boundaries ? ` · Boundaries added from “${boundaries.name}”` : '';
  return (
    <text
      x={size.width - edge}
      y={size.height - edge}
      textAnchor="end"
      className="fill-muted text-[10px] stroke-paper stroke-3 [paint-order:stroke]"
    >
      {`Land: Natural Earth${own}`}
    </text>
  );
}
