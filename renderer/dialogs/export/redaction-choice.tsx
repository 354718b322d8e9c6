/** Which sources a dossier hides, and how much of each. */
import { useState } from 'react';
import type { ExportOptions } from '../../../shared/contract/exports';
import { useAnswer } from '../../client/query';
import { Checkbox } from '../../ui/fields/checkbox';
import { Select } from '../../ui/fields/select';
import { TextField } from '../../ui/fields/text-field';

type Redaction = NonNullable<ExportOptions['redact']>[number];

export interface RedactionChoiceProps {
  readonly value: readonly Redaction[];
  readonly onChange: (redact: Redaction[]) => void;
}

const degrees = [
  { value: 'open', label: 'Shown in full' },
  { value: 'quotations', label: 'Only its quotations' },
  { value: 'nothing', label: 'Nothing of its words' },
] as const;

/** More are found by typing. */
const listed = 30;

export function RedactionChoice({ value, onChange }: RedactionChoiceProps) {
  const [filter, setFilter] = useState('');
  const { data } = useAnswer('listArticles', {
    filter,
    tagId: null,
    show: 'all',
    sort: 'title',
    descending: false,
    offset: 0,
    limit: listed,
  });
  const set = (articleId: string, redaction: Redaction | null) => {
    const others = value.filter((each) => each.articleId !== articleId);
    onChange(redaction ? [...others, redaction] : others);
  };
  const hidden = value.length === 0 ? 'none' : value.length.toLocaleString('en');
  return (
    <details>
      <summary className="cursor-default">Hidden sources: {hidden}</summary>
      <div className="flex flex-col gap-2 pt-2">
        <TextField label="Find a source" value={filter} onChange={setFilter} />
        <ul className="flex flex-col gap-2">
          {(data?.rows ?? []).map(({ id, title }) => {
            const redaction = value.find(({ articleId }) => articleId === id);
            const hideName = redaction?.hideName ?? false;
            return (
              <li key={id} className="flex flex-col gap-1 border-t border-rule pt-2">
                <Select
                  label={title}
                  value={redaction?.keep ?? 'open'}
                  choices={degrees}
                  onChange={(keep) => set(id, keep === 'open' ? null : { articleId: id, keep, hideName })}
                />
                {redaction && (
                  <Checkbox
                    isSelected={hideName}
                    onChange={(hide) => set(id, { ...redaction, hideName: hide })}
                  >
                    Hide its name, too
                  </Checkbox>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </details>
  );
}
