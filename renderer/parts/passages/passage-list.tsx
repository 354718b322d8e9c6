/**
 * Passages met outside their article – in a dossier, as evidence – under the article they are in, each in its words, one
 * click from its source. The arrow keys walk them.
 */
import { memo } from 'react';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { PassageRef } from '../../../shared/model/annotation';
import { go } from '../../shell/navigation';
import { useCommand } from '../../shell/use-command';
import { LinkButton } from '../../ui/actions/button';
import { MoreRows } from '../../ui/lists/more-rows';
import { useWalk } from '../../ui/lists/use-walk';
import { byArticle, describeState, placeWords } from './passage-words';
import { sentenceAfter, sentenceBefore } from './quoted-sentence';

export interface PassageListProps {
  readonly passages: readonly PassageRef[];
  /** In all, of which `passages` are the first. */
  readonly total: number;
  readonly onMore: () => void;
  /** Said when there are none. */
  readonly emptyWords: string;
  readonly memory?: { activeId: string | null };
  /** What is said below a passage, by its id: what rests on it. */
  readonly noteOf?: (annotationId: string) => string;
}

interface PassageProps {
  readonly passage: PassageRef;
  readonly isCurrent: boolean;
  readonly note: string;
}

function Passage({ passage, isCurrent, note }: PassageProps) {
  const { annotationId, articleId, quote, comment } = passage;
  const state = describeState(passage);
  const place = placeWords(passage);
  return (
    <li>
      <button
        type="button"
        data-walked={annotationId}
        tabIndex={isCurrent ? 0 : -1}
        onClick={() => go({ kind: 'article', id: articleId, annotationId })}
        className="block w-full text-start px-4 py-1.5 hover:bg-sunken cursor-default -outline-offset-2"
      >
        <span
          className="block max-w-[75ch] font-serif text-[15px] leading-normal [overflow-wrap:anywhere]"
          dir="auto"
        >
          <span className="text-faint">{sentenceBefore(quote)}</span>
          <mark className="bg-transparent text-ink font-medium">{quote.exact}</mark>
          <span className="text-faint">{sentenceAfter(quote)}</span>
        </span>
        {place && (
          <bdi className="block mt-0.5 text-xs text-muted truncate" title={place}>
            {place}
          </bdi>
        )}
        {comment && (
          <span
            className="block mt-0.5 ps-2 border-s-2 border-rule text-muted whitespace-pre-wrap"
            dir="auto"
          >
            {comment}
          </span>
        )}
        {state && (
          <span className="block mt-0.5 text-xs text-warning [overflow-wrap:anywhere]" dir="auto">
            {state}
          </span>
        )}
        {note && (
          <span className="block mt-0.5 text-xs text-muted [overflow-wrap:anywhere]" dir="auto">
            {note}
          </span>
        )}
      </button>
    </li>
  );
}

const KeptPassage = memo(Passage);

function ArticleHeading({ passage }: { readonly passage: PassageRef }) {
  const { articleId, articleTitle, publisher, published } = passage;
  return (
    <div className="sticky top-[var(--passages-top,0px)] z-1 bg-paper flex items-baseline gap-x-3 px-4 pt-2.5 pb-1 min-w-0">
      <h3 className="min-w-0 font-medium flex">
        <LinkButton title={articleTitle} onPress={() => go({ kind: 'article', id: articleId })}>
          {articleTitle || 'Untitled'}
        </LinkButton>
      </h3>
      <span className="ms-auto flex min-w-0 shrink-0 max-w-[48%] text-xs text-muted whitespace-nowrap">
        {publisher && (
          <>
            <bdi className="truncate" title={publisher}>
              {publisher}
            </bdi>
            <span className="whitespace-pre"> · </span>
          </>
        )}
        {published ? describeEdtf(published) : 'date not known'}
      </span>
    </div>
  );
}

interface GroupProps {
  readonly passages: readonly PassageRef[];
  readonly current: string | null;
  readonly noteOf: PassageListProps['noteOf'];
}

function ArticlePassages({ passages, current, noteOf }: GroupProps) {
  const [first] = passages;
  if (!first) return null;
  return (
    <section aria-label={first.articleTitle} className="border-b border-rule pb-1.5">
      <ArticleHeading passage={first} />
      <ul>
        {passages.map((passage) => (
          <KeptPassage
            key={passage.annotationId}
            passage={passage}
            isCurrent={passage.annotationId === current}
            note={noteOf?.(passage.annotationId) ?? ''}
          />
        ))}
      </ul>
    </section>
  );
}

export function PassageList({ passages, total, onMore, emptyWords, memory, noteOf }: PassageListProps) {
  const keys = passages.map(({ annotationId }) => annotationId);
  const { listProps, current, step } = useWalk<HTMLDivElement>(keys, memory);
  useCommand('next-passage', () => step(1), total > 0);
  useCommand('previous-passage', () => step(-1), total > 0);
  if (total === 0) return <p className="px-4 py-6 text-muted">{emptyWords}</p>;
  return (
    <div {...listProps}>
      {byArticle(passages).map((group) => (
        <ArticlePassages key={group[0]?.annotationId} passages={group} current={current} noteOf={noteOf} />
      ))}
      <MoreRows left={total - passages.length} onMore={onMore} />
    </div>
  );
}
