/**
 * The whole comparison of two revisions: paragraphs side by side, what changed in meaning with its places among these
 * paragraphs, and the details that changed. Pure; reading the notebook is the store's.
 */
import type { Block } from '../document/blocks';
import type { Annotation } from '../model/annotation';
import type { ArticleKind, ArticleMetadata, RevisionInfo, RevisionText } from '../model/article';
import type { TextRange } from '../text/offset-types';
import { type ComparedRow, compareContents } from './compare-contents';
import {
  type ChangedPassage,
  changedPassages,
  type PassageWords,
  type PlacedText,
  type Resting,
} from './meaning';
import { type Unit, unitsOf } from './units';

/** A changed passage, what rests on it, and the rows where its words begin; null where it has none. */
export interface MeaningChange extends ChangedPassage {
  readonly resting: readonly Resting[];
  readonly oldRow: number | null;
  readonly newRow: number | null;
}

/** A detail of the article that changed; values as they are shown, '' where there was none. */
export interface DetailChange {
  /** `own`: a field of the researcher, called `name`. */
  readonly field: Exclude<keyof ArticleMetadata, 'fields'> | 'own';
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A revision with the passages that stand in it, in reading order. */
export interface ComparedRevision extends RevisionText {
  readonly annotations: readonly Annotation[];
}

/** What `compareRevisions` answers. */
export interface RevisionComparison {
  readonly articleId: string;
  readonly title: string;
  readonly articleKind: ArticleKind;
  /** Oldest first. */
  readonly revisions: readonly RevisionInfo[];
  readonly currentRevisionId: string;
  readonly from: ComparedRevision;
  readonly to: ComparedRevision;
  readonly rows: readonly ComparedRow[];
  /** In the order of the rows. */
  readonly meaning: readonly MeaningChange[];
  readonly details: readonly DetailChange[];
}

/** One of the two: its content and what stands in it. */
export interface ComparedText extends PlacedText {
  readonly blocks: readonly Block[];
}

/** The index of the unit that an offset (code points) is in, or begins after. */
function unitAt(units: readonly Unit[], offset: number): number {
  let low = 0;
  for (let high = units.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((units[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function rowFinder(rows: readonly ComparedRow[], side: 'old' | 'new', blocks: readonly Block[]) {
  const units = unitsOf(blocks);
  const rowOfUnit = new Map(rows.flatMap((row, index) => row[side].map((unit) => [unit, index] as const)));
  return (passage: PassageWords | null): number | null => {
    const start = passage?.ranges[0]?.start;
    return start === undefined ? null : (rowOfUnit.get(unitAt(units, start)) ?? null);
  };
}

/** The stretches of the older text (code points) whose words are gone or replaced, and the places of words that came. */
function touchedRanges(rows: readonly ComparedRow[], units: readonly Unit[]): TextRange[] {
  return rows.flatMap(({ kind, partner, old, pieces }) => {
    if (kind === 'removed' && partner === null) return old.flatMap((index) => units[index] ?? []);
    return pieces.filter((piece) => piece.kind === 'changed').map((piece) => piece.old);
  });
}

/** Tells words that the text changed from those that the researcher changed by putting a passage elsewhere. */
function withReason(touched: readonly TextRange[]) {
  const isTouched = ({ start, end }: TextRange) =>
    touched.some((range) => range.start < end && range.end > start);
  return <Passage extends ChangedPassage>(passage: Passage): Passage =>
    passage.state === 'confirmed' && !passage.from?.ranges.some(isTouched)
      ? { ...passage, state: 'reattached' }
      : passage;
}

/** Rows and changed passages of two texts; the passages in the order of the rows. */
export function compareTexts(
  from: ComparedText,
  to: ComparedText,
  newer: 'from' | 'to' = 'to',
): {
  readonly rows: readonly ComparedRow[];
  readonly passages: readonly Omit<MeaningChange, 'resting'>[];
} {
  const rows = compareContents(from.blocks, to.blocks);
  const oldRow = rowFinder(rows, 'old', from.blocks);
  const newRow = rowFinder(rows, 'new', to.blocks);
  const reasoned = withReason(touchedRanges(rows, unitsOf(from.blocks)));
  const passages = changedPassages(from, to, newer).map((passage) => ({
    ...reasoned(passage),
    oldRow: oldRow(passage.from),
    newRow: newRow(passage.to),
  }));
  const placeOf = (passage: (typeof passages)[number]) =>
    [passage.newRow ?? passage.oldRow ?? 0, (passage.to ?? passage.from)?.ranges[0]?.start ?? 0] as const;
  passages.sort((a, b) => placeOf(a)[0] - placeOf(b)[0] || placeOf(a)[1] - placeOf(b)[1]);
  return { rows, passages };
}

/** The details that differ, in the order in which they are shown; own fields last, by name. */
export function changedDetails(from: ArticleMetadata, to: ArticleMetadata): DetailChange[] {
  const plain = (of: ArticleMetadata) => ({
    title: of.title,
    authors: of.authors.join(', '),
    publisher: of.publisher,
    published: of.published?.edtf ?? '',
    language: of.language,
    url: of.url,
  });
  const [old, now] = [plain(from), plain(to)];
  const fields = (['title', 'authors', 'publisher', 'published', 'language', 'url'] as const).map(
    (field) => ({
      field,
      name: '',
      from: old[field],
      to: now[field],
    }),
  );
  const names = [...new Set([...Object.keys(from.fields), ...Object.keys(to.fields)])].sort();
  const own = names.map((name) => ({
    field: 'own' as const,
    name,
    from: from.fields[name] ?? '',
    to: to.fields[name] ?? '',
  }));
  return [...fields, ...own].filter((change) => change.from !== change.to);
}
