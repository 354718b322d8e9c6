/** What a format of the import table must give, and what it is given. */
import type { Block } from '../../../shared/document/blocks';
import type { ArticleMetadata } from '../../../shared/model/article';
import type { EncodingGuess } from './decode/guess-encoding';

/** An article out of text: its content in normal form and what it says about itself. */
export interface TextReading {
  readonly blocks: readonly Block[];
  readonly metadata: ArticleMetadata;
  readonly warnings: readonly string[];
}
