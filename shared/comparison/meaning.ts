/**
 * What changed in meaning between two revisions: the passages whose words are other ones, and what rests on them. A
 * passage that merely moved, or whose words are only set otherwise, is not listed.
 */
import type { AccountValue, FactKind, Mode } from '../model/account';
import type { AnchorState } from '../model/annotation';
import type { EntityKind } from '../model/entity';
import type { TextRange } from '../text/offset-types';
import { createOffsetMap, type OffsetMap, sliceByCodePoints } from '../text/offsets';
import { compareWords } from './compare-words';
import type { WordPiece } from './pieces';
import { foldWords } from './words';

/** Where one part of an annotation stands in one revision, in code points of its text. */
export interface PlacedPart extends TextRange {
  readonly annotationId: string;
  readonly part: number;
  readonly state: AnchorState;
}

/** A revision's text with the parts that stand in it. */
export interface PlacedText {
  readonly text: string;
  readonly parts: readonly PlacedPart[];
}

/** The words of an annotation in one revision: its parts in order, those that are gone left out. */
export interface PassageWords {
  readonly words: string;
  readonly ranges: readonly TextRange[];
}

/**
 * How a passage changed: `changed`, its words are others and nobody has decided; `confirmed`, the same, and the
 * researcher has taken the new words; `reattached`, its old words still stand in the text and the researcher has put it
 * on others; `gone`, no words are left; `found`, it had none and has some.
 */
export type MeaningState = 'changed' | 'confirmed' | 'reattached' | 'gone' | 'found';

/** An annotation whose words changed between two revisions. */
export interface ChangedPassage {
  readonly annotationId: string;
  readonly state: MeaningState;
  /** Null: its words are not in that revision. */
  readonly from: PassageWords | null;
  readonly to: PassageWords | null;
  /** The difference of the words, parts joined by ` … `. */
  readonly pieces: readonly WordPiece[];
}

/** A thing of the notebook that rests on an annotation; `account`: what is said of an event, `title` being the event's. */
export type Resting =
  | { readonly kind: 'event'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly eventId: string;
      readonly title: string;
      readonly fact: FactKind;
      readonly key: string;
      readonly value: AccountValue;
      readonly mode: Mode;
    }
  | { readonly kind: 'entity'; readonly id: string; readonly entityKind: EntityKind; readonly name: string };

const joint = ' … ';

function partsByAnnotation(parts: readonly PlacedPart[]): Map<string, PlacedPart[]> {
  const groups = new Map<string, PlacedPart[]>();
  for (const part of parts) {
    const group = groups.get(part.annotationId);
    if (group) group.push(part);
    else groups.set(part.annotationId, [part]);
  }
  return groups;
}

function wordsOfParts(text: string, map: OffsetMap, parts: readonly PlacedPart[]): PassageWords | null {
  const there = parts.filter(({ state }) => state !== 'orphan').sort((a, b) => a.part - b.part);
  if (there.length === 0) return null;
  return {
    words: there.map(({ start, end }) => sliceByCodePoints(text, start, end, map)).join(joint),
    ranges: there.map(({ start, end }) => ({ start, end })),
  };
}

function stateOf(
  from: PassageWords | null,
  to: PassageWords | null,
  parts: readonly PlacedPart[],
): MeaningState {
  if (!to) return 'gone';
  if (!from) return 'found';
  return parts.every(({ state }) => state === 'exact' || state === 'moved') ? 'confirmed' : 'changed';
}

/**
 * The annotations that stand in both revisions and whose words differ between them by more than typesetting, in the
 * order of the given parts of `to`. Parts that stand in one revision only say nothing about the other's words. Whether the new
 * words were confirmed is asked of the `newer` of the two.
 */
export function changedPassages(
  from: PlacedText,
  to: PlacedText,
  newer: 'from' | 'to' = 'to',
): ChangedPassage[] {
  const before = partsByAnnotation(from.parts);
  const [fromMap, toMap] = [createOffsetMap(from.text), createOffsetMap(to.text)];
  const changes: ChangedPassage[] = [];
  for (const [annotationId, parts] of partsByAnnotation(to.parts)) {
    const old = wordsOfParts(from.text, fromMap, before.get(annotationId) ?? []);
    const now = wordsOfParts(to.text, toMap, parts);
    const stoodThere = before.has(annotationId);
    if (!stoodThere || foldWords(old?.words ?? '') === foldWords(now?.words ?? '')) continue;
    const pieces = compareWords(old?.words ?? '', now?.words ?? '');
    const decided = newer === 'to' ? parts : (before.get(annotationId) ?? []);
    changes.push({ annotationId, state: stateOf(old, now, decided), from: old, to: now, pieces });
  }
  return changes;
}
