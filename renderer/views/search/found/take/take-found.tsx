import { useNotebookState } from '../../../../shell/notebook-state';
import type { Search } from '../use-search';
import { ExportFound } from './export-found';
import { TagFound } from './tag-found';

interface TakeFoundProps {
  readonly search: Search;
  readonly query: string;
}

/** What can be done with all that was found; what a notebook opened for reading forbids is not offered. */
export function TakeFound({ search: { found }, query }: TakeFoundProps) {
  const isReadOnly = useNotebookState(({ notebook }) => notebook?.readOnly ?? false);
  return (
    <>
      {found && !isReadOnly && <TagFound query={query} result={found.result} />}
      <ExportFound query={query} isDisabled={(found?.result.total ?? 0) === 0} />
    </>
  );
}
