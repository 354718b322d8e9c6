/** Passages met outside their article – in a dossier, as evidence – each in its words, one click from its source. */
import type { PassageRef } from '../../shared/model/annotation';
import { go } from '../shell/navigation';
import { Button } from '../ui/actions/button';

export interface PassageListProps {
  readonly passages: readonly PassageRef[];
  /** In all, of which `passages` are the first. */
  readonly total: number;
  readonly onMore: () => void;
  /** Said when there are none. */
  readonly emptyWords: string;
}

const stateWords: Readonly<Record<PassageRef['state'], string>> = {
  exact: '',
  moved: 'moved',
  changed: 'words have changed',
  orphan: 'words are gone',
};

/** The end of a text, cut at a word. */
function tail(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^\S*\s/, '');
}

function head(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\s\S*$/, '');
}

function sourceOf({ articleTitle, publisher, published }: PassageRef): string {
  return [articleTitle, publisher, published ?? 'undated'].filter(Boolean).join(' · ');
}

function Passage({ passage }: { readonly passage: PassageRef }) {
  const { annotationId, articleId, quote, state, comment } = passage;
  const source = sourceOf(passage);
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        onClick={() => go({ kind: 'article', id: articleId, annotationId })}
        className="block w-full text-start px-4 py-2.5 hover:bg-sunken cursor-default"
      >
        <span className="block font-serif text-[15px] leading-normal" dir="auto">
          <span className="text-faint">…{tail(quote.prefix)}</span>
          <mark className="bg-(--mark-yellow) text-ink rounded-xs">{quote.exact}</mark>
          <span className="text-faint">{head(quote.suffix)}…</span>
        </span>
        {comment && (
          <span className="block mt-1 text-muted" dir="auto">
            {comment}
          </span>
        )}
        <span className="flex gap-2 mt-1 text-xs text-muted min-w-0">
          <span className="truncate" dir="auto" title={source}>
            {source}
          </span>
          {stateWords[state] && <span className="text-warning whitespace-nowrap">{stateWords[state]}</span>}
        </span>
      </button>
    </li>
  );
}

export function PassageList({ passages, total, onMore, emptyWords }: PassageListProps) {
  if (total === 0) return <p className="px-4 py-6 text-muted">{emptyWords}</p>;
  return (
    <>
      <ul>
        {passages.map((passage) => (
          <Passage key={passage.annotationId} passage={passage} />
        ))}
      </ul>
      {passages.length < total && (
        <div className="p-4">
          <Button onPress={onMore}>Show more ({total - passages.length} left)</Button>
        </div>
      )}
    </>
  );
}
