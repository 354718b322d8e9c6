/** Under the box: what of the query was not taken as meant, and what else was searched for, with a way to ask exactly. */
import type { SearchResult } from '../../../../shared/contract/search';
import { runCommand } from '../../../shell/use-command';
import { Button } from '../../../ui/actions/button';
import { askExactly } from './ask-exactly';

interface AskedNotesProps {
  readonly query: string;
  readonly result: Pick<SearchResult, 'problems' | 'alsoSearched'> | undefined;
  readonly onChange: (query: string) => void;
}

const shownAtMost = 12;

/** The names in a row, each set apart by its own direction. */
function Names({ names }: { readonly names: readonly string[] }) {
  const shown = names.slice(0, shownAtMost);
  const left = names.length - shown.length;
  return (
    <>
      {shown.map((name, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <bdi className="text-ink">{name}</bdi>
        </span>
      ))}
      {left > 0 && ` and ${left} more`}
    </>
  );
}

export function AskedNotes({ query, result, onChange }: AskedNotesProps) {
  const { problems = [], alsoSearched = [] } = result ?? {};
  const exact = alsoSearched.length > 0 ? askExactly(query) : query;
  const ask = (next: string) => {
    onChange(next);
    // The button goes: the keyboard is where the words are.
    runCommand('find');
  };
  return (
    <div className="text-xs text-muted">
      <p role="status" className={problems.length > 0 ? 'px-4 py-1.5 border-b border-rule' : undefined}>
        {problems.join(' ')}
      </p>
      <p
        className={
          alsoSearched.length > 0
            ? 'px-4 py-0.5 border-b border-rule flex flex-wrap items-center gap-x-2 min-h-8'
            : undefined
        }
      >
        <span role="status">
          {alsoSearched.length > 0 && (
            <>
              Also searched: <Names names={alsoSearched} />
            </>
          )}
        </span>
        {exact !== query && (
          <Button look="accent" onPress={() => ask(exact)}>
            Only these words
          </Button>
        )}
      </p>
    </div>
  );
}
