/** A report as the values that a template writes, by the names of `fields.ts`. */
import type { Block } from '../../../../shared/document/blocks';
import type {
  Report,
  ReportAccounts,
  ReportArticle,
  ReportClaim,
  ReportEntity,
  ReportEvent,
  ReportFact,
  ReportNote,
  ReportPassage,
  ReportTag,
  ReportText,
  ReportValue,
} from '../report/report';
import { isRightToLeft } from '../text/direction';
import { inQuotationMarks } from '../text/quoted-words';
import type { Markup, TemplateRecord } from './render-template';

/** Goes through things and tells how far it is. */
export type Each = <Thing>(things: readonly Thing[], words: string) => Iterable<Thing>;

/** Draws what is more than words in the format of a template. */
export interface Drawing {
  readonly quotation: (passage: ReportPassage) => Markup;
  readonly content: (blocks: readonly Block[]) => Markup;
  readonly text: (text: ReportText) => Markup;
}

const factViews = (facts: readonly ReportFact[]): TemplateRecord => ({
  facts: facts.map(({ label, value }) => ({ label, value })),
  factCount: facts.length,
});

const directionOf = (words: string): string => (isRightToLeft(words) ? 'rtl' : 'ltr');

const join = (...records: readonly TemplateRecord[]): TemplateRecord => Object.assign({}, ...records);

function passageView(passage: ReportPassage, drawing: Drawing): TemplateRecord {
  const { id, before, after, parts, source, comment, coder, made, colour, state, facts } = passage;
  const words = parts.join(' … ');
  const own = {
    id,
    before,
    after,
    comment,
    coder,
    made,
    colour,
    state,
    words,
    quoted: inQuotationMarks(parts),
    direction: directionOf(words),
  };
  const from = { source: source.name, url: source.url, page: source.page };
  return join(own, from, factViews(facts), { quotation: () => drawing.quotation(passage) });
}

const passageViews = (passages: readonly ReportPassage[], drawing: Drawing): TemplateRecord => ({
  passages: () => passages.map((passage) => passageView(passage, drawing)),
  passageCount: passages.length,
});

const claimView = (
  { who, denies, facts, comment, passages }: ReportClaim,
  drawing: Drawing,
): TemplateRecord => join({ who, denies, comment }, factViews(facts), passageViews(passages, drawing));

const valueView = ({ value, isPreferred, claims }: ReportValue, drawing: Drawing): TemplateRecord => ({
  value,
  preferred: isPreferred,
  claims: claims.map((claim) => claimView(claim, drawing)),
});

const accountsView = ({ fact, standing, values }: ReportAccounts, drawing: Drawing): TemplateRecord => ({
  fact,
  standing,
  values: values.map((value) => valueView(value, drawing)),
});

function eventView(event: ReportEvent, drawing: Drawing): TemplateRecord {
  const { id, title, description, accounts } = event;
  const own = {
    id,
    title,
    description,
    direction: directionOf(title),
    accounts: () => accounts.map((each) => accountsView(each, drawing)),
    accountCount: accounts.length,
  };
  return join(own, factViews(event.facts), passageViews(event.passages, drawing));
}

function entityView({ id, title, description, facts, relations }: ReportEntity): TemplateRecord {
  const own = { id, title, description, direction: directionOf(title), relationCount: relations.length };
  return join(own, factViews(facts), { relations: relations.map((text) => ({ text })) });
}

const noteView = ({ id, title, blocks }: ReportNote, drawing: Drawing): TemplateRecord => ({
  id,
  title,
  direction: directionOf(title),
  content: () => drawing.content(blocks),
});

function articleView(article: ReportArticle, drawing: Drawing): TemplateRecord {
  const { id, title, url, language, facts, passages, text } = article;
  const own = { id, title, url, language, direction: directionOf(title) };
  return join(own, factViews(facts), passageViews(passages, drawing), {
    text: text ? () => drawing.text(text()) : '',
  });
}

const tagView = ({ name, above, description, colour }: ReportTag): TemplateRecord => ({
  name,
  path: [...above, name].join('/'),
  description,
  colour,
});

type ListView = readonly [
  plural: string,
  count: string,
  length: number,
  views: () => Iterable<TemplateRecord>,
];

/** Records made while they are gone through. */
function* mapEach<Thing>(
  things: Iterable<Thing>,
  view: (thing: Thing) => TemplateRecord,
): Iterable<TemplateRecord> {
  for (const thing of things) yield view(thing);
}

function listsOf(report: Report, drawing: Drawing, each: Each): readonly ListView[] {
  const ofKind = (kind: ReportEntity['kind']) => report.entities.filter((entity) => entity.kind === kind);
  const list = <Thing>(
    plural: string,
    count: string,
    things: readonly Thing[],
    view: (thing: Thing) => TemplateRecord,
  ): ListView => [plural, count, things.length, () => mapEach(each(things, plural), view)];
  return [
    list('notes', 'noteCount', report.notes, (note) => noteView(note, drawing)),
    list('events', 'eventCount', report.events, (event) => eventView(event, drawing)),
    list('passages', 'passageCount', report.passages, (passage) => passageView(passage, drawing)),
    list('actors', 'actorCount', ofKind('actor'), entityView),
    list('places', 'placeCount', ofKind('place'), entityView),
    list('objects', 'objectCount', ofKind('object'), entityView),
    list('articles', 'articleCount', report.articles, (article) => articleView(article, drawing)),
    list('tags', 'tagCount', report.tags, tagView),
    list('types', 'typeCount', report.types, tagView),
    list('roles', 'roleCount', report.roles, tagView),
  ];
}

/** The values for a template. What is long is drawn only where the template asks for it. */
export function reportView(report: Report, drawing: Drawing, each: Each): TemplateRecord {
  const { title, about, notebook, made, language, subjectNote, subjectArticle, subjectEntity, subjectEvent } =
    report;
  const lists = listsOf(report, drawing, each).flatMap(([plural, count, length, views]) => [
    [plural, length === 0 ? [] : views] as const,
    [count, length] as const,
  ]);
  return join(
    {
      title,
      about,
      notebook,
      made,
      language: language === '' ? 'en' : language,
      direction: directionOf(title),
    },
    Object.fromEntries(lists),
    {
      losses: report.losses.map((text) => ({ text })),
      note: subjectNote ? noteView(subjectNote, drawing) : '',
      article: subjectArticle ? articleView(subjectArticle, drawing) : '',
      entity: subjectEntity ? entityView(subjectEntity) : '',
      event: subjectEvent ? eventView(subjectEvent, drawing) : '',
    },
  );
}
