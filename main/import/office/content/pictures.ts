/** Pictures of an archive as `data:` URLs, as many as an article may have; read before the text, which is read in one go. */
import type { Archive } from '../../archive/open-archive';
import { greatestPicturesByteLength } from '../../limits';
import { pictureUrl } from '../../pool/pictures-beside';

/** `data:` URLs by the names of the archive's files. What is missing there has no picture that can be shown. */
export type Pictures = ReadonlyMap<string, string>;

export async function readPictures(archive: Archive, names: readonly string[]): Promise<Pictures> {
  const pictures = new Map<string, string>();
  const sizes = new Map(archive.entries.map(({ name, byteLength }) => [name, byteLength]));
  let left = greatestPicturesByteLength;
  for (const name of new Set(names)) {
    if ((sizes.get(name) ?? Number.POSITIVE_INFINITY) * (4 / 3) > left) continue;
    const url = await readPicture(archive, name);
    if (url === null || url.length > left) continue;
    pictures.set(name, url);
    left -= url.length;
  }
  return pictures;
}

/** A damaged picture is a picture that is missing: it does not cost the text. */
async function readPicture(archive: Archive, name: string): Promise<string | null> {
  try {
    return pictureUrl(await archive.read(name));
  } catch {
    return null;
  }
}
