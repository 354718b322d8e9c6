/** Reads a notebook's file in JSON as records that are still to be checked. */
import { CasebookError } from '../../../../../shared/model/result';
import { type GivenNotebook, type GivenRecord, kindOfList } from '../load-records';
import { formatName, formatVersion } from './notebook-json';
import { sliceJson } from './slice-json';

const refused = (message: string) => new CasebookError('import-refused', message);

function checkHead(head: ReadonlyMap<string, unknown>): void {
  if (head.get('format') !== formatName) throw refused('This JSON file is not a notebook of Casebook.');
  const version = head.get('version');
  if (version !== formatVersion)
    throw refused(`This file has version ${String(version)}; this program knows version ${formatVersion}.`);
}

function notebookOf(given: unknown): GivenNotebook {
  const { id, title, createdAt } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof createdAt !== 'string')
    throw refused('The file does not say which notebook it is.');
  return { id, title, createdAt };
}

const headNames = new Set(['format', 'version', 'madeAt', 'capturedFiles', 'notebook']);

/** The records of a file, and the notebook's own record at the end. Throws `import-refused`. */
export function* readJson(path: string): Generator<GivenRecord, GivenNotebook> {
  const head = new Map<string, unknown>();
  let checked = false;
  for (const { name, index, value, share } of sliceJson(path)) {
    const kind = kindOfList(name);
    if (kind && index !== null) {
      if (!checked) checkHead(head);
      checked = true;
      yield { kind, number: index + 1, value, share };
    } else if (headNames.has(name)) head.set(name, value);
    else throw refused(`“${name.slice(0, 40)}” is not known in a notebook’s file.`);
  }
  checkHead(head);
  return notebookOf(head.get('notebook'));
}
