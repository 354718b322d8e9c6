/** Reads one file for an import, and says in words why it cannot. */
import { open, readFile, stat } from 'node:fs/promises';
import { CasebookError } from '../../../shared/model/result';
import { refuse } from '../formats/refuse';
import { checkLength } from '../import-document';
import { greatestByteLength, greatestCollectionByteLength } from '../limits';

/** The file's bytes in a buffer of their own. Throws `file-missing`, `file-denied` or `import-refused`. */
export async function readImportFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refuse('This is not a file.');
    const most =
      found.size <= greatestByteLength || (await mayBeLarge(path)) ? undefined : greatestByteLength;
    // What is too large for its format is refused once that is known.
    checkLength(found.size, { greatestByteLength: most ?? greatestCollectionByteLength, words: '' });
    const bytes = new Uint8Array(await readFile(path));
    const after = await stat(path);
    if (after.size !== found.size || after.mtimeMs !== found.mtimeMs || bytes.byteLength !== found.size)
      throw refuse('The file changed while it was read. Try again when it is finished.');
    return bytes;
  } catch (cause) {
    throw cause instanceof CasebookError ? cause : fileError(cause);
  }
}

/** Archives, databases, mailboxes and PDFs; everything else is text, of which nobody has so much. */
const largeKinds = /^(?:PK\x03\x04|SQLite format 3|(?:\x1f\x8b)|WARC\/|From |[^]{0,1024}%PDF-)/;

/** Asked before a large file is read, which takes its time. */
async function mayBeLarge(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0);
    return largeKinds.test(buffer.subarray(0, bytesRead).toString('latin1'));
  } finally {
    await file.close();
  }
}

function fileError(cause: unknown): CasebookError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new CasebookError('file-missing', 'There is no such file.', { cause });
  if (code === 'EACCES' || code === 'EPERM') {
    return new CasebookError('file-denied', 'The file may not be read.', { cause });
  }
  return new CasebookError(
    'import-refused',
    `The file could not be read (${code || 'for no reason given'}).`,
    {
      cause,
    },
  );
}
