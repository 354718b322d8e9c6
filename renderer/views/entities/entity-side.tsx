/** The column beside an entity: who or what it is. */
import type { EntityDetail } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { EditableText } from '../../parts/page/editable-text';
import { SideSection } from '../../parts/page/side-section';
import { run } from '../../shell/notices';
import { Identifiers } from './identifiers';
import { MergedSection } from './merged/merged-section';
import { NamesSection } from './names/names-section';
import { PartOf } from './part-of';
import { PlaceSection } from './place/place-section';
import { RelationsSection } from './relations/relations-section';

export function EntitySide({ entity }: { readonly entity: EntityDetail }) {
  return (
    <>
      <SideSection title="Description">
        <EditableText
          label="Description"
          multiline
          placeholder="Who or what is it?"
          value={entity.description}
          onSave={(description) => run(commands.updateEntity({ id: entity.id, description }))}
        />
      </SideSection>
      {entity.kind === 'place' && <PlaceSection entity={entity} />}
      <NamesSection entity={entity} />
      <RelationsSection entity={entity} />
      {entity.kind !== 'place' && <PartOf entity={entity} />}
      <MergedSection entity={entity} />
      <Identifiers entity={entity} />
    </>
  );
}
