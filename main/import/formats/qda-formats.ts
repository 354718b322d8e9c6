/** The rows of the table for projects and codebooks of programs for qualitative analysis. */
import { isArchiveOf } from '../archive/archive-names';
import { greatestCollectionByteLength } from '../limits';
import { extensionsOf } from './extensions';
import type { CollectionFormat, FormatInput, ImportFormat } from './format';

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The reader is loaded when the first such file is met. */
async function* opened(
  input: FormatInput,
  load: () => Promise<CollectionFormat['open']>,
): ReturnType<CollectionFormat['open']> {
  yield* (await load())(input);
}

const project: CollectionFormat = {
  kind: 'collection',
  name: 'qdpx',
  words: 'a REFI-QDA project',
  extensions: extensionsOf.qdpx,
  mediaTypes: ['application/x-qdpx'],
  hasSignature: true,
  greatestByteLength: greatestCollectionByteLength,
  recognise: (_, input) => isArchiveOf(input, /project\.qde/i),
  open: (input) => opened(input, async () => (await import('../qda/project-items')).projectItems),
};

const codebook: CollectionFormat = {
  kind: 'collection',
  name: 'qdc',
  words: 'a REFI-QDA codebook',
  extensions: extensionsOf.qdc,
  mediaTypes: ['application/x-qdc'],
  hasSignature: true,
  recognise: (head) =>
    /<(?:\w+:)?CodeBook\b[^>]*urn:QDA-XML:codebook/i.test(latin(head).replaceAll('\0', '')),
  open: (input) => opened(input, async () => (await import('../qda/codebook-items')).codebookItems),
};

/** Where a SQLite file says whose it is; programs of this kind say nothing there. */
const applicationIdAt = 68;

const database: CollectionFormat = {
  kind: 'collection',
  name: 'qda-database',
  words: 'a project of Taguette or QualCoder',
  extensions: extensionsOf.qdaDatabase,
  mediaTypes: ['application/vnd.sqlite3', 'application/x-sqlite3'],
  hasSignature: true,
  greatestByteLength: greatestCollectionByteLength,
  recognise: (head) =>
    latin(head.subarray(0, 16)) === 'SQLite format 3\0' &&
    head.subarray(applicationIdAt, applicationIdAt + 4).every((byte) => byte === 0),
  open: (input) => opened(input, async () => (await import('../qda/databases/database-items')).databaseItems),
};

/** In the order in which they are asked. */
export const qdaFormats: readonly ImportFormat[] = [project, codebook, database];
