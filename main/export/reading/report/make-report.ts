/** Arranges what an export holds for reading: the same report for every template and every writer of documents. */
import { parseContent } from '../../../../shared/document/content-html';
import type { ExportArticle, ExportData, ExportNote, ExportPassage } from '../../gather/export-data';
import { reportArticle, type SaidPassage } from './article-report';
import { relationsByEntity, reportEntity } from './entity-report';
import { type EventMaking, reportEvent } from './event-report';
import { reportPassage } from './passage-report';
import type {
  ContentKind,
  Report,
  ReportArticle,
  ReportEntity,
  ReportEvent,
  ReportNote,
  ReportPassage,
  ReportTag,
} from './report';

type Contents = ReadonlySet<ContentKind>;

/** What all parts of a report are made with. */
interface Making {
  readonly data: ExportData;
  readonly contents: Contents;
  readonly articles: ReadonlyMap<string, ExportArticle>;
  readonly passages: ReadonlyMap<string, SaidPassage>;
}

function startMaking(data: ExportData, contents: Contents): Making {
  const articles = new Map(
    [...data.around.articles, ...data.articles].map((article) => [article.id, article]),
  );
  const say = (passage: ExportPassage): readonly [string, SaidPassage] => [
    passage.id,
    { passage, said: reportPassage(passage, articles.get(passage.articleId), contents) },
  ];
  const passages = new Map([...data.around.passages, ...data.passages].map(say));
  return { data, contents, articles, passages };
}

const reportNote = ({ id, title, content }: ExportNote): ReportNote => ({
  id,
  title: title || 'Untitled note',
  blocks: parseContent(content),
});

function eventRelations({ eventRelations: relations }: ExportData): EventMaking['relationsOf'] {
  const byId = new Map<string, string[]>();
  const add = (id: string, words: string) => byId.set(id, [...(byId.get(id) ?? []), words]);
  for (const { from, to, type, comment } of relations) {
    const more = comment === '' ? '' : ` (${comment})`;
    add(from.id, `${type} ${to.name}${more}`);
    add(to.id, `${from.name} ${type} this${more}`);
  }
  return (id) => byId.get(id) ?? [];
}

function saidByArticle(making: Making): ReadonlyMap<string, readonly SaidPassage[]> {
  const groups = new Map<string, SaidPassage[]>();
  for (const { id, articleId } of making.data.passages) {
    const said = making.passages.get(id);
    const group = groups.get(articleId);
    if (!said) continue;
    if (group) group.push(said);
    else groups.set(articleId, [said]);
  }
  return groups;
}

function reportArticles(making: Making): ReportArticle[] {
  const { data, contents } = making;
  const groups = saidByArticle(making);
  const wants = { passages: contents.has('passages'), text: contents.has('text') };
  return data.articles.map((article) => reportArticle(data, article, groups.get(article.id) ?? [], wants));
}

/** Earliest publication first; undated last. */
function byPublication(making: Making): ReportPassage[] {
  const day = ({ articleId }: ExportPassage) => making.articles.get(articleId)?.published ?? '~';
  return [...making.data.passages]
    .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
    .flatMap(({ id }) => making.passages.get(id)?.said ?? []);
}

interface CodebookEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parentId?: string | null;
  readonly colour?: string | null;
}

function codebookEntries(entries: readonly CodebookEntry[]): ReportTag[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const above = ({ parentId }: CodebookEntry): readonly string[] => {
    const parent = byId.get(parentId ?? '');
    return parent ? [...above(parent), parent.name] : [];
  };
  return entries.map((entry) => ({
    name: entry.name,
    description: entry.description,
    colour: entry.colour ?? '',
    above: above(entry),
  }));
}

function reportEntities(data: ExportData): ReportEntity[] {
  const relations = relationsByEntity(data.entityRelations);
  const order = { actor: 0, place: 1, object: 2 };
  return data.entities
    .map((entity) => reportEntity(entity, relations.get(entity.id) ?? []))
    .sort((a, b) => order[a.kind] - order[b.kind]);
}

/** With everything, evidence stands with its event and with its article; of what a search found, once is enough. */
function quotedWithEvents({ data, contents }: Making): EventMaking['isQuoted'] {
  const { kind } = data.subject;
  if (!contents.has('passages') || (kind !== 'everything' && kind !== 'search')) return () => false;
  if (kind === 'everything') return () => true;
  const inReport = new Set(data.passages.map(({ id }) => id));
  return (id) => !inReport.has(id);
}

function reportEvents(making: Making): ReportEvent[] {
  const { data, contents } = making;
  const eventMaking: EventMaking = {
    passageById: (id) => making.passages.get(id)?.said,
    relationsOf: eventRelations(data),
    withAccounts: contents.has('accounts'),
    isQuoted: quotedWithEvents(making),
  };
  return data.events.map((event) => reportEvent(event, eventMaking));
}

type Lists = Pick<
  Report,
  'notes' | 'events' | 'entities' | 'passages' | 'articles' | 'tags' | 'types' | 'roles'
>;

/** The codebook belongs to the whole notebook. */
const codebookOf = ({ tags, eventTypes, roles }: ExportData, isWanted: boolean) => ({
  tags: isWanted ? codebookEntries(tags) : [],
  types: isWanted ? codebookEntries(eventTypes) : [],
  roles: isWanted ? codebookEntries(roles) : [],
});

function listsOf(making: Making, withSources: boolean): Lists {
  const { data, contents } = making;
  const { kind } = data.subject;
  const isDossier = kind === 'entity' || kind === 'event' || kind === 'note';
  const wanted = <Item>(content: ContentKind, make: () => readonly Item[]) =>
    contents.has(content) ? make() : [];
  return {
    notes: wanted('notes', () => data.notes.map(reportNote)),
    events: wanted('events', () => reportEvents(making)),
    entities: wanted('entities', () => reportEntities(data)),
    passages: wanted('passages', () => (isDossier ? byPublication(making) : [])),
    // A dossier or a note cites its passages with their sources; the articles themselves are beside the point.
    articles: isDossier && !withSources ? [] : wanted('articles', () => reportArticles(making)),
    ...codebookOf(data, contents.has('codebook') && kind === 'everything'),
  };
}

type Subjects = Pick<
  Report,
  'title' | 'about' | 'subjectNote' | 'subjectArticle' | 'subjectEntity' | 'subjectEvent'
>;

const noSubject = { subjectNote: null, subjectArticle: null, subjectEntity: null, subjectEvent: null };

/** What the report is about stands at its head even where a template leaves its kind out. */
function subjectOf(making: Making): Subjects {
  const { data } = making;
  const { subject, notebook } = data;
  switch (subject.kind) {
    case 'everything':
      return { ...noSubject, title: notebook.title, about: 'the whole notebook' };
    case 'article': {
      const article = reportArticles(making).find(({ id }) => id === subject.article.id) ?? null;
      return { ...noSubject, title: article?.title ?? '', about: 'one article', subjectArticle: article };
    }
    case 'entity': {
      const entity = reportEntities(data).find(({ id }) => id === subject.entity.id) ?? null;
      return { ...noSubject, title: subject.entity.name, about: 'a dossier', subjectEntity: entity };
    }
    case 'event': {
      const event = reportEvents(making).find(({ id }) => id === subject.event.id) ?? null;
      return { ...noSubject, title: event?.title ?? '', about: 'one event', subjectEvent: event };
    }
    case 'note': {
      const note = reportNote(subject.note);
      return { ...noSubject, title: note.title, about: 'one note', subjectNote: note };
    }
    case 'passages':
      return { ...noSubject, title: notebook.title, about: `${data.passages.length} chosen passages` };
    case 'search':
      return { ...noSubject, title: notebook.title, about: `what a search found: ${subject.query}` };
  }
}

/** Lists without what stands at the head already. */
function withoutSubject(lists: Lists, subjects: Subjects): Lists {
  const others = <Item extends { readonly id: string }>(items: readonly Item[], subject: Item | null) =>
    items.filter(({ id }) => id !== subject?.id);
  return {
    ...lists,
    notes: others(lists.notes, subjects.subjectNote),
    events: others(lists.events, subjects.subjectEvent),
    entities: others(lists.entities, subjects.subjectEntity),
    articles: others(lists.articles, subjects.subjectArticle),
  };
}

/**
 * Arranges an export for reading: of it what is wanted, with what the format loses in words. `withSources`: a dossier and a
 * note have the articles that they cite, too.
 */
export function makeReport(
  data: ExportData,
  contents: Contents,
  losses: readonly string[],
  { withSources = false } = {},
): Report {
  const making = startMaking(data, contents);
  const subjects = subjectOf(making);
  return {
    ...subjects,
    ...withoutSubject(listsOf(making, withSources), subjects),
    language: data.subject.kind === 'article' ? data.subject.article.language : '',
    notebook: data.notebook.title,
    made: data.madeAt.slice(0, 10),
    losses,
  };
}
