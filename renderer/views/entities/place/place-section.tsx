/** Where a place is: what it lies in, how exactly it is known, and its coordinates with where they are from. */
import { useState } from 'react';
import type { EntityDetail } from '../../../../shared/model/entity';
import { type Precision, precisions } from '../../../../shared/model/entity';
import { commands } from '../../../client/client';
import { coordinateText } from '../../../parts/names/coordinate-text';
import { SideSection } from '../../../parts/page/side-section';
import { go } from '../../../shell/navigation';
import { run } from '../../../shell/notices';
import { Button, LinkButton } from '../../../ui/actions/button';
import { Select } from '../../../ui/fields/select';
import { PopoverButton } from '../../../ui/overlays/popover';
import { CoordinatesForm } from './coordinates-form';
import { GazetteerDialog } from './gazetteer-dialog';
import { PlaceInside } from './place-inside';

interface PlaceProps {
  readonly entity: EntityDetail;
}

const notSaid = 'none';
const precisionWords: Readonly<Record<Precision, string>> = {
  '': 'not said',
  point: 'an exact point',
  settlement: 'a settlement',
  district: 'a district',
  region: 'a region',
  country: 'a country',
};
const choices = precisions.map((value) => ({ value: value || notSaid, label: precisionWords[value] }));

function PrecisionField({ entity }: PlaceProps) {
  const choose = (chosen: string) => {
    const precision = precisions.find((one) => one === chosen) ?? '';
    void run(commands.updateEntity({ id: entity.id, precision }));
  };
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-xs text-muted whitespace-nowrap">What it is known as</span>
      <Select
        label="How exactly it is known"
        labelHidden
        value={entity.precision || notSaid}
        choices={choices}
        onChange={choose}
      />
    </div>
  );
}

function PointWords({ entity }: PlaceProps) {
  const { point } = entity;
  if (!point) return <p className="text-muted">No coordinates: it is not on the map.</p>;
  return (
    <div>
      <p className="tabular-nums select-text">
        {coordinateText(point)}
        {point.radiusKm !== null && (
          <span className="text-muted"> · within {point.radiusKm.toLocaleString('en')} km</span>
        )}
      </p>
      <p className="text-xs text-faint select-text" dir="auto">
        {point.source || 'Where they are from is not said.'}
      </p>
    </div>
  );
}

function Coordinates({ entity }: PlaceProps) {
  const [finding, setFinding] = useState(false);
  return (
    <div className="flex flex-col gap-1.5">
      <PointWords entity={entity} />
      <div className="flex flex-wrap gap-1.5">
        <Button onPress={() => setFinding(true)}>Find in gazetteer…</Button>
        <PopoverButton label="Coordinates" trigger={<Button>Type in…</Button>}>
          {(close) => <CoordinatesForm entity={entity} onDone={close} />}
        </PopoverButton>
        {entity.point && (
          <Button onPress={() => void run(commands.updateEntity({ id: entity.id, point: null }))}>
            Clear
          </Button>
        )}
      </div>
      {finding && <GazetteerDialog entity={entity} onClose={() => setFinding(false)} />}
    </div>
  );
}

export function PlaceSection({ entity }: PlaceProps) {
  const map = entity.point && (
    <LinkButton onPress={() => go({ kind: 'map', selected: [entity.id] })}>On the map</LinkButton>
  );
  return (
    <SideSection title="Where it is" action={map}>
      <div className="flex flex-col gap-2.5">
        <PlaceInside entity={entity} />
        <PrecisionField entity={entity} />
        <Coordinates entity={entity} />
      </div>
    </SideSection>
  );
}
