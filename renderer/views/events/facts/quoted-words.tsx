/** The words of a passage in their sentence, one click from the article. */
import type { PassageRef } from '../../../../shared/model/annotation';
import { describeState, placeWords } from '../../../parts/passages/passage-words';
import { sentenceAfter, sentenceBefore } from '../../../parts/passages/quoted-sentence';
import { go } from '../../../shell/navigation';

export const showWords = ({ articleId, annotationId }: PassageRef): void =>
  go({ kind: 'article', id: articleId, annotationId });

export function QuotedWords({ passage }: { readonly passage: PassageRef }) {
  const { quote, comment } = passage;
  const state = describeState(passage);
  const place = placeWords(passage);
  return (
    <li className="min-w-0">
      <button
        type="button"
        onClick={() => showWords(passage)}
        className="block w-full max-w-[75ch] text-start ps-2 border-s-2 border-rule hover:border-accent cursor-default rounded-xs font-serif text-[14px] leading-snug [overflow-wrap:anywhere]"
        dir="auto"
      >
        <span className="text-muted">{sentenceBefore(quote)}</span>
        <mark className="bg-transparent text-ink font-medium">{quote.exact}</mark>
        <span className="text-muted">{sentenceAfter(quote)}</span>
        {place && <bdi className="font-sans text-xs text-muted">{` ${place}`}</bdi>}
      </button>
      {comment && (
        <p className="ps-2.5 text-xs text-muted whitespace-pre-wrap" dir="auto">
          {comment}
        </p>
      )}
      {state && (
        <p className="ps-2.5 text-xs text-warning" dir="auto">
          {state}
        </p>
      )}
    </li>
  );
}
