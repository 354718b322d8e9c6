/** The closed set of things that can go wrong across the bridge. The window turns each into words and a way out. */
export const errorCodes = [
  'bad-arguments',
  'not-found',
  'conflict',
  'no-notebook',
  'notebook-damaged',
  'notebook-newer',
  'notebook-foreign',
  'notebook-in-use',
  'read-only',
  'disk-full',
  'file-missing',
  'file-denied',
  'import-refused',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What crosses the bridge instead of a thrown error. */
export type Result<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly message: string };

/** An error with a code of the closed set; thrown inside a process, turned into a {@link Result} at its door. */
export class CasebookError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = 'CasebookError';
  }
}
