import { toCasebookError } from '../core/errors';

/** No later item would fare better. */
const fatal: ReadonlySet<string> = new Set([
  'disk-full',
  'read-only',
  'no-notebook',
  'notebook-damaged',
  'notebook-in-use',
]);

/** Whether an error is one of the store's, after which an import cannot go on. */
export function isFatal(cause: unknown): boolean {
  return fatal.has(toCasebookError(cause).code);
}
