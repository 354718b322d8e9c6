/** The state of reading one OpenDocument text, shared by the readers of its blocks and words. */
import type { TextMark } from '../../../../shared/document/blocks';
import type { XmlElement } from '../../archive/xml-node';
import type { Notes } from '../content/notes';
import type { OfficeBlock, Piece } from '../content/office-block';
import type { Pictures } from '../content/pictures';
import type { Remarks } from '../content/remarks';
import type { OdtStyles } from './odt-styles';

/** A comment as it stands in the text. */
export interface OdtComment {
  readonly id: string;
  readonly element: XmlElement;
}

export interface OdtReading {
  readonly styles: OdtStyles;
  readonly pictures: Pictures;
  readonly notes: Notes;
  readonly remarks: Remarks;
  readonly comments: OdtComment[];
  /** Pages that the program said it began while the text was read. */
  pageCount: number;
  isInNote: boolean;
}

/** How the words being read are set. */
export interface OdtSetting {
  readonly marks: readonly TextMark[];
  readonly href: string | null;
}

/** A paragraph being read: its pieces, and the text boxes that are anchored in it. */
export interface OdtParagraph {
  readonly pieces: Piece[];
  readonly boxes: OfficeBlock[];
  /** Whether the next blank would follow another, or start the paragraph: then it is layout. */
  atSpace: boolean;
}
