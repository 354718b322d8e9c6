/** One actor, place or object: who or what it is, and its dossier, every line of which leads to the words. */
import { useAnswer } from '../../client/query';
import { CitingNotes } from '../../parts/page/citing-notes';
import { memoryOf } from '../../parts/page/place-memory';
import { ErrorMessage } from '../../shell/error-message';
import type { ScreenProps } from '../../shell/screen-props';
import { ScrollPane } from '../../ui/layout/scroll-pane';
import { SplitPane } from '../../ui/layout/split-pane';
import { ArticlesSection } from './dossier/articles-section';
import { ClaimsSection } from './dossier/claims-section';
import { CompanySection } from './dossier/company-section';
import { DoingsSection } from './dossier/doings-section';
import { PassagesSection } from './dossier/passages-section';
import { EntityHeader } from './entity-header';
import { EntitySide } from './entity-side';

export function EntityView({ place }: ScreenProps<'entity'>) {
  const { data: entity, error } = useAnswer('getEntity', { id: place.id });
  if (error) return <ErrorMessage error={error} />;
  if (!entity) return null;
  const { id, kind } = entity;
  return (
    <SplitPane
      name="entity"
      label="Width of the details"
      main={
        <ScrollPane memory={memoryOf(place)}>
          <EntityHeader entity={entity} />
          {kind !== 'object' && <DoingsSection entity={entity} place={place} />}
          {kind === 'actor' && <ClaimsSection actorId={id} place={place} />}
          <CompanySection entityId={id} place={place} />
          <ArticlesSection entityId={id} place={place} />
          <PassagesSection entityId={id} place={place} />
        </ScrollPane>
      }
      side={
        <ScrollPane>
          <EntitySide entity={entity} />
          <CitingNotes of={{ kind: 'entity', id }} />
        </ScrollPane>
      }
    />
  );
}
