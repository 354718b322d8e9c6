import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { type ImportRequest, importItems } from '../import-document';
import { picturesBeside } from './pictures-beside';
import { readImportFile } from './read-file';

/** All that a file brings, with the pictures that lie beside it. Throws `file-missing`, `file-denied`, `import-refused`. */
export async function* openImportFile(
  request: Omit<ImportRequest, 'bytes' | 'pictureBeside'>,
): AsyncGenerator<ImportedItem, void, void> {
  const { source, path = source } = request;
  const bytes = await readImportFile(path);
  yield* importItems({ ...request, path, bytes, pictureBeside: picturesBeside(path) });
}
