/** What an import does about errors: which end it, and what is said of those that are the program's own fault. */
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

/**
 * An error in words for the report. A fault of the program has none for people: its stack, which holds no text of the
 * file, goes to the log by way of stderr.
 */
export function wordsOfError(cause: unknown): string {
  const { code, message } = toCasebookError(cause);
  if (code !== 'internal') return message;
  console.error(cause instanceof Error ? cause.stack : cause);
  return 'It could not be read: something in it is not as it should be.';
}
