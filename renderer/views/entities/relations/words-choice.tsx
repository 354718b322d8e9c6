/** Chooses the words that a relation rests on among the passages of an entity. */
import { useId, useState } from 'react';
import type { PassageRef } from '../../../../shared/model/annotation';
import { useAnswer } from '../../../client/query';
import { labelLook, SearchField } from '../../../ui/fields/text-field';

export interface WordsChoiceProps {
  readonly entityId: string;
  readonly chosen: readonly PassageRef[];
  readonly onChange: (chosen: readonly PassageRef[]) => void;
}

const offered = 30;

function unique(passages: readonly PassageRef[]): readonly PassageRef[] {
  return [...new Map(passages.map((one) => [one.annotationId, one])).values()];
}

export function WordsChoice({ entityId, chosen, onChange }: WordsChoiceProps) {
  const [words, setWords] = useState('');
  const [first] = useState(chosen);
  const titleId = useId();
  const filters = { aboutIds: [entityId], ...(words.trim() ? { words: words.trim() } : {}) };
  const { data } = useAnswer('listPassages', { filters, sort: 'date', offset: 0, limit: offered });
  const rows = unique([...(words.trim() ? [] : first), ...(data?.rows ?? [])]);
  const left = data ? data.total - data.rows.length : 0;
  const ids = new Set(chosen.map(({ annotationId }) => annotationId));
  const toggle = (passage: PassageRef) =>
    onChange(
      ids.has(passage.annotationId)
        ? chosen.filter(({ annotationId }) => annotationId !== passage.annotationId)
        : [...chosen, passage],
    );
  return (
    <div role="group" aria-labelledby={titleId} className="flex flex-col gap-1 min-w-0">
      <span id={titleId} className={labelLook}>
        Words that say so{ids.size > 0 && ` · ${ids.size} chosen`}
      </span>
      <SearchField
        label="Find among its passages"
        placeholder="Words of a passage"
        value={words}
        onChange={setWords}
      />
      {rows.length === 0 && (
        <p className="text-xs text-muted">
          {words.trim() ? 'No passage of it has these words.' : 'No passage mentions it yet.'}
        </p>
      )}
      <ul className="max-h-40 overflow-y-auto rounded-md border border-rule empty:hidden">
        {rows.map((passage) => (
          <li key={passage.annotationId}>
            <label className="flex items-start gap-2 px-1.5 py-1 hover:bg-raised cursor-default">
              <input
                type="checkbox"
                checked={ids.has(passage.annotationId)}
                onChange={() => toggle(passage)}
                className="mt-0.5 shrink-0 accent-(--accent)"
              />
              <span className="min-w-0 text-[13px] font-serif leading-snug line-clamp-2" dir="auto">
                {passage.quote.exact}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p className="text-xs text-muted">{left.toLocaleString('en')} more: write more of its words</p>
      )}
    </div>
  );
}
