/**
 * The whole notebook as JSON, in pieces: a record a line, so that neither the writing nor a tool that reads it line by line
 * needs the whole in memory. What is in it follows from `record-kinds.ts`; the schema is `docs/notebook.schema.json`.
 */
import { all, type ReadableDB } from '../../core/sql';
import { readRecords } from '../read-records';
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
}

/** The pieces of the file, in order; joined they are one JSON value that ends with a line feed. */
export function* notebookJson(db: ReadableDB, { bytes, madeAt }: NotebookJsonOptions): Generator<string> {
  const [notebook] = all(db, 'SELECT id, title, created_at AS createdAt FROM notebook');
  const head = { format: formatName, version: formatVersion, madeAt, capturedFiles: bytes, notebook };
  const lines = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  yield `{\n${lines.join(',\n')}`;
  for (const kind of recordKinds) {
    yield `,\n${JSON.stringify(kind.name)}: [`;
    let before = '\n';
    for (const record of readRecords(db, kind, { bytes })) {
      yield `${before}${JSON.stringify(record)}`;
      before = ',\n';
    }
    yield before === '\n' ? ']' : '\n]';
  }
  yield '\n}\n';
}
