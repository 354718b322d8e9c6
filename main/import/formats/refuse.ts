import { CasebookError } from '../../../shared/model/result';

/** An error that says in words for people why something cannot be imported. */
export function refuse(message: string): CasebookError {
  return new CasebookError('import-refused', message);
}
