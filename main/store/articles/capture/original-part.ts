import type { QueryArgs, QueryValue } from '../../../../shared/contract';
import { CasebookError } from '../../../../shared/model/result';
import { get, type ReadableDB } from '../../core/sql';
import { originalOf } from '../articles';

/**
 * A stretch of the bytes that an article's newest capture was made from; shorter at their end, empty beyond it. Throws
 * `not-found` for an article without an original.
 */
export function getOriginalPart(
  db: ReadableDB,
  { articleId, offset, length }: QueryArgs<'getOriginalPart'>,
): QueryValue<'getOriginalPart'> {
  const info = originalOf(db, articleId);
  if (!info) throw new CasebookError('not-found', 'This article was not made from a file.');
  const part = get<{ bytes: Uint8Array }>(
    db,
    'SELECT substr(bytes, ? + 1, ?) AS bytes FROM original_bytes WHERE sha256 = ?',
    [offset, length, info.sha256],
  );
  return { base64: Buffer.from(part?.bytes ?? []).toString('base64'), byteLength: info.byteLength };
}
