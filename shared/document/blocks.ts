/**
 * The content model: what an article or a note may hold. Everything that is stored, shown, edited or exported goes
 * through these types; their HTML form is in `content-html.ts`, their plain text in `plain-text.ts`.
 */

/** A character style. The order here is the nesting order in canonical HTML, outermost first. */
export const textMarks = ['strong', 'em', 'u', 's', 'code', 'sub', 'sup'] as const;
export type TextMark = (typeof textMarks)[number];

export interface TextInline {
  readonly kind: 'text';
  readonly text: string;
  /** In the order of {@link textMarks}, without repeats. */
  readonly marks: readonly TextMark[];
}

/** A line break inside a block; its plain text is one LF. */
export interface BreakInline {
  readonly kind: 'break';
}

/** An embedded picture; contributes nothing to the plain text. */
export interface ImageInline {
  readonly kind: 'image';
  /** A `data:image/(png|jpeg|gif|webp|avif);base64,…` URL: nothing is ever fetched. */
  readonly src: string;
  readonly alt: string;
}

/** A hyperlink; it may hold anything inline but another link. */
export interface LinkInline {
  readonly kind: 'link';
  /** http, https, mailto or `#fragment`. */
  readonly href: string;
  /** What `#name` links of the same content lead to: a footnote's sign, or its way back. Letters, digits and `_.:-`. */
  readonly name?: string;
  readonly children: readonly (TextInline | BreakInline | ImageInline)[];
}

/** A citation in a note: the words shown, and what they point to. Its plain text is `label`. */
export interface CitationInline {
  readonly kind: 'citation';
  readonly target: CitationTarget;
  readonly targetId: string;
  readonly label: string;
}
export type CitationTarget = 'annotation' | 'entity' | 'event' | 'article';

export type Inline = TextInline | BreakInline | ImageInline | LinkInline | CitationInline;

/** A block that holds inline content directly: the unit of the plain text. */
export interface LeafBlock {
  readonly kind:
    | 'paragraph'
    | 'heading1'
    | 'heading2'
    | 'heading3'
    | 'heading4'
    | 'quote'
    | 'preformatted'
    | 'caption';
  readonly inlines: readonly Inline[];
}

export interface ListItem {
  readonly inlines: readonly Inline[];
  /** Lists nested below the item's own words. */
  readonly lists: readonly ListBlock[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface TableCell {
  readonly header: boolean;
  /** At least one. */
  readonly paragraphs: readonly (readonly Inline[])[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly { readonly cells: readonly TableCell[] }[];
}

/** A thematic break; contributes nothing to the plain text, not even a line. */
export interface RuleBlock {
  readonly kind: 'rule';
}

export type Block = LeafBlock | ListBlock | TableBlock | RuleBlock;
