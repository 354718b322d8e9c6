/** `annotate FILE --article ID --from PATH`: W3C Web Annotations become passages of an article, each in one transaction. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { commands } from '../../../shared/contract';
import type { AnchorState } from '../../../shared/model/annotation';
import { CasebookError } from '../../../shared/model/result';
import { colours } from '../../../shared/model/tag';
import { annotationOnParts } from '../../store/annotations/anchors';
import { annotate } from '../../store/annotations/annotate';
import { markChanged } from '../../store/annotations/mark-changed';
import { runCommand } from '../../store/core/run-command';
import { pluck, type ReadableDB, type WritableDB } from '../../store/core/sql';
import { writerOf } from '../../store/worker/session';
import { type Outcome, UsageError, type VerbContext } from '../verb';
import type { AnnotationFile, AnnotationInput } from './annotation-input';
import { findOrMakeEntity, findOrMakeEvent } from './find-or-make';
import { readAnnotations } from './read-annotations';
import {
  type AnnotatedArticle,
  type FoundTarget,
  readAnnotatedArticle,
  resolveTarget,
} from './resolve-targets';

/** What became of one annotation of the file. */
export interface AnnotationReport {
  /** As the file names it. */
  readonly id: string;
  readonly annotationId: string | null;
  /** The state of its least certain part; `refused`: it was not taken; `elsewhere`: it is about another text. */
  readonly state: Exclude<AnchorState, 'orphan'> | 'refused' | 'elsewhere';
  readonly message: string;
}

function readFile(path: string): AnnotationFile {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new CasebookError('import-refused', `${path} is not JSON.`, { cause });
  }
  const file = readAnnotations(json);
  if (!file) throw new CasebookError('import-refused', `There are no annotations in ${path}.`);
  return file;
}

function mergeComments(
  db: ReadableDB,
  existing: string | undefined,
  comments: readonly string[],
): string | undefined {
  const said =
    existing === undefined
      ? ''
      : (pluck<string>(db, 'SELECT comment FROM annotation WHERE id = ?', [existing])[0] ?? '');
  const added = comments.filter((comment) => !said.includes(comment));
  return added.length === 0 ? undefined : [said, ...added].filter((words) => words !== '').join('\n\n');
}

/** Parts in reading order, as the notebook keeps them. */
function partsOf(found: readonly FoundTarget[]): { start: number; end: number }[] {
  return [...found].sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end }));
}

function write(
  db: WritableDB,
  article: AnnotatedArticle,
  input: AnnotationInput,
  found: readonly FoundTarget[],
): string {
  const parts = partsOf(found);
  const existing = annotationOnParts(db, article.revisionId, parts);
  const args = z.parse(commands.annotate.args, {
    on: { articleId: article.id, revisionId: article.revisionId, parts },
    entities: input.entities.map((entity) => ({ id: findOrMakeEntity(db, entity) })),
    events: input.events.map((event) => ({ id: findOrMakeEvent(db, event) })),
    tags: input.tags.map((name) => ({ name })),
    colour: colours.find((colour) => colour === input.colour),
    comment: mergeComments(db, existing, input.comments),
  });
  const { annotationId } = annotate(db, args);
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  if (existing === undefined) markChanged(db, annotationId, article.revisionId, inOrder);
  return annotationId;
}

const certainty: readonly FoundTarget['state'][] = ['exact', 'moved', 'changed'];

function leastCertain(found: readonly FoundTarget[]): FoundTarget['state'] {
  return certainty[Math.max(...found.map(({ state }) => certainty.indexOf(state)))] ?? 'exact';
}

function refusal({ id }: AnnotationInput, message: string): AnnotationReport {
  return { id, annotationId: null, state: 'refused', message };
}

function takeOne(db: WritableDB, article: AnnotatedArticle, input: AnnotationInput): AnnotationReport {
  const targets = input.targets.map((target) => resolveTarget(article, target));
  const lost = targets.find((target) => target.kind === 'lost');
  if (lost?.kind === 'lost') return refusal(input, lost.message);
  const found = targets.filter((target) => target.kind === 'found');
  if (found.length === 0) return refusal(input, 'It has no target.');
  try {
    const { value } = runCommand(db, (writer) => write(writer, article, input, found));
    return {
      id: input.id,
      annotationId: value,
      state: leastCertain(found),
      message: input.problems.join(' '),
    };
  } catch (error) {
    if (error instanceof CasebookError && error.code !== 'bad-arguments') throw error;
    return refusal(input, error instanceof CasebookError ? error.message : 'Its bodies are too long.');
  }
}

/** When some targets name this article, those that name another text are not about it. */
function elsewhereTest(
  article: AnnotatedArticle,
  { annotations, texts }: AnnotationFile,
): (input: AnnotationInput) => boolean {
  const isHere = ({ targets }: AnnotationInput) => targets.some(({ source }) => article.sources.has(source));
  const others = new Set(texts.map(({ iri }) => iri));
  const anyHere = annotations.some(isHere);
  return (input) =>
    anyHere &&
    !isHere(input) &&
    input.targets.every(({ source }) => others.has(source) || source.startsWith('urn:uuid:'));
}

function summary(
  reports: readonly AnnotationReport[],
): Record<'made' | 'refused' | 'elsewhere' | 'changed', number> {
  const count = (test: (report: AnnotationReport) => boolean) => reports.filter(test).length;
  return {
    made: count(({ annotationId }) => annotationId !== null),
    changed: count(({ state }) => state === 'changed'),
    refused: count(({ state }) => state === 'refused'),
    elsewhere: count(({ state }) => state === 'elsewhere'),
  };
}

export function annotateArticle({ option, open, path, say }: VerbContext): Outcome {
  const articleId = option('article');
  const from = option('from');
  if (articleId === undefined || from === undefined)
    throw new UsageError('annotate needs --article ID and --from PATH.');
  const file = readFile(path(from));
  const db = writerOf(open('write'));
  const article = readAnnotatedArticle(db, articleId, file.texts);
  if (!article) throw new CasebookError('not-found', `There is no article ${articleId}.`);
  const isElsewhere = elsewhereTest(article, file);
  const reports = file.annotations.map(
    (input): AnnotationReport =>
      isElsewhere(input)
        ? { id: input.id, annotationId: null, state: 'elsewhere', message: 'It is about another text.' }
        : takeOne(db, article, input),
  );
  const counts = summary(reports);
  for (const { id, message } of reports) if (message !== '') say(`${id}: ${message}`);
  say(
    `${counts.made} annotations taken (${counts.changed} to be confirmed), ${counts.refused} refused, ${counts.elsewhere} about other texts.`,
  );
  const lines = reports.map(({ id, annotationId, state }) => `${state}\t${annotationId ?? ''}\t${id}`);
  return { json: { articleId, ...counts, annotations: reports }, lines, failed: counts.refused > 0 };
}
