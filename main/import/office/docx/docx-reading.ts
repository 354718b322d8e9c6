/** The state of reading one Word document, shared by the readers of its paragraphs, words and pictures. */
import type { TextMark } from '../../../../shared/document/blocks';
import type { XmlElement } from '../../archive/xml-node';
import type { Notes } from '../content/notes';
import type { OfficeBlock, Piece } from '../content/office-block';
import type { Pictures } from '../content/pictures';
import type { Remarks } from '../content/remarks';
import type { DocxNumbering } from './docx-numbering';
import type { Relations } from './docx-package';
import type { DocxStyles } from './docx-styles';

/** A field that is being read: what it does, then what it shows. */
export interface OpenField {
  instruction: string;
  isResult: boolean;
}

export interface DocxReading {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  readonly pictures: Pictures;
  readonly notes: Notes;
  /** The notes that the file holds, by kind and id, with what their words refer to. */
  readonly noteBodies: ReadonlyMap<string, { readonly body: XmlElement; readonly relations: Relations }>;
  readonly remarks: Remarks;
  readonly fields: OpenField[];
  /** What the part being read refers to. */
  relations: Relations;
  /** Pages that Word says it began while the text was read. */
  pageCount: number;
  isInNote: boolean;
}

/** How the words being read are set. */
export interface DocxSetting {
  readonly marks: readonly TextMark[];
  readonly href: string | null;
}

/** What a paragraph's words come to: its pieces, and the text boxes that are anchored in it. */
export interface ParagraphParts {
  readonly pieces: Piece[];
  readonly boxes: OfficeBlock[];
}
