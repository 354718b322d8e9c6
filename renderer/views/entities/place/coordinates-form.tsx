/** Coordinates typed by hand, with how far around them the place may lie and where they are from. */
import { type SubmitEvent, useState } from 'react';
import type { EntityDetail } from '../../../../shared/model/entity';
import { commands } from '../../../client/client';
import { coordinateText } from '../../../parts/names/coordinate-text';
import { run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/fields/text-field';
import { readCoordinates } from './read-coordinates';

interface CoordinatesFormProps {
  readonly entity: EntityDetail;
  readonly onDone: () => void;
}

const halfEarthKm = 20_000;

/** Undefined: not a distance on the earth. */
function readRadius(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const km = Number(text.trim().replace(',', '.'));
  return km > 0 && km <= halfEarthKm ? km : undefined;
}

export function CoordinatesForm({ entity, onDone }: CoordinatesFormProps) {
  const { point } = entity;
  const [text, setText] = useState(point ? coordinateText(point) : '');
  const [radius, setRadius] = useState(point?.radiusKm ? String(point.radiusKm) : '');
  const [source, setSource] = useState(point?.source ?? '');
  const read = readCoordinates(text);
  const radiusKm = readRadius(radius);
  const isReady = read !== null && radiusKm !== undefined;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!read || radiusKm === undefined) return;
    const given = { ...read, radiusKm, source: source.trim() };
    if ((await run(commands.updateEntity({ id: entity.id, point: given }))) !== undefined) onDone();
  };
  return (
    <form className="w-72 flex flex-col gap-2.5" onSubmit={(event) => void save(event)}>
      <TextField
        label="Latitude, longitude"
        placeholder="50.4547, 30.5238"
        value={text}
        onChange={setText}
        autoFocus
        help="Degrees, WGS 84"
        error={text.trim() !== '' && !read ? 'These are not understood as coordinates.' : undefined}
      />
      <TextField
        label="How far around it may lie, in km"
        placeholder="As its precision says"
        value={radius}
        onChange={setRadius}
        error={radiusKm === undefined ? 'A number above 0.' : undefined}
      />
      <TextField label="Where they are from" value={source} onChange={setSource} />
      <div className="flex justify-end gap-2">
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary" isDisabled={!isReady}>
          Keep
        </Button>
      </div>
    </form>
  );
}
