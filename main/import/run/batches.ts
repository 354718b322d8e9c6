import type { ImportedItem } from '../../../shared/model/imported/imported-item';

/** Small things that are taken in one transaction: more would hold up what the person does meanwhile. */
const mostInBatch = 40;

/** Items in the batches in which a notebook takes them: an article alone, other things together; in their order. */
export async function* batchesOf(
  items: AsyncIterableIterator<ImportedItem>,
): AsyncGenerator<readonly ImportedItem[], void, void> {
  let batch: ImportedItem[] = [];
  let failure: { readonly cause: unknown } | null = null;
  try {
    for await (const item of items) {
      const isArticle = item.kind === 'article';
      if (batch.length > 0 && (isArticle || batch.length >= mostInBatch)) {
        yield batch;
        batch = [];
      }
      if (isArticle) yield [item];
      else batch.push(item);
    }
  } catch (cause) {
    failure = { cause };
  }
  // What came before the failure is whole.
  if (batch.length > 0) yield batch;
  if (failure) throw failure.cause;
}
