/**
 * Reads W3C Web Annotations from JSON-LD: one annotation, a list, a page or a collection, ours or another program's. The
 * JSON is read by the names of the W3C's own context; nothing is fetched. What is not understood is said, never guessed.
 */
import type {
  ImportedAnnotation,
  ImportedTarget,
} from '../../../../shared/model/imported/imported-annotation';
import type { AnnotationFile, SourceText } from './annotation-file';
import { asList, field, iriOf, isObject, type JsonObject, typesOf, words } from './json';
import { readBodies } from './read-bodies';

/** Lists that hold annotations, however deep. */
const containers = ['first', 'items', '@graph', 'annotations', 'rows', 'last'] as const;

function* annotationsIn(value: unknown, depth = 0): Generator<JsonObject> {
  if (depth > 6) return;
  for (const each of asList(value)) {
    if (!isObject(each)) continue;
    if (typesOf(each).includes('Annotation') || each['target'] !== undefined) yield each;
    else for (const name of containers) yield* annotationsIn(each[name], depth + 1);
  }
}

/** Selectors one by one: a choice offers several, a refinement is inside of what it refines. */
function* everySelector(value: unknown, depth = 0): Generator<JsonObject> {
  if (depth > 6) return;
  for (const each of asList(value)) {
    if (!isObject(each)) continue;
    if (each['items'] !== undefined) yield* everySelector(each['items'], depth + 1);
    else if (each['refinedBy'] !== undefined) yield* everySelector(each['refinedBy'], depth + 1);
    else yield each;
  }
}

function quoteOf(selectors: readonly JsonObject[]): ImportedTarget['quote'] {
  const selector = selectors.find(
    (each) => typesOf(each).includes('TextQuoteSelector') && typeof each['exact'] === 'string',
  );
  if (!selector) return null;
  const raw = (name: string) => {
    const value = selector[name];
    return typeof value === 'string' ? value : '';
  };
  return { exact: raw('exact'), prefix: raw('prefix'), suffix: raw('suffix') };
}

function positionOf(selectors: readonly JsonObject[]): ImportedTarget['position'] {
  for (const selector of selectors) {
    const { start, end } = selector;
    if (
      typesOf(selector).includes('TextPositionSelector') &&
      Number.isInteger(start) &&
      Number.isInteger(end)
    ) {
      return { start: Number(start), end: Number(end) };
    }
    // RFC 5147: positions in text/plain.
    const fragment = /^char=(\d+),(\d+)/.exec(words(selector['value']));
    if (fragment) return { start: Number(fragment[1]), end: Number(fragment[2]) };
  }
  return null;
}

/** What a notebook says of a passage of its own: that its words have changed, and what they were, or that they are gone. */
function ownState(target: JsonObject, quote: ImportedTarget['quote']): Partial<ImportedTarget> {
  const state = words(target['casebook:state']);
  if (state === 'orphan') return { isOrphan: true };
  if (state !== 'changed') return {};
  const kept = target['casebook:keptQuote'];
  return typeof kept === 'string' && quote
    ? { isUnsure: true, quote: { ...quote, exact: kept } }
    : { isUnsure: true };
}

function readTarget(target: unknown): ImportedTarget {
  if (!isObject(target)) return { source: words(target), quote: null, position: null };
  const selectors = [...everySelector(target['selector'])];
  const source = iriOf(target['source']) || iriOf(target);
  const found = { source, quote: quoteOf(selectors), position: positionOf(selectors) };
  return { ...found, ...ownState(target, found.quote) };
}

function* everyTarget(value: unknown): Generator {
  for (const each of asList(value)) {
    if (isObject(each) && Array.isArray(each['items'])) yield* everyTarget(each['items']);
    else yield each;
  }
}

function creatorOf(creator: unknown): string {
  const first = asList(creator)[0];
  return isObject(first) ? words(field(first, 'name', 'foaf:name', 'schema:name', 'nickname')) : '';
}

/** A time as the notebook keeps it; '' for what is none. */
function timeOf(created: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T/.test(created) ? Date.parse(created) : Number.NaN;
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

function readAnnotation(annotation: JsonObject, index: number): ImportedAnnotation {
  const targets = [...everyTarget(annotation['target'])].map(readTarget);
  const quoted = targets.length === 1 ? (targets[0]?.quote?.exact.trim() ?? '') : '';
  const id = iriOf(annotation);
  return {
    id: id || `#${index + 1}`,
    isLasting: id.startsWith('urn:uuid:'),
    targets,
    colour: words(annotation['casebook:colour']),
    coder: creatorOf(field(annotation, 'creator', 'dcterms:creator')),
    createdAt: timeOf(words(field(annotation, 'created', 'dcterms:created'))),
    ...readBodies({ ...annotation, body: field(annotation, 'body', 'oa:hasBody') }, quoted),
  };
}

function textsIn(value: unknown): SourceText[] {
  return asList(isObject(value) ? value['dcterms:source'] : undefined)
    .filter(isObject)
    .map((text) => ({ iri: iriOf(text), sha256: words(text['schema:sha256']).toLowerCase() }));
}

/** Whether a file without annotations is one that could have them. */
function isCollection(json: unknown): boolean {
  if (Array.isArray(json)) return true;
  return isObject(json) && typesOf(json).some((type) => /^Annotation(Collection|Page)$/.test(type));
}

/** Every annotation of a parsed file, in order; null when it is no file of annotations. */
export function readAnnotations(json: unknown): AnnotationFile | null {
  const annotations = [...annotationsIn(json)].map(readAnnotation);
  return annotations.length > 0 || isCollection(json) ? { annotations, texts: textsIn(json) } : null;
}
