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

interface SourceProps {
  readonly title: string;
  readonly redaction: Redaction | undefined;
  readonly onChange: (redaction: Pick<Redaction, 'keep' | 'hideName'> | null) => void;
}

function Source({ title, redaction, onChange }: SourceProps) {
  const hideName = redaction?.hideName ?? false;
  return (
    <li className="flex flex-col gap-1 border-t border-rule pt-2">
      <Select
        label={title}
        value={redaction?.keep ?? 'open'}
        choices={degrees}
        onChange={(keep) => onChange(keep === 'open' ? null : { keep, hideName })}
      />
      {redaction && (
        <Checkbox
          isSelected={hideName}
          onChange={(hide) => onChange({ keep: redaction.keep, hideName: hide })}
        >
          Hide its name, too
        </Checkbox>
      )}
      {hideName && (
        <p className="text-xs text-muted">
          Texts of other sources stay as they are, also where they name it.
        </p>
      )}
    </li>
  );
}

/** A source that is hidden and not among those that are listed. */
function HiddenSource({
  redaction,
  onChange,
}: Omit<SourceProps, 'title'> & { readonly redaction: Redaction }) {
  const { data } = useAnswer('getArticle', { id: redaction.articleId });
  return <Source title={data?.title ?? ''} redaction={redaction} onChange={onChange} />;
}

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
  const rows = data?.rows ?? [];
  const set = (articleId: string) => (redaction: Pick<Redaction, 'keep' | 'hideName'> | null) => {
    const others = value.filter((each) => each.articleId !== articleId);
    onChange(
      redaction ? [...others, { articleId, keep: redaction.keep, hideName: redaction.hideName }] : others,
    );
  };
  const hidden = value.length === 0 ? 'none' : value.length.toLocaleString('en');
  const unlisted = value.filter(({ articleId }) => !rows.some(({ id }) => id === articleId));
  return (
    <details>
      <summary className="cursor-default">Hidden sources: {hidden}</summary>
      <div className="flex flex-col gap-2 pt-2">
        <TextField label="Find a source" value={filter} onChange={setFilter} />
        <ul className="flex flex-col gap-2">
          {data &&
            unlisted.map((redaction) => (
              <HiddenSource
                key={redaction.articleId}
                redaction={redaction}
                onChange={set(redaction.articleId)}
              />
            ))}
          {rows.map(({ id, title }) => (
            <Source
              key={id}
              title={title}
              redaction={value.find(({ articleId }) => articleId === id)}
              onChange={set(id)}
            />
          ))}
        </ul>
        {rows.length === listed && <p className="text-xs text-muted">More sources are found by typing.</p>}
      </div>
    </details>
  );
}
