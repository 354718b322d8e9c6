/**
 * Passages as W3C Web Annotations (JSON-LD): one collection with every annotation in its first page, targets with a
 * position and a quote selector, and bodies for comments, tags, entities and events. The texts that positions count in
 * go beside it as UTF-8 files. Reading such files back is `main/cli/read-annotations.ts`.
 */
import { describe } from '../../../shared/anchoring/describe';
import type { Quote } from '../../../shared/model/annotation';
import { createOffsetMap } from '../../../shared/text/offsets';
import type { ExportFile, MakeExport } from '../formats/format';
import type {
  ExportArticle,
  ExportData,
  ExportEntity,
  ExportEvent,
  ExportPart,
  ExportPassage,
} from '../gather/export-data';
import { type Json, type JsonObject, present } from './json-pieces';
import { textFileName } from './text-file-name';

/** The IRI of anything that has an id. */
export const iriOf = (id: string): string => `urn:uuid:${id}`;

/** Terms of our own, beside those of the W3C's context; the IRI is a name and need not lead anywhere. */
export const casebookTerms = 'https://casebook.example/ns#';
const vocabularies: Json = ['http://www.w3.org/ns/anno.jsonld', { casebook: casebookTerms }];

const actorTypes: Readonly<Record<string, string>> = {
  person: 'schema:Person',
  organisation: 'schema:Organization',
  state: 'schema:Country',
  'state body': 'schema:GovernmentOrganization',
  'armed group': 'schema:Organization',
  media: 'schema:NewsMediaOrganization',
};

/** What is said of an entity; of one that is not in the export only its name. */
type SaidEntity = Pick<
  ExportEntity,
  'id' | 'kind' | 'actorKind' | 'name' | 'aliases' | 'identifiers' | 'description'
>;

function entityTypes({ kind, actorKind }: SaidEntity): string[] {
  if (kind === 'place') return ['casebook:Place', 'schema:Place'];
  if (kind === 'object') return ['casebook:Object', 'schema:Thing'];
  return ['casebook:Actor', actorTypes[actorKind] ?? 'foaf:Agent'];
}

const identifierIris: Readonly<Record<string, string>> = { wikidata: 'http://www.wikidata.org/entity/' };

function entitySource(entity: SaidEntity): JsonObject {
  const iris = entity.identifiers.map(
    ({ scheme, value }) => `${identifierIris[scheme.toLowerCase()] ?? `${scheme}:`}${value}`,
  );
  return present({
    id: iriOf(entity.id),
    type: entityTypes(entity),
    name: entity.name,
    'casebook:kind': entity.kind,
    'casebook:actorKind': entity.actorKind,
    'casebook:alias': entity.aliases,
    'casebook:identifier': iris,
    'dcterms:description': entity.description,
  });
}

function eventSource(event: ExportEvent): JsonObject {
  return present({
    id: iriOf(event.id),
    type: ['casebook:Event', 'schema:Event'],
    name: event.title,
    'casebook:kind': 'event',
    'casebook:eventType': event.type,
    'casebook:date': event.date ?? undefined,
    'casebook:dateWords': event.dateWords,
    'casebook:place': event.place
      ? present({ id: iriOf(event.place.id), name: event.place.name })
      : undefined,
    'casebook:participant': event.participants.map(({ id, name, role }) =>
      present({ id: iriOf(id), name, 'casebook:role': role }),
    ),
    'dcterms:description': event.description,
  });
}

const identifying = (source: JsonObject): JsonObject => ({
  type: 'SpecificResource',
  purpose: 'identifying',
  source,
});

/** Entities and events that a passage is linked to, by id; in some scopes only their name is at hand. */
interface Known {
  readonly entities: ReadonlyMap<string, ExportEntity>;
  readonly events: ReadonlyMap<string, ExportEvent>;
}

function bodiesOf(passage: ExportPassage, known: Known): JsonObject[] {
  const entities = passage.entities.map((link) => {
    const bare = { ...link, actorKind: '', aliases: [], identifiers: [], description: '' };
    return identifying(entitySource(known.entities.get(link.id) ?? bare));
  });
  const events = passage.events.map(({ id, name }) => {
    const event = known.events.get(id);
    return identifying(
      event
        ? eventSource(event)
        : { id: iriOf(id), type: ['casebook:Event', 'schema:Event'], name, 'casebook:kind': 'event' },
    );
  });
  const comment: JsonObject[] =
    passage.comment === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: passage.comment }];
  const tags = passage.tags.map((value): JsonObject => ({ type: 'TextualBody', purpose: 'tagging', value }));
  return [...comment, ...tags, ...entities, ...events];
}

/** What a passage's part points at in the text that is exported: its words there, or for an orphan the kept words. */
interface Described {
  readonly quote: Quote;
  readonly position: { readonly start: number; readonly end: number } | null;
}

type DescribePart = (article: ExportArticle, part: ExportPart) => Described;

/** Describes parts from the exported texts, so that position, quote and text always agree. */
function partDescriber(data: ExportData): DescribePart {
  // Passages come article by article: one text at a time is kept.
  let last = { id: '', text: '', map: createOffsetMap('') };
  const read = (id: string) => {
    if (last.id !== id) {
      const text = data.textOf(id);
      last = { id, text, map: createOffsetMap(text) };
    }
    return last;
  };
  return (article, part) => {
    if (part.state === 'orphan') return { quote: part.quote, position: null };
    const { text, map } = read(article.revisionId);
    const { start, end, quote } = describe(text, part.start, part.end, map);
    return { quote, position: { start, end } };
  };
}

function targetOf(article: ExportArticle, part: ExportPart, describePart: DescribePart): JsonObject {
  const { quote, position } = describePart(article, part);
  const quoteSelector = {
    type: 'TextQuoteSelector',
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
  };
  return present({
    type: 'SpecificResource',
    source: iriOf(article.revisionId),
    selector: position ? [{ type: 'TextPositionSelector', ...position }, quoteSelector] : [quoteSelector],
    'casebook:state': part.state,
    'casebook:keptQuote': part.state === 'changed' ? part.quote.exact : undefined,
  });
}

function motivationsOf(bodies: readonly JsonObject[]): string[] {
  const purposes = [
    ...new Set(bodies.flatMap(({ purpose }) => (typeof purpose === 'string' ? purpose : []))),
  ];
  return purposes.length > 0 ? purposes : ['highlighting'];
}

function annotationOf(
  passage: ExportPassage,
  article: ExportArticle,
  known: Known,
  describePart: DescribePart,
): JsonObject {
  const bodies = bodiesOf(passage, known);
  const targets = passage.parts.map((part) => targetOf(article, part, describePart));
  return present({
    id: iriOf(passage.id),
    type: 'Annotation',
    creator: passage.coder === '' ? undefined : { type: 'Person', name: passage.coder },
    created: passage.createdAt,
    modified: passage.modifiedAt,
    motivation: motivationsOf(bodies),
    'casebook:colour': passage.colour ?? undefined,
    body: bodies,
    target: targets.length === 1 ? (targets[0] ?? null) : targets,
  });
}

/** `folder`: where its text lies; null: it is left out. */
function textEntry(article: ExportArticle, folder: string | null): JsonObject {
  return present({
    id: iriOf(article.revisionId),
    type: 'Text',
    format: 'text/plain; charset=utf-8',
    language: article.language,
    'dcterms:isVersionOf': iriOf(article.id),
    'dcterms:title': article.title,
    'dcterms:creator': article.authors,
    'dcterms:publisher': article.publisher,
    'dcterms:issued': article.published ?? undefined,
    'schema:url': article.url,
    'schema:contentUrl':
      folder === null ? '' : `${encodeURIComponent(folder)}/${encodeURIComponent(textFileName(article))}`,
    'schema:sha256': article.sha256,
  });
}

function labelOf({ notebook, subject }: ExportData): string {
  if (subject.kind === 'article') return subject.article.title;
  if (subject.kind === 'entity') return subject.entity.name;
  if (subject.kind === 'event') return subject.event.title;
  return subject.kind === 'note' ? subject.note.title : notebook.title;
}

const indented = (value: Json, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);

/** The collection around its annotations, which follow one by one. */
function* collectionPieces(
  head: JsonObject,
  page: JsonObject,
  items: Iterable<JsonObject>,
): Iterable<string> {
  const open = (value: JsonObject, depth: number) => indented(value, depth).replace(/\n\s*\}$/, '');
  yield `${open(head, 0)},\n  "first": ${open(page, 1)},\n    "items": [`;
  let count = 0;
  for (const item of items) {
    yield `${count === 0 ? '' : ','}\n      ${indented(item, 3)}`;
    count++;
  }
  yield `${count === 0 ? '' : '\n    '}]\n  }\n}\n`;
}

function knownOf(data: ExportData): Known {
  return {
    entities: new Map([...data.around.entities, ...data.entities].map((entity) => [entity.id, entity])),
    events: new Map(data.events.map((event) => [event.id, event])),
  };
}

/** The collection file and the texts, which are to lie in the folder beside it. */
export const makeWebAnnotations: MakeExport = function* (data, context): Iterable<ExportFile> {
  const { main, textsFolder, each, losses, options } = context;
  const withTexts = options.texts !== false;
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  const known = knownOf(data);
  const describePart = partDescriber(data);
  const withPassages = new Set(data.passages.map(({ articleId }) => articleId));
  const marked = data.articles.filter(({ id }) => withPassages.has(id));
  const head = present({
    '@context': vocabularies,
    id: `${iriOf(subjectId(data))}#annotations`,
    type: 'AnnotationCollection',
    label: labelOf(data),
    created: data.madeAt,
    generator: { id: 'https://casebook.example/', type: 'Software', name: 'Casebook' },
    'casebook:notKept': losses.map(({ feature, handling, count, words }) => ({
      'casebook:feature': feature,
      'casebook:handling': handling,
      'casebook:count': count,
      'rdfs:label': words,
    })),
    total: data.passages.length,
    'dcterms:source': marked.map((article) => textEntry(article, withTexts ? textsFolder : null)),
  });
  const page = { id: `${iriOf(subjectId(data))}#page1`, type: 'AnnotationPage', startIndex: 0 };
  function* items(): Iterable<JsonObject> {
    for (const passage of each(data.passages, 'passages')) {
      const article = articles.get(passage.articleId);
      if (article) yield annotationOf(passage, article, known, describePart);
    }
  }
  for (const article of each(withTexts ? marked : [], 'texts'))
    yield { name: `${textsFolder}/${textFileName(article)}`, data: data.textOf(article.revisionId) };
  yield { name: main, data: collectionPieces(head, page, items()) };
};

function subjectId({ notebook, subject }: ExportData): string {
  switch (subject.kind) {
    case 'article':
      return subject.article.id;
    case 'entity':
      return subject.entity.id;
    case 'event':
      return subject.event.id;
    case 'note':
      return subject.note.id;
    default:
      return notebook.id;
  }
}
