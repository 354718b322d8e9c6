/** Who an entity appears with: in articles, in events. */
import type { CoMention } from '../../../../shared/model/entity';
import { useMoreRows } from '../../../client/use-rows';
import { entityIcon } from '../../../parts/entity-picker';
import { ErrorMessage } from '../../../shell/error-message';
import { go } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { LinkButton } from '../../../ui/actions/button';
import { DossierSection, useUnfolding } from './dossier-section';

export const companyTitle = 'Appears with';

const counted = (count: number, one: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;

/** "3 articles, 1 event". */
export function togetherWords({ articleCount, eventCount }: CoMention): string {
  return [
    articleCount > 0 ? counted(articleCount, 'article') : '',
    eventCount > 0 ? counted(eventCount, 'event') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

interface CompanyProps {
  readonly entityId: string;
  readonly place: PlaceOf<'entity'>;
}

export function CompanySection({ entityId, place }: CompanyProps) {
  const list = useMoreRows('listCoMentions', { entityId });
  const { shown, end } = useUnfolding(place, 'company', list);
  if (list.error) return <ErrorMessage error={list.error} />;
  if (list.isLoading || list.total === 0) return null;
  return (
    <DossierSection
      title={companyTitle}
      total={list.total}
      action={<LinkButton onPress={() => go({ kind: 'network', focusId: entityId })}>Network</LinkButton>}
    >
      <ul className="px-4 grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-x-6 gap-y-0.5">
        {shown.map((other) => (
          <li key={other.entityId} className="flex items-center gap-1.5 min-w-0">
            <span className="text-faint shrink-0 flex" title={other.kind}>
              {entityIcon(other.kind)}
            </span>
            <LinkButton title={other.name} onPress={() => go({ kind: 'entity', id: other.entityId })}>
              {other.name}
            </LinkButton>
            <span className="text-xs text-muted ms-auto whitespace-nowrap tabular-nums">
              {togetherWords(other)}
            </span>
          </li>
        ))}
      </ul>
      {end}
    </DossierSection>
  );
}
