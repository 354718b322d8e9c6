/** What the signs mean, why there are no borders, and the way to add one's own. */
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Boundaries } from '../../../../shared/contract/app';
import { Button } from '../../../ui/actions/button';
import { PopoverButton } from '../../../ui/overlays/popover';

export interface LegendProps {
  readonly boundaries: Boundaries | null;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

function Row({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-2.5">
      <svg width={28} height={22} viewBox="-14 -11 28 22" aria-hidden className="shrink-0">
        {sign}
      </svg>
      <span>{children}</span>
    </li>
  );
}

const dot = <circle r={6} className="fill-accent" />;

function SignRows() {
  return (
    <ul className="flex flex-col gap-1">
      <Row sign={dot}>Events at a point or a settlement, with their number</Row>
      <Row
        sign={
          <>
            {dot}
            <circle r={8.5} className="fill-none stroke-accent stroke-1" />
          </>
        }
      >
        Several places near each other
      </Row>
      <Row
        sign={
          <circle r={10} className="fill-accent opacity-25 stroke-accent stroke-1" strokeDasharray="1 3" />
        }
      >
        Somewhere in a district, region or country
      </Row>
      <Row sign={<circle r={6} className="fill-selected stroke-accent stroke-1" />}>
        Possibly at the time shown: the date is not certain
      </Row>
      <Row
        sign={
          <>
            {dot}
            <circle r={9} className="fill-none stroke-warning stroke-2" strokeDasharray="4 3" />
          </>
        }
      >
        Accounts differ on where it was: drawn at each place
      </Row>
    </ul>
  );
}

export function Legend({ boundaries, onAdd, onRemove }: LegendProps) {
  const trigger = (
    <Button look="quiet" icon={<Info size={14} aria-hidden />}>
      Legend
    </Button>
  );
  return (
    <PopoverButton label="Legend" trigger={trigger}>
      <div className="w-80 flex flex-col gap-3">
        <SignRows />
        <p className="text-muted">
          <strong className="font-medium text-ink">Why there are no borders.</strong> Where borders run is
          contested, and every ready outline takes a side. The map shows land only (Natural Earth). You can
          add lines of your own from a GeoJSON file; whose they are is then yours to say.
        </p>
        {boundaries && (
          <p className="truncate" dir="auto" title={boundaries.name}>
            Added: {boundaries.name}
          </p>
        )}
        <div className="flex gap-2">
          <Button onPress={onAdd}>{boundaries ? 'Other boundaries…' : 'Add boundaries…'}</Button>
          {boundaries && <Button onPress={onRemove}>Remove</Button>}
        </div>
        <p className="text-xs text-faint">
          Coordinates chosen in the gazetteer are from GeoNames, CC BY 4.0. Nothing is fetched.
        </p>
      </div>
    </PopoverButton>
  );
}
