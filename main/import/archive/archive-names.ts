/** What an archive holds, by a look at its bytes: cheap enough to be asked of every file. Opening it is `open-archive.ts`. */
import type { FormatInput } from '../formats/format';
import { isArchive } from './open-archive';

const headLength = 4096;
/** Names of an archive's files stand at its end as they are, and each before its file. */
export const archiveTailLength = 256 * 1024;

/** Whether a file is an archive in whose beginning or end all of these stand. */
export function isArchiveOf(
  { bytes, largeFile }: Pick<FormatInput, 'bytes' | 'largeFile'>,
  ...names: readonly RegExp[]
): boolean {
  const head = bytes.subarray(0, headLength);
  if (!isArchive(head)) return false;
  const ends = [head, largeFile?.tail ?? bytes.subarray(-archiveTailLength)];
  const found = ends.map((part) => Buffer.from(part).toString('latin1')).join('');
  return names.every((name) => name.test(found));
}
