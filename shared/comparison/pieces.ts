import type { TextRange } from '../text/offset-types';

/**
 * How a stretch compares: the same letter for letter; the same words in another typesetting (quotation marks, dashes,
 * spaces, Unicode form); or other words.
 */
export type PieceKind = 'same' | 'typesetting' | 'changed';

/** Words of the older text and those that stand for them in the newer; of `changed` ones, one side may be empty. */
export interface WordPiece {
  readonly kind: PieceKind;
  readonly old: string;
  readonly new: string;
}

/** A stretch of the older text and its counterpart, in code points of the whole texts. */
export interface Piece {
  readonly kind: PieceKind;
  readonly old: TextRange;
  readonly new: TextRange;
}
