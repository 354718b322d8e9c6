/** Facts against sources as a table whose heads stay in sight; arrow keys go from cell to cell, Enter to the words. */
import { Ban, Star } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, memo, useMemo, useState } from 'react';
import { accountNotes, factWords, putWords } from '../../../../shared/accounts/account-words';
import type { Account } from '../../../../shared/model/account';
import { FactStateMark } from '../facts/fact-block';
import { showWords } from '../facts/quoted-words';
import { type Source, type SourceKind, sourceMatrix, speakerIn } from './source-matrix';

interface SourceTableProps {
  readonly accounts: readonly Account[];
  readonly kind: SourceKind;
  /** For accounts without words. */
  readonly onShowFacts: () => void;
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

const accountsIn = (cell: Element): readonly HTMLElement[] => [
  ...cell.querySelectorAll<HTMLElement>('[data-cell]'),
];

/** The nearest account in a direction, of another cell: going up, the last of several. */
function beyond(cell: HTMLTableCellElement, step: readonly [number, number]): HTMLElement | null {
  const rows = cell.closest('tbody')?.rows;
  let row = (cell.closest('tr')?.sectionRowIndex ?? 0) + step[0];
  let column = cell.cellIndex + step[1];
  for (; rows && row >= 0 && row < rows.length; row += step[0], column += step[1]) {
    const next = rows[row]?.cells[column];
    if (!next || column < 1) return null;
    const account = accountsIn(next).at(Math.min(0, step[0]));
    if (account) return account;
  }
  return null;
}

function walk(event: KeyboardEvent): void {
  const step = steps[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  if (!step || !cell) return;
  const own = accountsIn(cell);
  const at = own.findIndex((account) => account === event.target);
  const within = step[0] === 0 ? undefined : own[at + step[0]];
  const next = within ?? beyond(cell, step);
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

interface CellProps {
  readonly account: Account;
  readonly column: Source;
  readonly isCurrent: boolean;
  readonly onShowFacts: () => void;
}

function AccountCell({ account, column, isCurrent, onShowFacts }: CellProps) {
  const { mode, preferredReason, evidence } = account;
  const words = evidence.find(({ articleId }) => articleId === column.key) ?? evidence[0];
  return (
    <button
      type="button"
      data-cell={account.id}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => (words ? showWords(words) : onShowFacts())}
      className="block w-full text-start px-1 -mx-1 rounded-xs hover:bg-selected cursor-default"
    >
      <span className="flex items-baseline gap-1 min-w-0">
        {preferredReason !== null && (
          <Star size={11} aria-label="preferred" className="shrink-0 self-center fill-current text-accent" />
        )}
        {mode === 'denies' && <Ban size={11} aria-hidden className="shrink-0 self-center text-danger" />}
        <span className="line-clamp-3 [overflow-wrap:anywhere]" dir="auto">
          {putWords(account)}
        </span>
      </span>
      <span className={`block text-xs ${mode === 'denies' ? 'text-danger' : 'text-muted'}`}>
        <span className="[overflow-wrap:anywhere]" dir="auto">
          {speakerIn(account, column)}
        </span>
        {accountNotes(account)}
      </span>
    </button>
  );
}

const headLook = 'sticky bg-paper border-b border-rule text-start align-bottom font-normal';

function Heads({ columns }: { readonly columns: readonly Source[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={`${headLook} top-0 start-0 z-3 px-4 py-2 text-xs text-muted min-w-40`}>
          Fact
        </th>
        {columns.map(({ key, label, detail }) => (
          <th key={key} scope="col" className={`${headLook} top-0 z-2 px-2 py-2 min-w-36 max-w-52 w-44`}>
            <span className="line-clamp-2 font-medium [overflow-wrap:anywhere]" dir="auto" title={label}>
              {label}
            </span>
            <span className="block text-xs text-muted truncate" dir="auto" title={detail}>
              {detail}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Table({ accounts, kind, onShowFacts }: SourceTableProps) {
  const { rows, columns, cell } = useMemo(() => sourceMatrix(accounts, kind), [accounts, kind]);
  const [current, setCurrent] = useState<string | null>(null);
  const all = rows.flatMap((row) => columns.flatMap((column) => cell(row, column)));
  // The one that had the keyboard may be gone.
  const withKeyboard = all.find(({ id }) => id === current) ?? all[0];
  const isCurrent = ({ id }: Account) => id === withKeyboard?.id;
  const onFocus = ({ target }: FocusEvent) => setCurrent((target as HTMLElement).dataset['cell'] ?? current);
  return (
    <table
      aria-label="What each source says"
      onKeyDown={walk}
      onFocus={onFocus}
      className="border-separate border-spacing-0 text-[13px]"
    >
      <Heads columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.fact} ${row.key}`}>
            <th
              scope="row"
              className="sticky start-0 z-1 bg-paper border-b border-rule px-4 py-1.5 text-start align-top font-medium max-w-52"
            >
              <span className="block [overflow-wrap:anywhere]" dir="auto">
                {factWords(row)}
              </span>
              <FactStateMark fact={row} />
            </th>
            {columns.map((column) => (
              <td key={column.key} className="border-b border-s border-rule px-2 py-1.5 align-top max-w-52">
                {cell(row, column).map((account) => (
                  <AccountCell
                    key={account.id}
                    {...{ account, column, onShowFacts }}
                    isCurrent={isCurrent(account)}
                  />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const SourceTable = memo(Table);
