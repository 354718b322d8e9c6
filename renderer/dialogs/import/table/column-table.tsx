/** The first rows of a table as they stand, with what each column is over it. */
import type { TableMapping, TablePreview } from '../../../../shared/model/imported/table-mapping';
import { Select } from '../../../ui/fields/select';
import { type ColumnChoice, columnChoices } from './table-choices';

export interface ColumnTableProps {
  readonly preview: TablePreview;
  readonly mapping: TableMapping;
  readonly onChoose: (column: number, choice: ColumnChoice) => void;
}

const shownRows = 4;

function columnName(at: number, heading: string): string {
  return heading === '' ? `Column ${at + 1}` : heading;
}

export function ColumnTable({ preview, mapping, onChoose }: ColumnTableProps) {
  const headings = mapping.hasHeadings ? (preview.rows[0] ?? []) : [];
  const rows = preview.rows.slice(mapping.hasHeadings ? 1 : 0).slice(0, shownRows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reachable by the keyboard
    <div
      tabIndex={0}
      role="region"
      aria-label="Columns"
      className="overflow-x-auto rounded-md border border-rule"
    >
      <table className="min-w-full border-collapse text-xs">
        <thead>
          <tr>
            {mapping.columns.map((role, at) => (
              <th
                key={columnName(at, '')}
                scope="col"
                className="min-w-40 max-w-60 p-2 text-start align-top font-normal border-b border-rule"
              >
                <Select
                  label={`What “${columnName(at, headings[at] ?? '')}” is`}
                  labelHidden
                  value={role ?? 'out'}
                  choices={columnChoices}
                  onChange={(choice) => onChoose(at, choice)}
                />
                <p className="mt-1 truncate font-medium" dir="auto" title={headings[at]}>
                  {columnName(at, headings[at] ?? '')}
                </p>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their number
            <tr key={number}>
              {mapping.columns.map((role, at) => (
                <td
                  key={columnName(at, '')}
                  dir="auto"
                  className={`max-w-60 px-2 py-1 align-top border-b border-rule/60 ${role === null ? 'text-faint' : ''}`}
                >
                  <span className="line-clamp-2 break-words">{row[at]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
