import type { Block } from '../../shared/document/blocks';
import { parseContent } from '../../shared/document/content-html';
import type { RevisionText } from '../../shared/model/article';

const known = new WeakMap<RevisionText, readonly Block[]>();

/** The content of a revision that was answered; parsed once, for as long as the answer is kept. */
export function blocksOf(revision: RevisionText): readonly Block[] {
  const blocks = known.get(revision) ?? parseContent(revision.content);
  known.set(revision, blocks);
  return blocks;
}
