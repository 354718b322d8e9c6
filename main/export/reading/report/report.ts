/**
 * What an export says to a person, before it is Markdown, a page or a document: words arranged by what they are about. How
 * it looks, and in which order, is for the templates and the writers of documents to say.
 */
import type { Block } from '../../../../shared/document/blocks';

/** What a report may hold; a template chooses among them. */
export const contentKinds = [
  'notes',
  'events',
  'accounts',
  'entities',
  'articles',
  'passages',
  'text',
  'comments',
  'coder',
  'codebook',
] as const;
export type ContentKind = (typeof contentKinds)[number];

/** A label and what is said under it. */
export interface ReportFact {
  readonly label: string;
  readonly value: string;
}

/** Where words are from. */
export interface ReportSource {
  /** Title, publisher, date. */
  readonly name: string;
  /** Who published it, or its title. */
  readonly voice: string;
  /** '' where it is not one of the web. */
  readonly url: string;
  /** "p. 12"; ''. */
  readonly page: string;
}

/** Words of a source, in their sentence, with what is said about them. */
export interface ReportPassage {
  readonly id: string;
  /** The rest of the sentence before the first part and after the last. */
  readonly before: string;
  readonly after: string;
  /** The words of each part; one quotation, what is between them left out. */
  readonly parts: readonly string[];
  readonly source: ReportSource;
  readonly comment: string;
  readonly coder: string;
  /** The day it was made on. */
  readonly made: string;
  readonly colour: string;
  /** That words have changed or are gone; ''. */
  readonly state: string;
  readonly facts: readonly ReportFact[];
}

/** A passage as it stands in the text of its article: code points, one for each part that is there. */
export interface ReportMark {
  readonly start: number;
  readonly end: number;
  readonly part: number;
  readonly passage: ReportPassage;
}

/** The text of an article and what is marked in it. */
export interface ReportText {
  readonly blocks: readonly Block[];
  readonly marks: readonly ReportMark[];
}

export interface ReportArticle {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly url: string;
  readonly facts: readonly ReportFact[];
  /** In reading order. */
  readonly passages: readonly ReportPassage[];
  /** Read when it is asked for; null: not wanted. */
  readonly text: (() => ReportText) | null;
}

/** Who says it, and in which words. */
export interface ReportClaim {
  /** "Ministry of Defence claims". */
  readonly who: string;
  readonly denies: boolean;
  readonly facts: readonly ReportFact[];
  readonly comment: string;
  readonly passages: readonly ReportPassage[];
}

/** One value of a fact, and all who give or deny it. */
export interface ReportValue {
  readonly value: string;
  readonly isPreferred: boolean;
  readonly claims: readonly ReportClaim[];
}

/** What is said of one fact of an event: values that contradict each other stand side by side. */
export interface ReportAccounts {
  readonly fact: string;
  /** "contradicted", "decided"; ''. */
  readonly standing: string;
  readonly values: readonly ReportValue[];
}

export interface ReportEvent {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly ReportFact[];
  readonly description: string;
  readonly accounts: readonly ReportAccounts[];
  /** What supports it as a whole. */
  readonly passages: readonly ReportPassage[];
}

export interface ReportEntity {
  readonly id: string;
  readonly kind: 'actor' | 'place' | 'object';
  readonly title: string;
  readonly facts: readonly ReportFact[];
  readonly description: string;
  readonly relations: readonly string[];
}

export interface ReportNote {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** An entry of the codebook: a tag, a type of event, a role. */
export interface ReportTag {
  readonly name: string;
  /** Names of those above it, the topmost first. */
  readonly above: readonly string[];
  readonly description: string;
  readonly colour: string;
}

/** What one export is about stands in its own field; lists hold the rest. */
export interface Report {
  readonly title: string;
  /** BCP 47; ''. */
  readonly language: string;
  readonly notebook: string;
  /** The day it was made on. */
  readonly made: string;
  /** What of the notebook it holds, in words. */
  readonly about: string;
  /** What the format does not keep, in words. */
  readonly losses: readonly string[];
  readonly subjectNote: ReportNote | null;
  readonly subjectArticle: ReportArticle | null;
  readonly subjectEntity: ReportEntity | null;
  readonly subjectEvent: ReportEvent | null;
  readonly notes: readonly ReportNote[];
  readonly events: readonly ReportEvent[];
  readonly entities: readonly ReportEntity[];
  /** Of a dossier, by publication; of a note, those that it cites. */
  readonly passages: readonly ReportPassage[];
  readonly articles: readonly ReportArticle[];
  readonly tags: readonly ReportTag[];
  readonly types: readonly ReportTag[];
  readonly roles: readonly ReportTag[];
}
