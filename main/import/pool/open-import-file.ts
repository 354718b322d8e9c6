import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { type ImportRequest, importItems } from '../import-document';
import { picturesBeside } from './pictures-beside';
import { readImportFile } from './read-file';
import { largeArchive } from './read-pieces';

/** All that a file brings, with the pictures that lie beside it. `onPiece`: see `read-pieces.ts`. Throws `file-missing`, `file-denied`, `import-refused`. */
export async function* openImportFile(
  request: Omit<ImportRequest, 'bytes' | 'pictureBeside' | 'largeFile'>,
  onPiece?: () => void,
): AsyncGenerator<ImportedItem, void, void> {
  const { source, path = source } = request;
  const read = (await largeArchive(path, onPiece)) ?? { bytes: await readImportFile(path) };
  yield* importItems({ ...request, path, ...read, pictureBeside: picturesBeside(path) });
}
