/** The state of reading an RTF text, shared by the readers of its groups, words and paragraphs. */
import type { TextMark } from '../../../../shared/document/blocks';
import type { OfficeComment } from '../content/comments';
import type { Notes } from '../content/notes';
import type { OfficeBlock, OfficeCell, Piece } from '../content/office-block';
import type { Remarks } from '../content/remarks';

/** Where the words of a group go; all but `text` are gathered and told when the group ends. */
export type DestinationKind =
  | 'text'
  | 'skipped'
  | 'fonts'
  | 'styles'
  | 'style'
  | 'lists'
  | 'overrides'
  | 'numbering'
  | 'info'
  | 'picture'
  | 'title'
  | 'author'
  | 'subject'
  | 'keywords'
  | 'doccomm'
  | 'creatim'
  | 'revtim'
  | 'instruction'
  | 'footnote'
  | 'annotation'
  | 'textbox'
  | 'rangeStart'
  | 'rangeEnd'
  | 'commentAuthor'
  | 'commentRef'
  | 'commentDate'
  | 'commentParent';

export interface Destination {
  readonly kind: DestinationKind;
  text: string;
}

/** How paragraphs are set; goes by `\pard`. */
export interface ParagraphState {
  readonly style: number;
  /** From 0; null: what the style says. */
  readonly outline: number | null;
  /** Number of the list override; null: no list. */
  readonly list: number | null;
  readonly level: number;
  /** The older way to make a list. */
  readonly oldList: 'bullet' | 'ordered' | null;
  readonly inTable: boolean;
}

export const plainParagraph: ParagraphState = {
  style: 0,
  outline: null,
  list: null,
  level: 0,
  oldList: null,
  inTable: false,
};

/** What holds within a group. */
export interface GroupState {
  destination: Destination;
  /** Whether the destination ends with this group. */
  ownsDestination: boolean;
  /** After `\*`: what is not known may be skipped. */
  isOptional: boolean;
  font: number;
  /** Signs that stand for one `\u` in readers without Unicode. */
  unicodeSkip: number;
  marks: readonly TextMark[];
  isHidden: boolean;
  isDeleted: boolean;
  href: string | null;
  paragraph: ParagraphState;
}

/** The paragraphs of the text, of a note, a comment or a text box. */
export interface RtfFlow {
  readonly blocks: OfficeBlock[];
  pieces: Piece[];
  /** Text boxes of the paragraph being read. */
  boxes: OfficeBlock[];
  cellBlocks: OfficeBlock[];
  cells: OfficeCell[];
  rows: OfficeCell[][];
  isHeaderRow: boolean;
}

export const startFlow = (): RtfFlow => ({
  blocks: [],
  pieces: [],
  boxes: [],
  cellBlocks: [],
  cells: [],
  rows: [],
  isHeaderRow: false,
});

export interface RtfFont {
  encoding: string | null;
  isSymbols: boolean;
}

export interface RtfReading {
  readonly groups: GroupState[];
  readonly flows: RtfFlow[];
  readonly fonts: Map<number, RtfFont>;
  readonly styles: Map<number, { readonly name: string; readonly outline: number | null }>;
  /** Formats of the levels of a list, by its id; 23 is a bullet, 255 nothing. */
  readonly lists: Map<number, readonly number[]>;
  readonly overrides: Map<number, number>;
  readonly properties: Map<string, string>;
  readonly remarks: Remarks;
  readonly notes: Notes;
  readonly comments: OfficeComment[];
  /** What fields do, the innermost last. */
  readonly fields: string[];
  /** Chosen by the user, or of the document's code page. */
  encoding: string;
  readonly isEncodingChosen: boolean;
  /** Bytes of text that wait to be decoded together: a letter may take two. */
  waiting: Uint8Array[];
  /** Signs still to be skipped after a `\u`. */
  skipLeft: number;
  /** Pictures that could not be kept. */
  missingPictureCount: number;
  /** Characters of `data:` URLs that may still be kept. */
  picturesLeft: number;
  hasMargins: boolean;
  /** Numbers of what the tables are telling just now. */
  fontRead: number;
  styleRead: { number: number; outline: number | null };
  listRead: number[];
  listIdRead: number;
  /** The comment being read, and who its author is. */
  author: string;
  comment: { ref: string; date: string; parent: string };
  isEndnote: boolean;
}
