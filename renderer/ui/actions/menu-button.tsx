/** A button that opens a menu; the rows are data. Also a menu at a given element, for lists. */
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { Keys } from './keys';

export interface MenuRow {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Present on rows that are on or off. */
  readonly checked?: boolean;
  /** A line stands above it. */
  readonly group?: boolean;
}

const menuLook = 'min-w-44 max-w-80 rounded-lg border border-rule bg-raised p-1 shadow-lg outline-none';

export interface MenuButtonProps {
  readonly label: string;
  readonly rows: readonly MenuRow[];
  readonly onAction: (id: string) => void;
  /** A Button or IconButton. */
  readonly children: ReactNode;
}

function Row({ row }: { readonly row: MenuRow }) {
  return (
    <MenuItem
      id={row.id}
      textValue={row.label}
      isDisabled={row.disabled ?? false}
      className={`flex items-center gap-2 rounded-sm px-2 py-1 cursor-default outline-none focused:bg-selected disabled:opacity-45 ${row.danger ? 'text-danger' : ''}`}
    >
      {row.checked !== undefined && (
        <span aria-hidden className="w-3">
          {row.checked ? '✓' : ''}
        </span>
      )}
      {row.icon}
      <span className="flex-1 truncate" dir="auto">
        {row.label}
        {row.checked && <span className="sr-only"> (on)</span>}
      </span>
      {row.keys && <Keys keys={row.keys} />}
    </MenuItem>
  );
}

function withLines(rows: readonly MenuRow[]): readonly ReactNode[] {
  return rows.flatMap((row) =>
    row.group
      ? [<Separator key={`line-${row.id}`} className="my-1 h-px bg-rule" />, <Row key={row.id} row={row} />]
      : [<Row key={row.id} row={row} />],
  );
}

export function MenuButton({ label, rows, onAction, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover offset={4} className={menuLook}>
        <Menu
          aria-label={label}
          onAction={(key) => onAction(String(key))}
          className="outline-none max-h-96 overflow-auto"
        >
          {withLines(rows)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuAtProps {
  readonly label: string;
  readonly rows: readonly MenuRow[];
  readonly onAction: (id: string) => void;
  readonly onClose: () => void;
  /** The button that was pressed; it has the focus again afterwards. */
  readonly anchor: Element;
}

/** A menu for one of many buttons: made when it is asked for, so that the buttons cost nothing. */
export function MenuAt({ label, rows, onAction, onClose, anchor }: MenuAtProps) {
  return (
    <Popover
      aria-label={label}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      triggerRef={{ current: anchor }}
      offset={4}
      className={menuLook}
    >
      <Menu
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: a menu is opened to choose from
        autoFocus="first"
        onAction={(key) => {
          onClose();
          onAction(String(key));
        }}
        className="outline-none max-h-96 overflow-auto"
      >
        {withLines(rows)}
      </Menu>
    </Popover>
  );
}
