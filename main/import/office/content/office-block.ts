/**
 * What the readers of office formats make of a document before it is content: paragraphs that know their place in a list,
 * tables of cells that hold paragraphs, and within the words the edges of comments and pages. `compose.ts` makes content of it.
 */
import type { LeafBlock, TextMark } from '../../../../shared/document/blocks';

/** A stretch of a paragraph. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly marks: readonly TextMark[];
      /** Where it leads, unchecked; null for no link. */
      readonly href: string | null;
      /** What other links lead to it by. */
      readonly name?: string;
    }
  | { readonly kind: 'break' }
  /** `src`: a `data:` URL. */
  | { readonly kind: 'image'; readonly src: string; readonly alt: string; readonly href: string | null }
  /** A place in the text that is asked for by its key, and no part of the text. */
  | { readonly kind: 'place'; readonly key: string };

export interface ListPlace {
  /** From 0. */
  readonly level: number;
  readonly ordered: boolean;
  /** A further paragraph of the item before. */
  readonly continues?: boolean;
}

export interface OfficeParagraph {
  readonly kind: 'paragraph';
  readonly leaf: LeafBlock['kind'];
  readonly list: ListPlace | null;
  readonly pieces: readonly Piece[];
}

export interface OfficeCell {
  readonly header: boolean;
  readonly blocks: readonly OfficeBlock[];
  /** Columns that it takes. */
  readonly columns: number;
}

export interface OfficeTable {
  readonly kind: 'table';
  /** A place that a cell from the row above covers has an empty cell. */
  readonly rows: readonly (readonly OfficeCell[])[];
}

export type OfficeBlock = OfficeParagraph | OfficeTable | { readonly kind: 'rule' };

/** Words without any style. */
export const plainPiece = (text: string): Piece => ({ kind: 'text', text, marks: [], href: null });

/** A paragraph outside of lists. */
export const paragraphOf = (
  pieces: readonly Piece[],
  leaf: OfficeParagraph['leaf'] = 'paragraph',
): OfficeParagraph => ({ kind: 'paragraph', leaf, list: null, pieces });

/** The kind of a heading; levels from 1. The content model knows four. */
export function headingKind(level: number): LeafBlock['kind'] {
  if (level <= 1) return 'heading1';
  if (level === 2) return 'heading2';
  return level === 3 ? 'heading3' : 'heading4';
}
