/** Chooses passages: those that are evidence for the event, and any other found by its words. */
import { useId, useState } from 'react';
import type { Page } from '../../../../shared/contract/articles';
import type { PassageRef } from '../../../../shared/model/annotation';
import { useAnswer } from '../../../client/query';
import { labelLook, SearchField } from '../../../ui/fields/text-field';

export interface PassageChoiceProps {
  readonly label: string;
  readonly eventId: string;
  readonly chosen: readonly PassageRef[];
  readonly onChange: (chosen: readonly PassageRef[]) => void;
}

const offered = 100;
const found = 30;
/** From so many on there is a field to find them by. */
const many = 5;

/** How many are not offered. */
const leftOf = (page: Page<unknown> | undefined): number => (page ? page.total - page.rows.length : 0);

/** Those of the event, then those that bear the words; each once, those chosen from elsewhere first. */
function useOffered({ eventId, chosen }: PassageChoiceProps, words: string) {
  const evidence = useAnswer('listEvidence', { eventId, offset: 0, limit: offered }).data;
  const hits = useAnswer(
    'listPassages',
    { filters: { words }, sort: 'newest', offset: 0, limit: found },
    words !== '',
  ).data;
  const [first] = useState(chosen);
  const own = evidence?.rows ?? [];
  const all = words === '' ? [...first, ...chosen, ...own] : (hits?.rows ?? []);
  return {
    passages: [...new Map(all.map((one) => [one.annotationId, one])).values()],
    total: evidence?.total ?? 0,
    left: words === '' ? leftOf(evidence) : leftOf(hits),
  };
}

interface RowProps {
  readonly passage: PassageRef;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function PassageRow({ passage, isChosen, onToggle }: RowProps) {
  const { quote, publisher, articleTitle } = passage;
  return (
    <li>
      <label className="flex items-start gap-2 px-1.5 py-1 rounded-sm hover:bg-raised cursor-default">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={onToggle}
          className="mt-0.5 shrink-0 accent-(--accent)"
        />
        <span className="min-w-0" dir="auto">
          <span className="line-clamp-2 font-serif text-[13px] leading-snug [overflow-wrap:anywhere]">
            {quote.exact}
          </span>
          <span className="block text-xs text-muted truncate">{publisher || articleTitle}</span>
        </span>
      </label>
    </li>
  );
}

export function PassageChoice(props: PassageChoiceProps) {
  const { label, chosen, onChange } = props;
  const [text, setText] = useState('');
  const id = useId();
  const { passages, total, left } = useOffered(props, text.trim());
  const isChosen = ({ annotationId }: PassageRef) => chosen.some((one) => one.annotationId === annotationId);
  const toggle = (passage: PassageRef) =>
    onChange(
      isChosen(passage)
        ? chosen.filter(({ annotationId }) => annotationId !== passage.annotationId)
        : [...chosen, passage],
    );
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1 min-w-0">
      <span id={id} className={labelLook}>
        {label}
        {chosen.length > 0 && ` · ${chosen.length} chosen`}
      </span>
      <SearchField
        label={`${label}: find among all passages`}
        placeholder={total > many ? 'Words of a passage' : 'Words of any other passage'}
        value={text}
        onChange={setText}
      />
      {passages.length > 0 && (
        <ul className="max-h-44 overflow-y-auto rounded-md border border-rule">
          {passages.map((passage) => (
            <PassageRow
              key={passage.annotationId}
              passage={passage}
              isChosen={isChosen(passage)}
              onToggle={() => toggle(passage)}
            />
          ))}
        </ul>
      )}
      {left > 0 && (
        <p className="text-xs text-muted">{left.toLocaleString('en')} more: write more of its words</p>
      )}
      {passages.length === 0 && (
        <p className="text-xs text-muted">
          {text.trim() ? 'No passage has these words.' : 'This event has no passages yet.'}
        </p>
      )}
    </div>
  );
}
