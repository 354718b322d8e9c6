/** The articles that mention an entity, by date of publication. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { useMoreRows } from '../../../client/use-rows';
import { ErrorMessage } from '../../../shell/error-message';
import { go } from '../../../shell/navigation';
import type { PlaceOf } from '../../../shell/screen-props';
import { LinkButton } from '../../../ui/actions/button';
import { DossierSection, useUnfolding } from './dossier-section';

export const articlesTitle = 'Articles';

interface ArticlesProps {
  readonly entityId: string;
  readonly place: PlaceOf<'entity'>;
}

export function ArticlesSection({ entityId, place }: ArticlesProps) {
  const list = useMoreRows('listMentioningArticles', { entityId });
  const { shown, end } = useUnfolding(place, 'articles', list);
  if (list.error) return <ErrorMessage error={list.error} />;
  if (list.isLoading || list.total === 0) return null;
  return (
    <DossierSection title={articlesTitle} total={list.total}>
      <ul className="px-4 flex flex-col gap-0.5">
        {shown.map(({ id, title, publisher, published, passageCount }) => (
          <li
            key={id}
            className="grid grid-cols-[minmax(8rem,1fr)_minmax(0,9rem)_minmax(0,8rem)_6.5rem] gap-x-3 items-baseline min-w-0"
          >
            <LinkButton title={title} onPress={() => go({ kind: 'article', id })}>
              {title || 'Untitled'}
            </LinkButton>
            <bdi className="text-xs text-muted truncate" title={publisher}>
              {publisher}
            </bdi>
            <span className="text-xs text-muted truncate">
              {published ? describeEdtf(published) : 'date not known'}
            </span>
            <span className="text-xs text-muted text-end whitespace-nowrap tabular-nums">
              {passageCount === 1 ? '1 passage' : `${passageCount.toLocaleString('en')} passages`}
            </span>
          </li>
        ))}
      </ul>
      {end}
    </DossierSection>
  );
}
