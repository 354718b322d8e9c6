/** `annotate FILE --article ID --from PATH`: W3C Web Annotations become passages of an article, each in one transaction. */
import { readFileSync } from 'node:fs';
import type { AnchorState } from '../../../shared/model/annotation';
import type { ImportedAnnotation } from '../../../shared/model/imported/imported-annotation';
import { CasebookError } from '../../../shared/model/result';
import type { AnnotationFile } from '../../import/references/web-annotation/annotation-file';
import { readAnnotations } from '../../import/references/web-annotation/read-annotations';
import { runCommand } from '../../store/core/run-command';
import type { WritableDB } from '../../store/core/sql';
import { type AnnotatedArticle, readAnnotatedArticle } from '../../store/intake/passages/resolve-targets';
import { takeAnnotation } from '../../store/intake/passages/take-annotation';
import { writerOf } from '../../store/worker/session';
import { type Outcome, UsageError, type VerbContext } from '../verb';

/** What became of one annotation of the file. */
export interface AnnotationReport {
  /** As the file names it. */
  readonly id: string;
  readonly annotationId: string | null;
  /** The state of its least certain part; `known`: all of it was there; `refused`: it was not taken; `elsewhere`: it is about another text. */
  readonly state: Exclude<AnchorState, 'orphan'> | 'known' | 'refused' | 'elsewhere';
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

function takeOne(db: WritableDB, article: AnnotatedArticle, input: ImportedAnnotation): AnnotationReport {
  const { value } = runCommand(db, (writer) => takeAnnotation(writer, article, input));
  const { annotationId, state, message } = value;
  return { id: input.id, annotationId, state, message };
}

/** When some targets name this article, those that name another text are not about it. */
function elsewhereTest(
  article: AnnotatedArticle,
  { annotations, texts }: AnnotationFile,
): (input: ImportedAnnotation) => boolean {
  const isHere = ({ targets }: ImportedAnnotation) =>
    targets.some(({ source }) => article.sources.has(source));
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
  const article = readAnnotatedArticle(db, articleId, { texts: file.texts });
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
