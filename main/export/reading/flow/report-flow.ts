/** A whole report as a document of headings, quotations and tables, in the order that the ready templates have too. */
import type {
  Report,
  ReportAccounts,
  ReportArticle,
  ReportClaim,
  ReportEntity,
  ReportEvent,
  ReportFact,
  ReportPassage,
  ReportTag,
} from '../report/report';
import type { Each } from '../templates/report-view';
import { contentFlow, textFlow } from './content-flow';
import type { Flow, FlowBlock, FlowCell, FlowParagraph, FlowTable } from './flow';
import {
  type CommentMaker,
  commentMaker,
  factParagraph,
  paragraph,
  quotation,
  quotedWords,
} from './passage-flow';

const factsFlow = (facts: readonly ReportFact[]): FlowBlock[] => facts.map(factParagraph);

const words = (text: string): FlowBlock[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph('body', line));

function passageFlow(passage: ReportPassage, commentOn: CommentMaker): FlowBlock[] {
  const coder =
    passage.coder === '' ? [] : [paragraph('small', `Marked by ${passage.coder}, ${passage.made}`)];
  return [quotation(passage, commentOn), ...coder];
}

const cell = (isHeader: boolean, ...paragraphs: readonly FlowParagraph[]): FlowCell => ({
  isHeader,
  paragraphs,
});

function claimCell({ who, denies, facts, comment }: ReportClaim): FlowCell {
  const lines = [
    `${denies ? 'Denied: ' : ''}${who}`,
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    comment,
  ];
  return cell(false, ...lines.filter((line) => line !== '').map((line) => paragraph('fact', line)));
}

function quoteCell({ passages }: ReportClaim): FlowCell {
  const quoted = passages.map((passage) => paragraph('fact', passage.parts.join(' '), quotedWords(passage)));
  return cell(false, ...(quoted.length > 0 ? quoted : [paragraph('fact', '')]));
}

/** Every value with who says so, one beside the other. */
function accountsFlow({ fact, standing, values }: ReportAccounts): FlowBlock[] {
  const header = ['Value', 'Who says so', 'In these words'].map((label) =>
    cell(true, paragraph('fact', label)),
  );
  const rows = values.flatMap(({ value, isPreferred, claims }) =>
    claims.map((claim, index) => {
      const said = index === 0 ? `${value}${isPreferred ? ' (preferred)' : ''}` : '';
      return [cell(false, paragraph('fact', said)), claimCell(claim), quoteCell(claim)];
    }),
  );
  const table: FlowTable = { kind: 'table', isRightToLeft: false, rows: [header, ...rows] };
  return [paragraph('heading4', standing === '' ? fact : `${fact} (${standing})`), table];
}

function eventFlow(event: ReportEvent, commentOn: CommentMaker): FlowBlock[] {
  return [
    ...factsFlow(event.facts),
    ...words(event.description),
    ...event.accounts.flatMap(accountsFlow),
    ...event.passages.flatMap((passage) => passageFlow(passage, commentOn)),
  ];
}

const entityFlow = ({ facts, relations, description }: ReportEntity): FlowBlock[] => [
  ...factsFlow(facts),
  ...relations.map((text) => paragraph('fact', text)),
  ...words(description),
];

/** With its text, the comments lie on the words there, and only passages whose words are gone are quoted besides. */
function* articleFlow(article: ReportArticle, commentOn: CommentMaker): Iterable<FlowBlock> {
  yield* factsFlow(article.facts);
  const text = article.text?.();
  if (text) yield* textFlow(text, commentOn);
  const inText = new Set(text?.marks.map(({ passage }) => passage.id));
  for (const passage of article.passages) if (!inText.has(passage.id)) yield* passageFlow(passage, commentOn);
}

type Draw<Item> = (item: Item) => Iterable<FlowBlock>;

function* sectionsOf<Item extends { readonly title: string }>(
  title: string,
  items: readonly Item[],
  each: Each,
  draw: Draw<Item>,
): Iterable<FlowBlock> {
  if (items.length === 0) return;
  yield paragraph('heading1', `${title} (${items.length})`);
  for (const item of each(items, title.toLowerCase())) {
    yield paragraph('heading2', item.title);
    yield* draw(item);
  }
}

function* subjectFlow(report: Report, commentOn: CommentMaker): Iterable<FlowBlock> {
  const { subjectArticle, subjectEntity, subjectEvent, subjectNote } = report;
  if (subjectArticle) yield* articleFlow(subjectArticle, commentOn);
  if (subjectEntity) yield* entityFlow(subjectEntity);
  if (subjectEvent) yield* eventFlow(subjectEvent, commentOn);
  if (subjectNote) yield* contentFlow(subjectNote.blocks);
}

function* passagesFlow(
  passages: readonly ReportPassage[],
  each: Each,
  commentOn: CommentMaker,
): Iterable<FlowBlock> {
  if (passages.length === 0) return;
  yield paragraph('heading1', `Passages (${passages.length})`);
  for (const passage of each(passages, 'passages')) yield* passageFlow(passage, commentOn);
}

function* codebookFlow(title: string, entries: readonly ReportTag[]): Iterable<FlowBlock> {
  if (entries.length === 0) return;
  yield paragraph('heading1', `${title} (${entries.length})`);
  for (const { above, name, description, colour } of entries) {
    const value = [description, colour === '' ? '' : `(${colour})`].filter((words) => words !== '').join(' ');
    yield factParagraph({ label: [...above, name].join('/'), value });
  }
}

function* lossesFlow({ losses }: Report): Iterable<FlowBlock> {
  yield paragraph('heading1', 'What this file does not keep');
  for (const text of losses.length > 0 ? losses : ['Nothing is left out.']) yield paragraph('small', text);
}

function* blocksOf(report: Report, each: Each): Iterable<FlowBlock> {
  const commentOn = commentMaker();
  const { title, notebook, made, about } = report;
  yield paragraph('title', title);
  yield paragraph('small', `From the notebook “${notebook}”, ${made}: ${about}.`);
  yield* subjectFlow(report, commentOn);
  const ofKind = (kind: ReportEntity['kind']) => report.entities.filter((entity) => entity.kind === kind);
  yield* sectionsOf('Notes', report.notes, each, ({ blocks }) => contentFlow(blocks));
  yield* sectionsOf('Events', report.events, each, (event) => eventFlow(event, commentOn));
  yield* passagesFlow(report.passages, each, commentOn);
  yield* sectionsOf('Actors', ofKind('actor'), each, entityFlow);
  yield* sectionsOf('Places', ofKind('place'), each, entityFlow);
  yield* sectionsOf('Objects', ofKind('object'), each, entityFlow);
  yield* sectionsOf('Articles', report.articles, each, (article) => articleFlow(article, commentOn));
  yield* codebookFlow('Tags', report.tags);
  yield* codebookFlow('Types of events', report.types);
  yield* codebookFlow('Roles', report.roles);
  yield* lossesFlow(report);
}

/** A report as a document. */
export function reportFlow(report: Report, each: Each): Flow {
  return {
    title: report.title,
    language: report.language,
    madeAt: report.made,
    blocks: blocksOf(report, each),
  };
}
