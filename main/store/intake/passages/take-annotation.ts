/**
 * An annotation from a file as a passage of the notebook: its words are found in the article, what it names is found or
 * made, and what is there already is not made twice.
 */
import * as z from 'zod/mini';
import { commands } from '../../../../shared/contract';
import type { AnchorState } from '../../../../shared/model/annotation';
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';
import { CasebookError } from '../../../../shared/model/result';
import { colours } from '../../../../shared/model/tag';
import { snapToGraphemes } from '../../../../shared/text/offsets';
import { annotationOnParts } from '../../annotations/anchors';
import { writeAnnotation } from '../../annotations/annotate';
import { markChanged } from '../../annotations/mark-changed';
import { get, pluck, type ReadableDB, type WritableDB } from '../../core/sql';
import { findOrMakeEntity, findOrMakeEvent, freeId, idOfIri } from './find-or-make';
import { nearestColour } from './nearest-colour';
import { type AnnotatedArticle, type FoundTarget, resolveTarget } from './resolve-targets';

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

interface Writing {
  readonly article: AnnotatedArticle;
  readonly input: ImportedAnnotation;
  readonly tagRef: TagRefOf;
}

function write(
  db: WritableDB,
  { article, input, tagRef }: Writing,
  parts: readonly FoundTarget[],
): { readonly annotationId: string; readonly isKnown: boolean } {
  const existing = findExisting(db, article, input, parts);
  const before = existing && weightOf(db, existing);
  const colour = colours.find((each) => each === input.colour) ?? nearestColour(input.colour);
  const on = existing
    ? { annotationId: existing.id }
    : {
        articleId: article.id,
        revisionId: article.revisionId,
        parts: parts.map(({ start, end }) => ({ start, end })),
      };
  const args = z.parse(commands.annotate.args, {
    on,
    entities: input.entities.map((entity) => ({ id: findOrMakeEntity(db, entity) })),
    events: input.events.map((event) => ({ id: findOrMakeEvent(db, event) })),
    tags: input.tags.map(tagRef),
    colour: existing?.colour ? undefined : colour,
    comment: mergeComments(existing?.comment ?? '', input.comments),
  });
  const { coder, createdAt } = input;
  const origin = { coder, createdAt, id: freeId(db, 'annotation', input.id) };
  const annotationId = writeAnnotation(db, args, origin);
  if (!existing) markChanged(db, annotationId, article.revisionId, parts);
  return { annotationId, isKnown: existing !== undefined && weightOf(db, existing) === before };
}

const certainty: readonly FoundTarget['state'][] = ['exact', 'moved', 'changed'];

function leastCertain(found: readonly FoundTarget[]): FoundTarget['state'] {
  return certainty[Math.max(...found.map(({ state }) => certainty.indexOf(state)))] ?? 'exact';
}

const refusal = (message: string): TakenAnnotation => ({ annotationId: null, state: 'refused', message });

/**
 * Puts an annotation on an article, in the transaction of its caller. Never throws for what is wrong with the annotation
 * itself: that is `refused`, in words.
 */
export function takeAnnotation(
  db: WritableDB,
  article: AnnotatedArticle,
  input: ImportedAnnotation,
  tagRef: TagRefOf = byName,
): TakenAnnotation {
  const targets = input.targets.map((target) => resolveTarget(article, target));
  const lost = targets.find((target) => target.kind === 'lost');
  if (lost?.kind === 'lost') return refusal(lost.message);
  const found = targets.filter((target) => target.kind === 'found');
  if (found.length === 0) return refusal('It has no target.');
  const parts = partsOf(article, found);
  try {
    const { annotationId, isKnown } = write(db, { article, input, tagRef }, parts);
    return {
      annotationId,
      state: isKnown ? 'known' : leastCertain(parts),
      message: input.problems.join(' '),
    };
  } catch (error) {
    if (error instanceof CasebookError && error.code !== 'bad-arguments') throw error;
    return refusal(error instanceof CasebookError ? error.message : 'Its bodies are too long.');
  }
}
