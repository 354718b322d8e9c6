/** An article with what was found in it: its first hits, and all of them when asked for. A hit of no article stands alone. */
import { useState } from 'react';
import type { HitGroup, SearchHit } from '../../../../../shared/contract/search';
import { useAnswer } from '../../../../client/query';
import { go } from '../../../../shell/navigation';
import { useAsked } from '../../../../shell/settings';
import { LinkButton } from '../../../../ui/actions/button';
import { keyOfHit } from './hit-place';
import { ArticleSource, HitRow } from './hit-row';

/** A group's key in the list. */
export const keyOfGroup = ({ article, hits: [first] }: HitGroup): string =>
  article ? `group ${article.id}` : first ? keyOfHit(first) : '';

interface GroupRowProps {
  readonly group: HitGroup;
  readonly query: string;
  /** The hit that is in the tab order. */
  readonly current: string | null;
}

const none: readonly SearchHit[] = [];

export function GroupRow({ group, query, current }: GroupRowProps) {
  const { article, count, hits } = group;
  const [showsAll, setShowsAll] = useState(false);
  const all = useAnswer(
    'findInArticle',
    { ...useAsked(query), articleId: article?.id ?? '' },
    showsAll && article !== null,
  );
  const first = new Set(hits.map(keyOfHit));
  const further = showsAll ? (all.data?.hits ?? none).filter((hit) => !first.has(keyOfHit(hit))) : none;
  const [alone] = hits;
  if (!article)
    return alone ? <HitRow hit={alone} query={query} isCurrent={keyOfHit(alone) === current} /> : null;
  const left = count - hits.length - further.length;
  return (
    <li className="border-b border-rule pb-1.5">
      <div className="flex items-baseline gap-x-3 px-4 pt-2.5 pb-0.5 min-w-0">
        <h3 className="min-w-0 font-medium flex">
          <LinkButton title={article.title} onPress={() => go({ kind: 'article', id: article.id, query })}>
            {article.title || 'Untitled'}
          </LinkButton>
        </h3>
        <span className="ms-auto flex min-w-0 shrink-0 max-w-[48%] text-xs text-muted whitespace-nowrap">
          <ArticleSource article={article} />
          <span className="whitespace-pre tabular-nums">{` · ${count === 1 ? '1 hit' : `${count.toLocaleString('en')} hits`}`}</span>
        </span>
      </div>
      <ul aria-label={article.title || 'Untitled'}>
        {[...hits, ...further].map((hit) => (
          <HitRow
            key={keyOfHit(hit)}
            hit={hit}
            query={query}
            isCurrent={keyOfHit(hit) === current}
            isGrouped
          />
        ))}
      </ul>
      {left > 0 && !all.isFetching && !all.data && (
        <button
          type="button"
          onClick={() => setShowsAll(true)}
          className="mx-4 my-0.5 text-xs text-accent hover:underline cursor-default"
        >
          {`${left.toLocaleString('en')} more in this article`}
        </button>
      )}
    </li>
  );
}
