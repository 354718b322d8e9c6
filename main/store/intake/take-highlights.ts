/**
 * Quotations of a text that the file does not hold: put on the article of the notebook that has the text, or, where there
 * is none, made an article of their own, in which each quotation is a paragraph and a passage.
 */
import { createHash } from 'node:crypto';
import type { Block } from '../../../shared/document/blocks';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import type { ImportedAnnotation } from '../../../shared/model/imported/imported-annotation';
import type { ImportedHighlights } from '../../../shared/model/imported/imported-item';
import { codePointLength } from '../../../shared/text/offsets';
import type { CapturedDocument } from '../articles/capture/bring-capture';
import { importArticle } from '../articles/capture/import-article';
import { hashOfText } from '../articles/revisions';
import { get, type ReadableDB, type WritableDB } from '../core/sql';
import { findArticle } from './find-article';
import type { IntakeState } from './intake-state';
import { readyArticle, takeAnnotations } from './take-article';
import { type Taken, taken } from './taken';

/** Where an article of quotations comes from: no file, but the same for the same text, so that a longer list is a newer capture. */
const quotationsScheme = 'quotations:';

function sourceOf({ metadata: { title, authors, url } }: ImportedHighlights): string {
  return `${quotationsScheme}${url || [authors.join('; '), title].filter(Boolean).join(': ')}`;
}

function isOfQuotations(db: ReadableDB, articleId: string): boolean {
  return (
    get(db, 'SELECT 1 FROM original WHERE article_id = ? AND substr(source, 1, ?) = ?', [
      articleId,
      quotationsScheme.length,
      quotationsScheme,
    ]) !== undefined
  );
}

const quoteOf = (annotation: ImportedAnnotation): string =>
  annotation.targets
    .map(({ quote }) => quote?.exact.trim() ?? '')
    .filter(Boolean)
    .join(' … ');

/** The quotations one after another, and where each stands in the text that they make. */
function layOut(annotations: readonly ImportedAnnotation[]): {
  readonly blocks: readonly Block[];
  readonly quoted: readonly ImportedAnnotation[];
} {
  const blocks: Block[] = [];
  let end = -1;
  const quoted = annotations.map((annotation) => {
    const own = textToBlocks(quoteOf(annotation));
    const exact = plainText(own);
    const start = end + 1;
    end = start + codePointLength(exact);
    blocks.push(...own);
    const target = { source: '', position: { start, end }, quote: { exact, prefix: '', suffix: '' } };
    return { ...annotation, targets: [target] };
  });
  return { blocks, quoted };
}

function documentOf(highlights: ImportedHighlights, blocks: readonly Block[]): CapturedDocument {
  const text = plainText(blocks);
  const bytes = new TextEncoder().encode(text);
  return {
    metadata: highlights.metadata,
    content: serialiseContent(blocks),
    text,
    original: {
      source: sourceOf(highlights),
      mediaType: 'text/plain',
      encoding: 'utf-8',
      encodingOrigin: 'declared',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      byteLength: bytes.byteLength,
      capturedAt: new Date().toISOString(),
    },
    exclusions: [],
    warnings: [],
    bytes,
  };
}

/** Quotations as an article of their own, or as the next state of that article. */
function takeAsArticle(db: WritableDB, state: IntakeState, highlights: ImportedHighlights): Taken {
  const annotations = highlights.annotations.filter((annotation) => quoteOf(annotation).trim() !== '');
  const { title } = highlights.metadata;
  if (annotations.length === 0)
    return taken('highlights', 'refused', { title, message: 'There are no quotations in it.' });
  const { blocks, quoted } = layOut(annotations);
  const document = documentOf(highlights, blocks);
  const { articleId, outcome } = importArticle(db, document);
  state.ready.delete(articleId);
  const article = readyArticle(db, state, articleId, hashOfText(document.text));
  const { passages, changed, lost, said } = takeAnnotations(db, state, article, quoted);
  return taken('highlights', passages > 0 && outcome === 'known' ? 'joined' : outcome, {
    articleId,
    title,
    message: said.join(' '),
    passages,
    changed,
    lost,
  });
}

/** Puts quotations where their text is. */
export function takeHighlights(db: WritableDB, state: IntakeState, highlights: ImportedHighlights): Taken {
  const articleId = findArticle(db, highlights.metadata);
  if (articleId === undefined || isOfQuotations(db, articleId)) return takeAsArticle(db, state, highlights);
  const article = readyArticle(db, state, articleId);
  const { title } = highlights.metadata;
  const { passages, changed, lost, said } = takeAnnotations(db, state, article, highlights.annotations);
  const outcome = passages > 0 ? 'joined' : lost.length > 0 ? 'refused' : 'known';
  return taken('highlights', outcome, { articleId, title, message: said.join(' '), passages, changed, lost });
}
