/** A REFI-QDA project as data, before anything is made of it. All GUIDs are spelled in one way: lower case, no braces. */
import type { CountedSelection } from './offset-readings';

export interface QdaCode {
  readonly guid: string;
  readonly name: string;
  /** '' at the top. */
  readonly parent: string;
  /** `#rrggbb`, or ''. */
  readonly colour: string;
  readonly description: string;
  readonly notes: readonly string[];
}

/** Who made something and when (ISO 8601 UTC); '' where it is not said. */
export interface QdaOrigin {
  readonly coder: string;
  readonly createdAt: string;
}

/** A stretch of a text; `words` is the name it has, which most programs make of its words. */
export interface QdaSelection extends CountedSelection, QdaOrigin {
  readonly guid: string;
  readonly comments: readonly string[];
  /** GUIDs. */
  readonly codes: readonly string[];
  readonly notes: readonly string[];
  /** Words alone: the selection is an area of a page, and its position in the text is not known. */
  readonly isArea: boolean;
}

export interface QdaValue {
  readonly variable: string;
  readonly value: string;
}

/** Where the words of a text are: in a file of the archive, or in the project itself. */
export interface QdaText extends QdaOrigin {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly path: string;
  readonly richPath: string;
  readonly content: string | null;
  readonly selections: readonly QdaSelection[];
  /** Codes, notes and values of the text as a whole. */
  readonly codes: readonly string[];
  readonly notes: readonly string[];
  readonly values: readonly QdaValue[];
}

/** `kind`: `Text`, `PDF`, or one that has no text. */
export interface QdaSource extends QdaText {
  readonly kind: string;
  /** Areas, stretches of time: what cannot be taken. */
  readonly otherSelections: number;
}

export interface QdaVariable {
  readonly name: string;
  readonly description: string;
}

export interface QdaCase {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly codes: readonly string[];
  readonly values: readonly QdaValue[];
  readonly sources: readonly string[];
  readonly selections: readonly string[];
}

export interface QdaSet {
  readonly name: string;
  readonly codes: readonly string[];
  readonly sources: readonly string[];
  readonly notes: readonly string[];
}

export interface QdaLink {
  readonly name: string;
  readonly origin: string;
  readonly target: string;
}

export interface QdaProject {
  readonly name: string;
  /** The program that wrote it. */
  readonly origin: string;
  readonly description: string;
  readonly codes: readonly QdaCode[];
  readonly variables: ReadonlyMap<string, QdaVariable>;
  readonly cases: readonly QdaCase[];
  readonly sources: readonly QdaSource[];
  readonly notes: readonly QdaText[];
  readonly links: readonly QdaLink[];
  readonly sets: readonly QdaSet[];
  readonly graphCount: number;
}

/** The one spelling of a GUID. */
export const guidOf = (spelled: string): string =>
  spelled
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
