/** Arranges the contents of an export for reading: the same for Markdown, HTML and print, which only draw it. */
import { parseContent } from '../../../shared/document/content-html';
import type {
  ExportArticle,
  ExportData,
  ExportEntity,
  ExportEvent,
  ExportNote,
  ExportPart,
  ExportPassage,
} from '../gather/export-data';
import type { Report, ReportFact, ReportItem, ReportSection } from './report';

const kindNames = { actor: 'Actors', place: 'Places', object: 'Objects' } as const;

/** Facts that say something. */
function facts(...pairs: readonly (readonly [label: string, value: string | null])[]): ReportFact[] {
  return pairs.flatMap(([label, value]) => (value === null || value.trim() === '' ? [] : { label, value }));
}

function factsItem(...pairs: readonly (readonly [label: string, value: string | null])[]): ReportItem[] {
  const said = facts(...pairs);
  return said.length > 0 ? [{ kind: 'facts', facts: said }] : [];
}

const textItem = (text: string): ReportItem[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'text', text: line }));

const section = (
  title: string,
  items: readonly ReportItem[],
  sections: readonly ReportSection[] = [],
): ReportSection => ({
  title,
  items,
  sections,
});

/** Left out when it would be empty. */
function optional(
  title: string,
  items: readonly ReportItem[],
  sections: readonly ReportSection[] = [],
): ReportSection[] {
  return items.length + sections.length > 0 ? [section(title, items, sections)] : [];
}

/** Sections that have something in them, each with how many. */
function counted(title: string, sections: readonly ReportSection[]): ReportSection[] {
  return optional(`${title} (${sections.length})`, [], sections).filter((each) => each.sections.length > 0);
}

/** How an article is named as a source. */
export function sourceOf({ title, publisher, published }: ExportArticle): string {
  return [title, publisher, published ?? 'undated'].filter((words) => words !== '').join(', ');
}

const stateWords: Readonly<Record<ExportPart['state'], string>> = {
  exact: '',
  moved: '',
  changed: 'The words have changed since they were marked; the place is to be confirmed.',
  orphan: 'These words are no longer in the text.',
};

/** Of several parts in different states, each is said with its words. */
function stateOf({ parts }: ExportPassage): string {
  const states = [...new Set(parts.map(({ state }) => stateWords[state]))];
  if (states.length === 1) return states.join('');
  return parts
    .filter(({ state }) => stateWords[state] !== '')
    .map(({ state, words }) => `“${words}”: ${stateWords[state]}`)
    .join(' ');
}

function passageItem(passage: ExportPassage, article: ExportArticle | undefined): ReportItem {
  const named = (kind: string) =>
    passage.entities
      .filter((entity) => entity.kind === kind)
      .map(({ name }) => name)
      .join(', ');
  return {
    kind: 'passage',
    passage: {
      before: passage.parts[0]?.before ?? '',
      after: passage.parts.at(-1)?.after ?? '',
      parts: passage.parts.map(({ words }) => words),
      source: article ? sourceOf(article) : '',
      url: article?.url ?? '',
      comment: passage.comment,
      facts: facts(
        ['Actors', named('actor')],
        ['Places', named('place')],
        ['Objects', named('object')],
        ['Events', passage.events.map(({ name }) => name).join(', ')],
        ['Tags', passage.tags.join(', ')],
        ['State', stateOf(passage)],
      ),
    },
  };
}

type Articles = ReadonlyMap<string, ExportArticle>;

const passageItems = (passages: readonly ExportPassage[], articles: Articles): ReportItem[] =>
  passages.map((passage) => passageItem(passage, articles.get(passage.articleId)));

function articleFacts(article: ExportArticle): ReportItem[] {
  return factsItem(
    ['Authors', article.authors.join(', ')],
    ['Publisher', article.publisher],
    ['Published', article.published ?? 'unknown'],
    ['Captured', article.capturedAt],
    ['Address', article.url],
    ['Language', article.language],
    ['Tags', article.tags.join(', ')],
  );
}

function eventItems(event: ExportEvent): ReportItem[] {
  const participants = event.participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`));
  return [
    ...factsItem(
      ['Date', event.date ?? 'unknown'],
      ['In the words of the source', event.dateWords],
      ['Type', event.type],
      ['Place', event.place?.name ?? null],
      ['Participants', participants.join('; ')],
    ),
    ...textItem(event.description),
  ];
}

function eventSection(
  event: ExportEvent,
  passages: ReadonlyMap<string, ExportPassage>,
  articles: Articles,
): ReportSection {
  const evidence = event.evidence.flatMap((id) => passages.get(id) ?? []);
  return section(event.title, [...eventItems(event), ...passageItems(evidence, articles)]);
}

function entityItems(entity: ExportEntity): ReportItem[] {
  return [
    ...factsItem(
      ['Kind', entity.actorKind === '' ? entity.kind : `${entity.kind}: ${entity.actorKind}`],
      ['Also named', entity.aliases.join(', ')],
      ['Identifiers', entity.identifiers.map(({ scheme, value }) => `${scheme}: ${value}`).join(', ')],
    ),
    ...textItem(entity.description),
  ];
}

function noteSection(note: ExportNote): ReportSection {
  return section(note.title || 'Untitled note', [{ kind: 'content', blocks: parseContent(note.content) }]);
}

/** Earliest publication first; undated last. */
function byPublication(passages: readonly ExportPassage[], articles: Articles): ExportPassage[] {
  const day = ({ articleId }: ExportPassage) => articles.get(articleId)?.published ?? '~';
  return [...passages].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

function entityKindSections(entities: readonly ExportEntity[]): ReportSection[] {
  return (['actor', 'place', 'object'] as const).flatMap((kind) => {
    const ofKind = entities.filter((entity) => entity.kind === kind);
    return counted(
      kindNames[kind],
      ofKind.map((entity) => section(entity.name, entityItems(entity))),
    );
  });
}

function articleSection(
  article: ExportArticle,
  own: readonly ExportPassage[],
  articles: Articles,
): ReportSection {
  return section(article.title || 'Untitled article', [
    ...articleFacts(article),
    ...passageItems(own, articles),
  ]);
}

function passagesByArticle(
  passages: readonly ExportPassage[],
): ReadonlyMap<string, readonly ExportPassage[]> {
  const groups = new Map<string, ExportPassage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.articleId);
    if (group) group.push(passage);
    else groups.set(passage.articleId, [passage]);
  }
  return groups;
}

function everything(data: ExportData, articles: Articles): ReportSection {
  const passages = new Map(data.passages.map((passage) => [passage.id, passage]));
  const byArticle = passagesByArticle(data.passages);
  return section(
    data.notebook.title,
    [],
    [
      ...counted('Notes', data.notes.map(noteSection)),
      ...counted(
        'Events',
        data.events.map((event) => eventSection(event, passages, articles)),
      ),
      ...entityKindSections(data.entities),
      ...counted(
        'Articles',
        data.articles.map((article) => articleSection(article, byArticle.get(article.id) ?? [], articles)),
      ),
    ],
  );
}

function oneArticle(data: ExportData, article: ExportArticle, articles: Articles): ReportSection {
  return section(article.title || 'Untitled article', articleFacts(article), [
    ...optional(`Passages (${data.passages.length})`, passageItems(data.passages, articles)),
    ...counted(
      'Events',
      data.events.map((event) => section(event.title, eventItems(event))),
    ),
    ...entityKindSections(data.entities),
  ]);
}

function oneEntity(data: ExportData, entity: ExportEntity, articles: Articles): ReportSection {
  const passages = byPublication(data.passages, articles);
  return section(entity.name, entityItems(entity), [
    ...counted(
      'Events',
      data.events.map((event) => section(event.title, eventItems(event))),
    ),
    ...optional(`Passages (${passages.length})`, passageItems(passages, articles)),
  ]);
}

function oneNote(data: ExportData, note: ExportNote, articles: Articles): ReportSection {
  const { title, items } = noteSection(note);
  return section(title, items, [
    ...optional('Passages cited', passageItems(data.passages, articles)),
    ...counted(
      'Events cited',
      data.events.map((event) => section(event.title, eventItems(event))),
    ),
    ...counted(
      'Actors, places and objects cited',
      data.entities.map((entity) => section(entity.name, entityItems(entity))),
    ),
  ]);
}

function contentsOf(data: ExportData, articles: Articles): ReportSection {
  const { subject } = data;
  switch (subject.kind) {
    case 'everything':
    case 'passages':
    case 'search':
      return everything(data, articles);
    case 'article':
      return oneArticle(data, subject.article, articles);
    case 'entity':
      return oneEntity(data, subject.entity, articles);
    case 'note':
      return oneNote(data, subject.note, articles);
  }
}

/** Arranges an export for reading. */
export function makeReport(data: ExportData): Report {
  const articles = new Map(data.articles.map((article) => [article.id, article]));
  const contents = contentsOf(data, articles);
  const made = `From the notebook “${data.notebook.title}”, ${data.madeAt.slice(0, 10)}.`;
  const language = data.subject.kind === 'article' ? data.subject.article.language : '';
  return { ...contents, language, items: [{ kind: 'text', text: made }, ...contents.items] };
}
