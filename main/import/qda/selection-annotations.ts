/** Selections of a text as annotations: where they are, what they are coded with, what is noted at them. */
import { describe } from '../../../shared/anchoring/describe';
import { refiPartLink } from '../../../shared/codebook/refi-names';
import type { ImportedAnnotation, ImportedTarget } from '../../../shared/model/imported/imported-annotation';
import { createOffsetMap } from '../../../shared/text/offsets';
import { type PlacedSelection, placeSelections } from './offset-readings';
import { iriOf, type OwnThing } from './own-things';
import type { QdaLink, QdaSelection } from './project';
import type { SourceText } from './source-text';

/** What the GUIDs at a selection mean. */
export interface SelectionMeanings {
  readonly things: ReadonlyMap<string, OwnThing>;
  /** The tags that a code, or a case, is; none where it is unknown. */
  readonly tagsOf: (code: string) => readonly string[];
  /** The words of a note. */
  readonly noteOf: (note: string) => string;
  readonly links: readonly QdaLink[];
  /** A notebook wrote it: it counts as the standard says. */
  readonly isOwn: boolean;
}

export interface AnnotatedText {
  readonly annotations: readonly ImportedAnnotation[];
  /** What is to be said of the whole text. */
  readonly warnings: readonly string[];
  /** Selections that are nowhere in the text. */
  readonly lost: readonly QdaSelection[];
}

type Describe = (start: number, end: number) => ImportedTarget;

function describer(text: string): Describe {
  const map = createOffsetMap(text);
  return (start, end) => {
    const { quote, ...position } = describe(text, start, end, map);
    return { source: '', quote, position: { start: position.start, end: position.end } };
  };
}

function targetOf(
  selection: QdaSelection,
  place: PlacedSelection,
  describeAt: Describe,
): ImportedTarget | null {
  if (selection.isArea)
    return { source: '', quote: { exact: selection.words.trim(), prefix: '', suffix: '' }, position: null };
  if (place === null) return null;
  const target = describeAt(place.start, place.end);
  return place.isSure ? target : { ...target, isUnsure: true };
}

/** First parts by the GUIDs of the further parts, as a notebook ties them. */
function firstParts(links: readonly QdaLink[]): ReadonlyMap<string, string> {
  return new Map(
    links.filter(({ name }) => name === refiPartLink).map(({ origin, target }) => [origin, target]),
  );
}

/** The words of notes that links tie to selections, in either direction, by the GUID of the selection. */
function linkedNotes({ links, noteOf }: SelectionMeanings): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>();
  const add = (guid: string, note: string): void => {
    const words = noteOf(note);
    const there = notes.get(guid);
    if (there) there.push(words);
    else if (words !== '') notes.set(guid, [words]);
  };
  for (const { origin, target } of links) {
    add(target, origin);
    add(origin, target);
  }
  return notes;
}

function annotationOf(
  selection: QdaSelection,
  targets: readonly ImportedTarget[],
  meanings: SelectionMeanings,
  linked: readonly string[],
): ImportedAnnotation {
  const { things, tagsOf, noteOf } = meanings;
  const found = selection.codes.map((code) => things.get(code));
  const comments = [...selection.comments, ...selection.notes.map(noteOf), ...linked].filter(
    (words) => words.trim() !== '',
  );
  return {
    id: selection.guid === '' ? '' : iriOf(selection.guid),
    isLasting: meanings.isOwn,
    targets,
    tags: [...new Set([...selection.codes.flatMap(tagsOf), ...tagsOf(selection.guid)])],
    comments: [...new Set(comments)],
    entities: found.flatMap((thing) => (thing?.kind === 'entity' ? [thing.entity] : [])),
    events: found.flatMap((thing) => (thing?.kind === 'event' ? [thing.event] : [])),
    colour: '',
    coder: selection.coder,
    createdAt: selection.createdAt,
    problems: [],
  };
}

/** The selections that begin an annotation, each with all parts of it. */
function wholes(
  selections: readonly QdaSelection[],
  links: readonly QdaLink[],
): readonly (readonly [QdaSelection, ...QdaSelection[]])[] {
  const first = firstParts(links);
  const known = new Set(selections.map(({ guid }) => guid));
  const isFurther = ({ guid }: QdaSelection): boolean => known.has(first.get(guid) ?? '-');
  const further = groupedByFirst(selections.filter(isFurther), first);
  return selections
    .filter((selection) => !isFurther(selection))
    .map((selection) => [selection, ...(further.get(selection.guid) ?? [])] as const);
}

function groupedByFirst(
  selections: readonly QdaSelection[],
  first: ReadonlyMap<string, string>,
): Map<string, QdaSelection[]> {
  const groups = new Map<string, QdaSelection[]>();
  for (const selection of selections) {
    const key = first.get(selection.guid) ?? '';
    const group = groups.get(key);
    if (group) group.push(selection);
    else groups.set(key, [selection]);
  }
  return groups;
}

function warningsOf(dialect: string, unsure: number): string[] {
  const marked =
    unsure === 1 ? 'One passage is marked as changed' : `${unsure} passages are marked as changed`;
  return [
    ...(dialect === ''
      ? []
      : [`The file counts this text in its own way (${dialect}): the passages were placed by that.`]),
    ...(unsure === 0
      ? []
      : [`${marked}: the file does not say for sure where ${unsure === 1 ? 'it is' : 'they are'}.`]),
  ];
}

/** The annotations that the selections of one text are. */
export function annotateText(
  text: SourceText,
  selections: readonly QdaSelection[],
  meanings: SelectionMeanings,
): AnnotatedText {
  const counted = selections.filter(({ isArea }) => !isArea);
  const { placed, dialect } = placeSelections(text, counted, meanings.isOwn);
  const places = new Map(counted.map((selection, index) => [selection, placed[index] ?? null]));
  const describeAt = describer(text.text);
  const notes = linkedNotes(meanings);
  const lost: QdaSelection[] = [];
  const annotations = wholes(selections, meanings.links).flatMap((parts) => {
    const targets = parts.flatMap((part) => targetOf(part, places.get(part) ?? null, describeAt) ?? []);
    if (targets.length < parts.length) lost.push(parts[0]);
    return targets.length < parts.length
      ? []
      : [annotationOf(parts[0], targets, meanings, notes.get(parts[0].guid) ?? [])];
  });
  const unsure = annotations.filter(({ targets }) => targets.some(({ isUnsure }) => isUnsure)).length;
  return { annotations, warnings: warningsOf(dialect, unsure), lost };
}
