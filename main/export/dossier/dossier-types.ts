/** What `dossier.json` holds: see `docs/formats/dossier.md`. Ids are the dossier's own; offsets are code points, from 0. */

import type { ExportLoss } from '../../../shared/contract/exports';
import type { AccountValue, FactKind, Mode } from '../../../shared/model/account';
import type { AnchorState } from '../../../shared/model/annotation';

/** How much of a source is shown: all of it; its quotations alone, the rest blackened; nothing of its words. */
export type Shown = 'open' | 'quotations' | 'nothing';

export interface DossierText {
  /** In the dossier, or null. */
  readonly file: string | null;
  /** Of the captured text as UTF-8; null for a redacted source, where a guess could be tried against it. */
  readonly sha256: string | null;
  /** Null for a source that is withheld: a guess could be measured by it. */
  readonly codePoints: number | null;
  /** SHA-256 of a salt, a line feed and the text; null for an open source. */
  readonly commitment: string | null;
}

export interface DossierCapture {
  readonly from: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly capturedAt: string;
  readonly file: string | null;
}

export interface DossierSource {
  readonly id: string;
  readonly shown: Shown;
  /** The source's name was replaced. */
  readonly unnamed: boolean;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  readonly published: string;
  readonly capturedAt: string;
  readonly text: DossierText;
  readonly captures: readonly DossierCapture[];
}

export interface DossierPart {
  /** Null where the words are withheld. */
  readonly start: number | null;
  readonly end: number | null;
  /** The commitment to the place that is withheld: SHA-256 of the salt and both offsets, each on a line; null where they are told. */
  readonly place: string | null;
  readonly state: AnchorState;
  /** The words at the place; null where they are withheld. */
  readonly exact: string | null;
  /** What stands just before and after, '' in a redacted source. */
  readonly before: string;
  readonly after: string;
  /** The words as they were first marked, where they are others now. */
  readonly first: string | null;
  /** Page or chapter of the source, or ''. */
  readonly page: string;
}

export interface DossierPassage {
  readonly id: string;
  readonly source: string;
  readonly coder: string;
  readonly markedAt: string;
  readonly comment: string;
  readonly tags: readonly string[];
  /** Ids of entities that the words name. */
  readonly names: readonly string[];
  readonly parts: readonly DossierPart[];
}

export interface DossierEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

export interface DossierAccount {
  readonly id: string;
  readonly fact: FactKind;
  readonly key: string;
  /** The value in words, and what kind of value it is. */
  readonly value: string;
  readonly valueKind: AccountValue['kind'];
  /** EDTF, and the words it came from. */
  readonly edtf: string;
  readonly dateWords: string;
  readonly claimant: string;
  readonly claimantKind: string;
  /** Sources that say it in their own voice. */
  readonly narrators: readonly string[];
  /** Ids of the entities that the value and the claimant name. */
  readonly entities: readonly string[];
  readonly mode: Mode;
  readonly certainty: string;
  readonly instead: boolean;
  readonly inferredReason: string;
  readonly preferredReason: string | null;
  readonly comment: string;
  readonly evidence: readonly string[];
  readonly cues: readonly string[];
}

export interface DossierEvent {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly date: string;
  readonly dateWords: string;
  readonly place: string;
  readonly happened: string;
  /** Facts whose accounts contradict each other and are not decided. */
  readonly conflicts: number;
  readonly description: string;
  /** Ids of passages that support it as a whole. */
  readonly evidence: readonly string[];
  readonly accounts: readonly DossierAccount[];
}

export interface DossierRelation {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly comment: string;
  readonly evidence: readonly string[];
}

export interface DossierFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Dossier {
  readonly format: 'casebook-dossier';
  readonly version: 1;
  readonly title: string;
  readonly madeAt: string;
  readonly sources: readonly DossierSource[];
  readonly passages: readonly DossierPassage[];
  readonly entities: readonly DossierEntity[];
  readonly events: readonly DossierEvent[];
  readonly relations: readonly DossierRelation[];
  /** What of the notebook is not in it. */
  readonly losses: readonly Omit<ExportLoss, 'items'>[];
  /** Every other file. */
  readonly files: readonly DossierFile[];
}
