/**
 * An annotation from a file as a passage of the notebook: its words are found in the article, what it names is found or
 * made, and what is there already is not made twice.
 */
import * as z from 'zod/mini';
import { commands } from '../../../../shared/contract';
import type { AnchorState } from '../../../../shared/model/annotation';
import { newId } from '../../../../shared/model/id';
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';
import { CasebookError } from '../../../../shared/model/result';
import { colours } from '../../../../shared/model/tag';
import { snapToGraphemes } from '../../../../shared/text/offsets';
import { annotationOnParts, describeParts } from '../../annotations/anchors';
import { insertAnnotation, writeAnnotation } from '../../annotations/annotate';
import { markChanged } from '../../annotations/mark-changed';
import { get, pluck, type ReadableDB, type WritableDB } from '../../core/sql';
import { findOrMakeEntity, findOrMakeEvent, freeId, idOfIri, type KnownThings } from './find-or-make';
import { nearestColour } from './nearest-colour';
import { type AnnotatedArticle, type FoundTarget, type GoneTarget, resolveTarget } from './resolve-targets';

/** What became of an annotation: the state of its least certain part; `known`: all of it was there. */
export interface TakenAnnotation {
  readonly annotationId: string | null;
  readonly state: Exclude<AnchorState, 'orphan'> | 'known' | 'refused';
  readonly message: string;
}

/** How tags are named: by a key of the file, or by their names. */
export type TagRefOf = (tag: string) => { readonly id: string } | { readonly name: string };

const byName: TagRefOf = (name) => ({ name });

/** Comments that are not in what is said already, after it; undefined: nothing is new. */
function mergeComments(said: string, comments: readonly string[]): string | undefined {
  const added = comments.filter((comment) => !said.includes(comment));
  return added.length === 0 ? undefined : [said, ...added].filter((words) => words !== '').join('\n\n');
}

/** Parts as the notebook keeps them: of whole graphemes, in reading order; those that overlap are one. */
function partsOf({ text }: AnnotatedArticle, found: readonly FoundTarget[]): FoundTarget[] {
  const parts: FoundTarget[] = [];
  const whole = found.map((each) => ({
    ...each,
    ...snapToGraphemes(text.original, each.start, each.end, text.offsets),
  }));
  for (const each of whole.sort((a, b) => a.start - b.start)) {
    const last = parts.at(-1);
    if (!last || each.start >= last.end) parts.push(each);
    else parts[parts.length - 1] = { ...last, end: Math.max(last.end, each.end) };
  }
  return parts;
}

interface Existing {
  readonly id: string;
  readonly comment: string;
  readonly colour: string | null;
  readonly coder: string;
}

/** The annotation of this id, or, where the id is not one for ever, the same coder's on the same words. */
function findExisting(
  db: ReadableDB,
  { revisionId }: AnnotatedArticle,
  { id, isLasting, coder }: ImportedAnnotation,
  parts: readonly FoundTarget[],
): Existing | undefined {
  const row = (found: string | undefined) =>
    found === undefined
      ? undefined
      : get<Existing>(db, 'SELECT id, comment, colour, coder FROM annotation WHERE id = ?', [found]);
  const own = row(idOfIri(id) || undefined);
  if (own) return own;
  if (isLasting && freeId(db, 'annotation', id) !== undefined) return undefined;
  const there = row(annotationOnParts(db, revisionId, parts));
  return there && (coder === '' || there.coder === '' || there.coder === coder) ? there : undefined;
}

const links = {
  entities: 'SELECT entity_id FROM mention WHERE annotation_id = ?',
  events: 'SELECT event_id FROM evidence WHERE annotation_id = ?',
  tags: 'SELECT t.id FROM annotation_tag x JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = ?',
} as const;

/** How much is said about an annotation: a repeated import adds nothing to it. */
function weightOf(db: ReadableDB, { id }: Existing): string {
  const { comment, colour } =
    get<Existing>(db, 'SELECT comment, colour FROM annotation WHERE id = ?', [id]) ?? {};
  return JSON.stringify([comment, colour, ...Object.values(links).map((sql) => pluck(db, sql, [id]).length)]);
}

/** A part with its words in the text, or without. */
type Part = FoundTarget | GoneTarget;

/** All parts as the file orders them: those in the text in reading order, those that are gone where they stood among them. */
function allParts(article: AnnotatedArticle, targets: readonly Part[]): Part[] {
  const found = partsOf(
    article,
    targets.filter((each) => each.kind === 'found'),
  );
  const inOrder = targets.flatMap((each) => (each.kind === 'gone' ? each : (found.shift() ?? [])));
  return inOrder;
}

function insertParts(db: WritableDB, { article, input }: Writing, parts: readonly Part[], id: string): void {
  const { id: articleId, revisionId } = article;
  const selectors = describeParts(
    db,
    revisionId,
    parts.filter((part) => part.kind === 'found'),
  );
  const all = parts.flatMap((part) =>
    part.kind === 'gone' ? { gone: part.quote } : (selectors.shift() ?? []),
  );
  const { coder, createdAt } = input;
  insertAnnotation(db, { articleId, revisionId }, all, { coder, createdAt, id });
  markChanged(db, id, revisionId, parts);
}

interface Writing {
  readonly article: AnnotatedArticle;
  readonly input: ImportedAnnotation;
  readonly tagRef: TagRefOf;
  readonly things: KnownThings;
}

function write(
  db: WritableDB,
  writing: Writing,
  parts: readonly Part[],
): { readonly annotationId: string; readonly isKnown: boolean } {
  const { article, input, tagRef, things } = writing;
  const inText = parts.filter((part) => part.kind === 'found');
  const existing = findExisting(db, article, input, inText);
  const before = existing && weightOf(db, existing);
  const colour = colours.find((each) => each === input.colour) ?? nearestColour(input.colour);
  const annotationId = existing?.id ?? freeId(db, 'annotation', input.id) ?? newId();
  const args = z.parse(commands.annotate.args, {
    on: { annotationId },
    entities: input.entities.map((entity) => ({ id: findOrMakeEntity(db, things, entity) })),
    events: input.events.map((event) => ({ id: findOrMakeEvent(db, things, event) })),
    tags: input.tags.map(tagRef),
    colour: existing?.colour ? undefined : colour,
    comment: mergeComments(existing?.comment ?? '', input.comments),
  });
  if (!existing) insertParts(db, writing, parts, annotationId);
  writeAnnotation(db, args);
  return { annotationId, isKnown: existing !== undefined && weightOf(db, existing) === before };
}

const certainty: readonly Part['state'][] = ['exact', 'moved', 'changed', 'orphan'];

/** An orphan is one more passage that the researcher has to look at. */
function leastCertain(parts: readonly Part[]): FoundTarget['state'] {
  const state = certainty[Math.max(...parts.map((part) => certainty.indexOf(part.state)))] ?? 'exact';
  return state === 'orphan' ? 'changed' : state;
}

const goneWords = (parts: readonly Part[]): string[] =>
  parts.some(({ kind }) => kind === 'gone') ? ['Its words are gone from the text, as the file says.'] : [];

const refusal = (message: string): TakenAnnotation => ({ annotationId: null, state: 'refused', message });

/**
 * Puts an annotation on an article, in the transaction of its caller. Never throws for what is wrong with the annotation
 * itself: that is `refused`, in words. `things`: those of the file that are known already.
 */
export function takeAnnotation(
  db: WritableDB,
  article: AnnotatedArticle,
  input: ImportedAnnotation,
  tagRef: TagRefOf = byName,
  things: KnownThings = new Map(),
): TakenAnnotation {
  const targets = input.targets.map((target) => resolveTarget(article, target));
  const lost = targets.find((target) => target.kind === 'lost');
  if (lost?.kind === 'lost') return refusal(lost.message);
  const parts = allParts(
    article,
    targets.filter((target) => target.kind !== 'lost'),
  );
  if (parts.length === 0) return refusal('It has no target.');
  try {
    const { annotationId, isKnown } = write(db, { article, input, tagRef, things }, parts);
    return {
      annotationId,
      state: isKnown ? 'known' : leastCertain(parts),
      message: [...input.problems, ...goneWords(parts)].join(' '),
    };
  } catch (error) {
    if (error instanceof CasebookError && error.code !== 'bad-arguments') throw error;
    return refusal(error instanceof CasebookError ? error.message : 'Its bodies are too long.');
  }
}
