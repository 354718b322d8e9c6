/** Reads one file for an import, and says in words why it cannot. */
import { readFile, stat } from 'node:fs/promises';
import { CasebookError } from '../../../shared/model/result';
import { refuse } from '../formats/refuse';
import { checkLength } from '../import-document';
import { greatestCollectionByteLength } from '../limits';

/** The file's bytes in a buffer of their own. Throws `file-missing`, `file-denied` or `import-refused`. */
export async function readImportFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refuse('This is not a file.');
    // What is too large for its format is refused once that is known.
    checkLength(found.size, { greatestByteLength: greatestCollectionByteLength, words: '' });
    const bytes = new Uint8Array(await readFile(path));
    const after = await stat(path);
    if (after.size !== found.size || after.mtimeMs !== found.mtimeMs || bytes.byteLength !== found.size)
      throw refuse('The file changed while it was read. Try again when it is finished.');
    return bytes;
  } catch (cause) {
    throw cause instanceof CasebookError ? cause : fileError(cause);
  }
}

function fileError(cause: unknown): CasebookError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new CasebookError('file-missing', 'There is no such file.', { cause });
  if (code === 'EACCES' || code === 'EPERM') {
    return new CasebookError('file-denied', 'The file may not be read.', { cause });
  }
  return new CasebookError('import-refused', `The file could not be read (${code || String(cause)}).`, {
    cause,
  });
}
