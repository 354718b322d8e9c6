/**
 * The whole notebook as JSON, in pieces: a record a line, so that neither the writing nor a tool that reads it line by line
 * needs the whole in memory. What is in it follows from `record-kinds.ts`; the schema is `docs/formats/notebook.schema.json`.
 */
import { all, type ReadableDB } from '../../../core/sql';
import { keysOf, readRecords } from '../read-records';
import { recordKinds } from '../record-kinds';

/** What a file says of itself first. */
export const formatName = 'casebook-notebook';
/** Raised when a reader of the version before would misread the file. */
export const formatVersion = 1;

export interface NotebookJsonOptions {
  /** With the bytes of captured files, in base 64. */
  readonly bytes: boolean;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** Goes through the ids of a kind of record: to tell how far it is, and to stop. */
  readonly each?: (ids: readonly string[], words: string) => Iterable<string>;
}

/** The pieces of the file, in order; joined they are one JSON value that ends with a line feed. */
export function* notebookJson(
  db: ReadableDB,
  { bytes, madeAt, each = (ids) => ids }: NotebookJsonOptions,
): Generator<string> {
  const [notebook] = all(db, 'SELECT id, title, created_at AS createdAt FROM notebook');
  const head = { format: formatName, version: formatVersion, madeAt, capturedFiles: bytes, notebook };
  const lines = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  yield `{\n${lines.join(',\n')}`;
  for (const kind of recordKinds) {
    yield `,\n${JSON.stringify(kind.name)}: [`;
    let before = '\n';
    const records = readRecords(db, kind, { bytes });
    for (const _ of each(keysOf(db, kind), `each ${kind.noun}`)) {
      const { value, done } = records.next();
      if (done) break;
      yield `${before}${JSON.stringify(value)}`;
      before = ',\n';
    }
    yield before === '\n' ? ']' : '\n]';
  }
  yield '\n}\n';
}
