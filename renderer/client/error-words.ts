import { CasebookError, type ErrorCode } from '../../shared/model/result';

interface ErrorWords {
  readonly title: string;
  /** What the person can do now. */
  readonly wayOut: string;
}

const words: Readonly<Record<ErrorCode, ErrorWords>> = {
  'bad-arguments': {
    title: 'That could not be done',
    wayOut: 'This is a fault of Casebook. The log says more (Help → Show log).',
  },
  'not-found': { title: 'It is no longer there', wayOut: 'It was deleted or taken back. Look in the trash.' },
  conflict: {
    title: 'That does not fit any more',
    wayOut: 'Something changed in the meantime. Look again and repeat it.',
  },
  'no-notebook': { title: 'No notebook is open', wayOut: 'Open a notebook first.' },
  'notebook-damaged': {
    title: 'The notebook is damaged or is not a notebook',
    wayOut: 'Nothing was written to it. Open a backup, or another file.',
  },
  'notebook-newer': {
    title: 'The notebook was made by a newer Casebook',
    wayOut: 'Nothing was written to it. Open it with a newer version of Casebook.',
  },
  'notebook-foreign': {
    title: 'This file belongs to another program',
    wayOut: 'Nothing was written to it. Open another file.',
  },
  'notebook-in-use': {
    title: 'The notebook is open elsewhere',
    wayOut: 'Close it there, or open it here for reading only.',
  },
  'read-only': {
    title: 'The notebook can only be read here',
    wayOut: 'Make a copy in a place you can write to (File → Copy notebook).',
  },
  'disk-full': {
    title: 'The disk is full',
    wayOut: 'Nothing was lost; the last change was not kept. Free some space and do it again.',
  },
  'file-missing': {
    title: 'The file is not there',
    wayOut: 'It was moved, renamed or deleted. Open it from where it is now.',
  },
  'file-denied': {
    title: 'The system does not allow it',
    wayOut: 'Check who may read and write this file and its folder.',
  },
  'import-refused': { title: 'This cannot be imported', wayOut: 'The original is untouched.' },
  cancelled: { title: 'Cancelled', wayOut: 'Nothing was changed.' },
  internal: {
    title: 'Something went wrong',
    wayOut: 'This is a fault of Casebook. The log says more (Help → Show log).',
  },
};

/** An error as a person understands it: what happened, the detail, and the way out. */
export function errorWords(
  error: unknown,
): ErrorWords & { readonly code: ErrorCode; readonly detail: string } {
  const code = error instanceof CasebookError ? error.code : 'internal';
  return { ...words[code], code, detail: error instanceof Error ? error.message : String(error) };
}
