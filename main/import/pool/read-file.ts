/** Reads one file for an import, and says in words why it cannot. */
import { open, readFile, stat } from 'node:fs/promises';
import { CasebookError } from '../../../shared/model/result';
import { refuse } from '../formats/refuse';
import { checkLength } from '../import-document';
import { greatestByteLength, greatestCollectionByteLength, greatestMailboxByteLength } from '../limits';

/** The file's bytes in a buffer of their own. Throws `file-missing`, `file-denied` or `import-refused`. */
export async function readImportFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refuse('This is not a file.');
    // What is too large for its format, though not for others, is refused once that is known.
    const most = found.size <= greatestByteLength ? greatestByteLength : await mostOf(path);
    checkLength(found.size, { greatestByteLength: most, words: '' });
    const bytes = ownBytes(await readFile(path));
    const after = await stat(path);
    if (after.size !== found.size || after.mtimeMs !== found.mtimeMs || bytes.byteLength !== found.size)
      throw refuse('The file changed while it was read. Try again when it is finished.');
    return bytes;
  } catch (cause) {
    throw cause instanceof CasebookError ? cause : fileError(cause);
  }
}

/** What was read is mostly alone in its buffer: copied, a large file would be there twice. */
function ownBytes(read: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = read;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(read);
}

/** Kinds of which one file may be larger than others: archives, databases, mailboxes. Everything else is text or nearly. */
const largeKinds: readonly (readonly [start: RegExp, greatestByteLength: number])[] = [
  [/^(?:PK\x03\x04|SQLite format 3|\x1f\x8b|WARC\/)/, greatestCollectionByteLength],
  [/^From /, greatestMailboxByteLength],
];

/** Asked before a large file is read, which takes its time. */
async function mostOf(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    return largeKinds.find(([kind]) => kind.test(start))?.[1] ?? greatestByteLength;
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
