/** The parts of a dossier as tables for spreadsheets, every row of each. */
import { factNames, happenedWords, valueWords } from '../../../../shared/accounts/account-words';
import type { Claim, Doing, MentioningArticle } from '../../../../shared/contract/entities';
import type { PassageRef } from '../../../../shared/model/annotation';
import type { EntityDetail } from '../../../../shared/model/entity';
import { type CsvColumns, type CsvTable, csvTable } from '../../../../shared/text/csv';
import { queries } from '../../../client/client';
import { everyRow } from '../../../client/every-row';
import { articlesTitle } from './articles-section';
import { outcomeLabels, outcomeWords } from './claim-words';
import { claimsTitle } from './claims-section';
import { companyTitle } from './company-section';
import { doingsTitle } from './doings-section';
import { passagesTitle } from './passages-section';

const quotes = (words: readonly PassageRef[]) => words.map(({ quote }) => quote.exact).join('\n');

/** One way of one entity in one event. */
interface DoingRow extends Pick<Doing, 'event'> {
  readonly part: Doing['parts'][number];
}

const doingColumns: CsvColumns<DoingRow> = [
  ['Date', ({ event }) => event.date?.edtf ?? ''],
  ['Event', ({ event }) => event.title],
  ['Type', ({ event }) => event.typeName],
  ['Place', ({ event }) => event.placeName],
  ['Happened', ({ event }) => happenedWords[event.happened]],
  ['Role', ({ part }) => part.role],
  ['Side', ({ part }) => ({ did: 'did', undergone: 'done to', other: '' })[part.side]],
  ['Named', ({ part }) => part.name],
  ['State', ({ part }) => part.state],
  ['Inferred', ({ part }) => part.inferredReason],
  ['Words', ({ part }) => quotes(part.words)],
  ['Passages', ({ part }) => part.wordsCount],
];

const claimColumns: CsvColumns<Claim> = [
  ['Date of event', ({ eventDate }) => eventDate?.edtf ?? ''],
  ['Event', ({ eventTitle }) => eventTitle],
  ['How', ({ account }) => account.mode],
  ['Fact', ({ account }) => factNames[account.fact]],
  ['Of what', ({ account }) => account.key],
  ['Value', ({ account }) => valueWords(account.value)],
  ['Words', ({ account }) => quotes(account.evidence)],
  ['Publisher', ({ account }) => account.evidence[0]?.publisher ?? ''],
  ['Published', ({ account }) => account.evidence[0]?.published ?? ''],
  ['Outcome', ({ outcome }) => outcomeLabels[outcome]],
  ['In words', outcomeWords],
];

const articleColumns: CsvColumns<MentioningArticle> = [
  ['Article', ({ title }) => title],
  ['Publisher', ({ publisher }) => publisher],
  ['Published', ({ published }) => published ?? ''],
  ['Passages', ({ passageCount }) => passageCount],
];

async function companyTable({ id: entityId }: EntityDetail): Promise<CsvTable> {
  const rows = await everyRow((span) => queries.listCoMentions({ entityId, ...span }));
  return csvTable(
    [
      ['Name', ({ name }) => name],
      ['Kind', ({ kind }) => kind],
      ['Articles', ({ articleCount }) => articleCount],
      ['Events', ({ eventCount }) => eventCount],
    ],
    rows,
  );
}

async function doingsTable({ id: entityId }: EntityDetail): Promise<CsvTable> {
  const doings = await everyRow((span) => queries.listDoings({ entityId, side: null, ...span }));
  const rows = doings.flatMap(({ event, parts }) => parts.map((part) => ({ event, part })));
  return csvTable(doingColumns, rows);
}

async function claimsTable({ id: actorId }: EntityDetail): Promise<CsvTable> {
  return csvTable(claimColumns, await everyRow((span) => queries.listClaims({ actorId, ...span })));
}

async function articlesTable({ id: entityId }: EntityDetail): Promise<CsvTable> {
  return csvTable(
    articleColumns,
    await everyRow((span) => queries.listMentioningArticles({ entityId, ...span })),
  );
}

async function passagesTable({ id }: EntityDetail): Promise<CsvTable> {
  const filters = { aboutIds: [id] };
  const rows = await everyRow((span) => queries.listPassages({ filters, sort: 'date', ...span }));
  return csvTable(
    [
      ['Words', ({ quote }) => quote.exact],
      ['Comment', ({ comment }) => comment],
      ['Article', ({ articleTitle }) => articleTitle],
      ['Publisher', ({ publisher }) => publisher],
      ['Published', ({ published }) => published ?? ''],
      ['Events', ({ events }) => events.map(({ title }) => title).join('\n')],
      ['Tags', ({ tags }) => tags.map(({ name }) => name).join('\n')],
    ],
    rows,
  );
}

/** A part of a dossier, as the page and a file call it. */
export interface DossierPart {
  readonly title: string;
  readonly table: (entity: EntityDetail) => Promise<CsvTable>;
}

/** The parts that an entity of its kind can have, in the order of the page. */
export function dossierParts(entity: EntityDetail): readonly DossierPart[] {
  return [
    ...(entity.kind === 'object' ? [] : [{ title: doingsTitle(entity), table: doingsTable }]),
    ...(entity.kind === 'actor' ? [{ title: claimsTitle, table: claimsTable }] : []),
    { title: companyTitle, table: companyTable },
    { title: articlesTitle, table: articlesTable },
    { title: passagesTitle, table: passagesTable },
  ];
}
