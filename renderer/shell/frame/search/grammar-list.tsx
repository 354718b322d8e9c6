/** What can be asked, by example; a press puts the piece into the search box, to be filled in there. */
import { putIntoBox } from './box-door';
import { type GrammarRow, grammar, pieceOf } from './grammar';

function Row({ row, onTake }: { readonly row: GrammarRow; readonly onTake?: (() => void) | undefined }) {
  const take = () => {
    onTake?.();
    putIntoBox(pieceOf(row));
  };
  return (
    <li>
      <button
        type="button"
        onClick={take}
        className="w-full px-2 py-0.5 flex flex-wrap items-baseline gap-x-3 rounded-sm text-start cursor-default hover:bg-sunken -outline-offset-2"
      >
        <code dir="ltr" className="font-medium whitespace-nowrap">
          {row.example}
        </code>
        <span className="text-muted">{row.meaning}</span>
      </button>
    </li>
  );
}

export function GrammarList({ onTake }: { readonly onTake?: () => void }) {
  return (
    <div className="columns-[17.5rem] gap-x-6">
      {grammar.map(({ title, rows }) => (
        <section key={title} aria-label={title} className="mb-3 break-inside-avoid">
          <h3 className="px-2 pb-0.5 text-xs text-muted">{title}</h3>
          <ul>
            {rows.map((row) => (
              <Row key={row.example} row={row} onTake={onTake} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
