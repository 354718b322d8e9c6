/**
 * A report as a word processor has it: paragraphs with styles, runs of words, footnotes, comments on stretches of words,
 * tables. The same for DOCX and ODT, which only write it down.
 */
import type { TextMark } from '../../../../shared/document/blocks';

/** The styles that a paragraph may have; both formats define each. */
export type FlowStyle =
  | 'title'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'quote'
  | 'code'
  | 'caption'
  | 'fact'
  | 'comment'
  | 'small';

/** A remark on words, as reviewers make it. */
export interface FlowComment {
  /** From 0, in the order they are made. */
  readonly number: number;
  /** Who made it; '' is not known. */
  readonly author: string;
  /** ISO 8601 UTC day. */
  readonly day: string;
  /** Paragraphs. */
  readonly lines: readonly string[];
}

export type FlowRun =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly marks: readonly TextMark[];
      /** Words of a passage. */
      readonly isMarked: boolean;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly url: string; readonly runs: readonly FlowRun[] }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'footnote'; readonly text: string; readonly url: string }
  | { readonly kind: 'comment-start'; readonly comment: FlowComment }
  | { readonly kind: 'comment-end'; readonly comment: FlowComment };

export interface FlowParagraph {
  readonly kind: 'paragraph';
  readonly style: FlowStyle;
  readonly isRightToLeft: boolean;
  readonly runs: readonly FlowRun[];
  /** Of an item: how deep its list is, from 0. */
  readonly list?: { readonly ordered: boolean; readonly level: number; readonly number: number };
}

export interface FlowTable {
  readonly kind: 'table';
  readonly isRightToLeft: boolean;
  readonly rows: readonly (readonly FlowCell[])[];
}

export interface FlowCell {
  readonly isHeader: boolean;
  readonly paragraphs: readonly FlowParagraph[];
}

export type FlowBlock = FlowParagraph | FlowTable;

/** A whole document. */
export interface Flow {
  readonly title: string;
  /** BCP 47; ''. */
  readonly language: string;
  readonly madeAt: string;
  readonly blocks: Iterable<FlowBlock>;
}
