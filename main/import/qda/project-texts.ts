/** The texts of a REFI-QDA project: those in files of the archive are read when they are asked for. */

import { serialiseContent } from '../../../shared/document/serialise-content';
import type { Archive } from '../archive/open-archive';
import { lineBlocks, readSourceText, type SourceText } from './source-text';

/** Text of a source or a note, with its bytes; null: it has none here. */
export interface FoundText {
  readonly bytes: Uint8Array;
  readonly text: SourceText;
  /** The name of the file in the archive, or ''. */
  readonly name: string;
}

/** What of a text says where its words are. */
interface TextPlace {
  readonly path: string;
  readonly content: string | null;
}

const names = new WeakMap<Archive, ReadonlyMap<string, string>>();

/** The names of an archive's files by their small letters. */
function namesOf(archive: Archive): ReadonlyMap<string, string> {
  const known = names.get(archive) ?? new Map(archive.entries.map(({ name }) => [name.toLowerCase(), name]));
  names.set(archive, known);
  return known;
}

/** Programs write `internal://x.txt`, `internal:///x.txt` and a folder in capitals; files elsewhere on a disk are not read. */
export function entryOf(archive: Archive | null, path: string): string | null {
  const name = /^internal:\/{2,3}(.+)$/i.exec(path.trim())?.[1]?.replace(/^sources\//i, '');
  if (name === undefined || archive === null) return null;
  return namesOf(archive).get(`sources/${name}`.toLowerCase()) ?? null;
}

/** The words of a source or a note. */
export async function findText(
  archive: Archive | null,
  { path, content }: TextPlace,
): Promise<FoundText | null> {
  const name = entryOf(archive, path);
  if (name === null && content === null) return null;
  const bytes = name === null || archive === null ? Buffer.from(content ?? '') : await archive.read(name);
  return { bytes, text: readSourceText(bytes), name: name ?? '' };
}

/** A text as a note's content. */
export const noteContent = (text: string): string => serialiseContent(lineBlocks(text));
