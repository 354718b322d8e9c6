/** Asks which column of a table of articles is what, and shows what the first rows would become. The reader's guess is the start. */
import { useEffect, useState } from 'react';
import type { TableMapping as Mapping, TablePreview } from '../../../../shared/model/imported/table-mapping';
import { app } from '../../../client/client';
import { MessageBox } from '../../../ui/feedback/message-box';
import { Segmented } from '../../../ui/fields/segmented';
import { Select } from '../../../ui/fields/select';
import type { DecisionProps } from '../decision-props';
import { ColumnTable } from './column-table';
import { RowPreviews } from './row-previews';
import { dateMeanings, tableChoice, withRole } from './table-choices';

interface Previewed {
  readonly preview: TablePreview | null;
  readonly problem: string;
}

/** Read again whenever the choice changes; what was read before stays in sight until then. */
function usePreview({ plan, decision, choice }: DecisionProps): Previewed {
  const [previewed, setPreviewed] = useState<Previewed>({ preview: null, problem: '' });
  const mapping = choice?.kind === 'table' ? choice.mapping : null;
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Partial<Previewed>) => {
      if (isCurrent)
        setPreviewed(({ preview }) => ({ preview: next.preview ?? preview, problem: next.problem ?? '' }));
    };
    app.previewTable({ planId: plan.id, path: decision.path, mapping }).then(
      (preview) => show({ preview }),
      (cause: unknown) => show({ problem: cause instanceof Error ? cause.message : String(cause) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [plan.id, decision.path, mapping]);
  return previewed;
}

interface ChoicesProps {
  readonly preview: TablePreview;
  readonly mapping: Mapping;
  /** A date of the table that can be read in two ways, also after somebody said in which; '' for none. */
  readonly date: string;
  readonly onChange: (mapping: Mapping) => void;
  readonly onSheet: (sheet: string) => void;
}

const firstRowMeanings = [
  { value: 'headings', label: 'Names the columns' },
  { value: 'article', label: 'Is an article' },
] as const;

function TableChoices({ preview, mapping, date, onChange, onSheet }: ChoicesProps) {
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      {preview.sheets.length > 1 && (
        <Select
          label="Sheet"
          value={mapping.sheet}
          choices={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onChange={onSheet}
        />
      )}
      <Segmented
        label="The first row"
        value={mapping.hasHeadings ? 'headings' : 'article'}
        choices={firstRowMeanings}
        onChange={(meaning) => onChange({ ...mapping, hasHeadings: meaning === 'headings' })}
      />
      {date !== '' && (
        <Segmented
          label={`What ${date} means`}
          value={mapping.dateOrder ?? 'words'}
          choices={dateMeanings(date)}
          onChange={(order) => onChange({ ...mapping, dateOrder: order === 'words' ? null : order })}
        />
      )}
    </div>
  );
}

/** Another sheet has other columns: nothing is known of it, and it is guessed anew. */
const unknownSheet = (sheet: string): Mapping => ({ sheet, hasHeadings: true, columns: [], dateOrder: null });

export function TableMapping(props: DecisionProps) {
  const { decision, choice, onChange } = props;
  const { preview, problem } = usePreview(props);
  const [asked, setAsked] = useState('');
  const mapping =
    choice?.kind === 'table' && choice.mapping.columns.length > 0 ? choice.mapping : preview?.mapping;
  const change = (next: Mapping) => {
    if (preview && preview.ambiguousDate !== '') setAsked(preview.ambiguousDate);
    onChange(tableChoice(decision.path, next));
  };
  if (!preview || !mapping) {
    return problem === '' ? <p className="text-muted">Reading the table…</p> : <MessageBox title={problem} />;
  }
  const hasDates = mapping.columns.includes('published');
  return (
    <div className="flex flex-col gap-4">
      <TableChoices
        preview={preview}
        mapping={mapping}
        date={hasDates ? preview.ambiguousDate || asked : ''}
        onChange={change}
        onSheet={(sheet) => change(unknownSheet(sheet))}
      />
      <ColumnTable
        preview={preview}
        mapping={mapping}
        onChoose={(at, role) => change(withRole(mapping, at, role))}
      />
      {problem !== '' && <MessageBox title={problem} />}
      {mapping.columns.includes('text') ? (
        <RowPreviews preview={preview} />
      ) : (
        <MessageBox title="Choose the column that holds the text of the articles.">
          Without it no row of this table can be brought in.
        </MessageBox>
      )}
    </div>
  );
}
