/** The formats in their groups, each with a line that says what it is good for. */
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import {
  type ExportFormat,
  type ExportFormatInfo,
  type ExportGroup,
  exportGroups,
} from '../../../shared/contract/exports';
import { labelLook } from '../../ui/fields/text-field';

type Row = ExportFormatInfo & { readonly id: ExportFormat };

const groupNames: Readonly<Record<ExportGroup, string>> = {
  reading: 'For reading',
  data: 'For other programs',
  deposit: 'To deposit and to check',
};

function FormatRow({ row }: { readonly row: Row }) {
  return (
    <ListBoxItem
      id={row.id}
      textValue={row.name}
      className="flex flex-col rounded-md px-2 py-1 cursor-default outline-none hovered:bg-sunken selected:bg-selected data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent -outline-offset-2"
    >
      <span className="font-medium">{row.name}</span>
      <span className="text-xs text-muted">{row.about}</span>
    </ListBoxItem>
  );
}

export interface FormatListProps {
  readonly rows: readonly Row[];
  readonly format: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

export function FormatList({ rows, format, onChange }: FormatListProps) {
  const groups = exportGroups.filter((group) => rows.some((row) => row.group === group));
  return (
    <ListBox
      aria-label="Format"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[format]}
      onSelectionChange={(keys) => {
        const found = rows.find(({ id }) => keys !== 'all' && keys.has(id));
        if (found) onChange(found.id);
      }}
      className="flex flex-col gap-0.5 outline-none overflow-y-auto min-h-0 pe-1"
    >
      {groups.map((group) => (
        <ListBoxSection key={group} className="flex flex-col gap-0.5">
          <Header className={`${labelLook} px-2 pt-2 pb-1`}>{groupNames[group]}</Header>
          {rows
            .filter((row) => row.group === group)
            .map((row) => (
              <FormatRow key={row.id} row={row} />
            ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
