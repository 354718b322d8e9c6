/** The citations inside of a note's content: reading them. */
import type { Block, CitationInline } from '../../../shared/document/blocks';
import { parseContent } from '../../../shared/document/content-html';
import { leafSpans } from '../../../shared/document/plain-text';
import { CasebookError } from '../../../shared/model/result';

/** Content as blocks. Throws `bad-arguments` when it is not canonical HTML. */
export function readContent(content: string): Block[] {
  try {
    return parseContent(content);
  } catch (cause) {
    throw new CasebookError('bad-arguments', `The note's words cannot be read: ${String(cause)}`, { cause });
  }
}

/** Every citation of a content, in document order. */
export function citationsOf(blocks: readonly Block[]): CitationInline[] {
  return leafSpans(blocks).flatMap(({ inlines }) =>
    inlines.filter((inline): inline is CitationInline => inline.kind === 'citation'),
  );
}
