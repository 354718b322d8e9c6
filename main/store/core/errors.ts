/** Turns what SQLite and the file system throw into the bridge's closed set of codes. */
import { CasebookError, type ErrorCode } from '../../../shared/model/result';

const codes: readonly (readonly [pattern: RegExp, code: ErrorCode, message: string])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'notebook-damaged', 'The notebook file is damaged or is not a notebook.'],
  [
    /^SQLITE_(FULL|IOERR_WRITE|IOERR_FSYNC)/,
    'disk-full',
    'The disk is full or cannot be written to; nothing of this change was kept.',
  ],
  [/^SQLITE_(READONLY|PERM)/, 'read-only', 'The notebook can only be read here.'],
  [/^SQLITE_BUSY/, 'notebook-in-use', 'Another program is writing to the notebook.'],
  [/^SQLITE_CANTOPEN/, 'file-denied', 'The file cannot be opened.'],
  [/^SQLITE_CONSTRAINT/, 'conflict', 'This does not fit with what the notebook holds now.'],
  [/^ENOENT$/, 'file-missing', 'There is no such file.'],
  [/^(EACCES|EPERM)$/, 'file-denied', 'The system does not allow access to this file.'],
  [/^EROFS$/, 'read-only', 'This place can only be read.'],
  [/^(ENOSPC|EDQUOT)$/, 'disk-full', 'The disk is full; nothing of this change was kept.'],
];

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}

/** The same error as a {@link CasebookError}; what is not known is `internal`, with its own message. */
export function toCasebookError(error: unknown): CasebookError {
  if (error instanceof CasebookError) return error;
  const row = codes.find(([pattern]) => pattern.test(codeOf(error)));
  if (row) return new CasebookError(row[1], row[2], { cause: error });
  return new CasebookError('internal', error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}
