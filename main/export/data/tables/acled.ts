/**
 * Events as a table with the columns of ACLED's codebook, and a few of our own behind them. A cell says only what is known:
 * a date that is no day has no `event_date` but stands as EDTF and in words, and what ACLED would code and the notebook does
 * not (disorder type, inter codes, scale of the source) stays empty.
 */
import { numberWords } from '../../../../shared/accounts/account-words';
import { roleSide } from '../../../../shared/accounts/role-side';
import { dayNumber } from '../../../../shared/dates/calendar';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { Precision } from '../../../../shared/model/entity';
import { csvLines } from '../../../../shared/text/csv';
import { oneFile } from '../../formats/format';
import type {
  ExportArticle,
  ExportData,
  ExportEntity,
  ExportEvent,
  ExportPassage,
} from '../../gather/export-data';
import { isoOf, startYear, sureDate } from '../days';
import { entitiesById, eventPrecision, placeChain } from '../places/place-chain';
import { claimantNames } from './event-tables';
import { type Columns, list } from './table';

interface Row {
  readonly event: ExportEvent;
  readonly place: ExportEntity | null;
  readonly chain: readonly ExportEntity[];
  readonly precision: Precision;
  readonly types: readonly string[];
  readonly sources: readonly string[];
}

/** 1: the day is known; 2: within a week; 3: within a month. ACLED knows nothing wider. */
function timePrecision({ date, earliest, latest }: ExportEvent): number | '' {
  if (sureDate(date)?.day != null) return 1;
  if (earliest === null || latest === null) return '';
  const days = dayNumber(latest) - dayNumber(earliest) + 1;
  if (days <= 7) return 2;
  return days <= 31 ? 3 : '';
}

/** 1: the very place or town; 2: near it, in its district; 3: somewhere in a larger region. */
const geoPrecisions: Readonly<Record<Precision, number | ''>> = {
  '': '',
  point: 1,
  settlement: 1,
  district: 2,
  region: 3,
  country: 3,
};

/** Names of those who did it, and of those it was done to; of roles that say neither, in the order they were given. */
function sides({ participants }: ExportEvent): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const of = (side: string) =>
    participants.flatMap(({ name, role }) => (roleSide(role) === side ? name : []));
  const [did, undergone, other] = [of('did'), of('undergone'), of('other')];
  if (did.length > 0) return { first: [...did, ...other], second: undergone };
  return undergone.length > 0
    ? { first: other, second: undergone }
    : { first: other.slice(0, 1), second: other.slice(1) };
}

/** The name of what a place lies in that is as large as this; of the place itself too. */
const within = ({ chain }: Row, precision: Precision): string =>
  chain.find((place) => place.precision === precision)?.name ?? '';

const deaths = /^(killed|dead|deaths|fatalities|people killed)$/i;
const deathCounts = ({ accounts }: ExportEvent) =>
  accounts.flatMap((account) =>
    account.fact === 'count' && deaths.test(account.key) && account.value.kind === 'number'
      ? { account, value: account.value }
      : [],
  );

/** A number only where it is said exactly and nobody says another, or the researcher prefers it. */
function fatalities(event: ExportEvent): number | '' {
  const said = deathCounts(event).filter(({ account }) => account.mode !== 'denies');
  const preferred = said.filter(({ account }) => account.preferredReason !== null);
  const numbers = (preferred.length > 0 ? preferred : said).map(({ value }) =>
    value.comparison === '=' && value.high === null ? value.low : null,
  );
  const [first] = numbers;
  return first != null && numbers.every((number) => number === first) ? first : '';
}

const fatalityWords = (event: ExportEvent): string =>
  list(
    deathCounts(event).map(({ account, value }) =>
      [numberWords(value), claimantNames(account), account.mode].filter((words) => words !== '').join(', '),
    ),
  );

const unixSeconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

const acledColumns: Columns<Row> = {
  event_id_cnty: ({ event }) => event.id,
  event_date: ({ event }) => {
    const day = sureDate(event.date);
    return day?.day == null ? '' : isoOf(day);
  },
  year: ({ event }) => startYear(event.date),
  time_precision: ({ event }) => timePrecision(event),
  disorder_type: () => '',
  event_type: ({ types }) => types.at(-1) ?? '',
  sub_event_type: ({ types }) => (types.length > 1 ? (types[0] ?? '') : ''),
  actor1: ({ event }) => sides(event).first[0] ?? '',
  assoc_actor_1: ({ event }) => list(sides(event).first.slice(1)),
  inter1: () => '',
  actor2: ({ event }) => sides(event).second[0] ?? '',
  assoc_actor_2: ({ event }) => list(sides(event).second.slice(1)),
  inter2: () => '',
  interaction: () => '',
  civilian_targeting: () => '',
  iso: () => '',
  region: () => '',
  country: (row) => within(row, 'country'),
  admin1: (row) => within(row, 'region'),
  admin2: (row) => within(row, 'district'),
  admin3: () => '',
  location: ({ event }) => event.place?.name ?? '',
  latitude: ({ place }) => place?.point?.latitude ?? '',
  longitude: ({ place }) => place?.point?.longitude ?? '',
  geo_precision: ({ precision }) => geoPrecisions[precision],
  source: ({ sources }) => list(sources),
  source_scale: () => '',
  notes: ({ event }) => [event.title, event.description].filter((words) => words !== '').join('. '),
  fatalities: ({ event }) => fatalities(event),
  tags: () => '',
  timestamp: ({ event }) => unixSeconds(event.modifiedAt),
  date_edtf: ({ event }) => event.date,
  date_in_words: ({ event }) =>
    event.date === null
      ? event.dateWords
      : list([describeEdtf(event.date), event.dateWords].filter((words) => words !== '')),
  happened: ({ event }) => (event.happened === 'unsaid' ? '' : event.happened),
  place_precision: ({ precision }) => precision,
  place_radius_km: ({ place }) => place?.point?.radiusKm ?? '',
  participants: ({ event }) =>
    list(event.participants.map(({ name, role }) => (role === '' ? name : `${name} (${role})`))),
  fatalities_said: ({ event }) => fatalityWords(event),
  evidence: ({ event }) => list(event.evidence),
};

/** An event's type and what that is a kind of, all the way up. */
function typeChain(
  event: ExportEvent,
  types: ReadonlyMap<string, ExportData['eventTypes'][number]>,
): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let next = event.typeId; next !== null && !seen.has(next); next = types.get(next)?.parentId ?? null) {
    seen.add(next);
    const type = types.get(next);
    if (type) names.push(type.name);
  }
  return names;
}

/** Publishers of the articles in evidence, each once. */
function sourcesOf(
  { evidence }: ExportEvent,
  passages: ReadonlyMap<string, ExportPassage>,
  articles: ReadonlyMap<string, ExportArticle>,
): string[] {
  const names = evidence.flatMap((id) => articles.get(passages.get(id)?.articleId ?? '')?.publisher ?? []);
  return [...new Set(names)].filter((name) => name !== '');
}

/** A row for each event, in order of time. */
export const makeAcled = oneFile((data, { each }) => {
  const entities = entitiesById(data);
  const types = new Map(data.eventTypes.map((type) => [type.id, type]));
  const passages = new Map(
    [...data.around.passages, ...data.passages].map((passage) => [passage.id, passage]),
  );
  const articles = new Map(
    [...data.around.articles, ...data.articles].map((article) => [article.id, article]),
  );
  function* rows() {
    for (const event of each(data.events, 'events')) {
      const place = entities.get(event.place?.id ?? '') ?? null;
      const row: Row = {
        event,
        place,
        chain: placeChain(place ?? undefined, entities),
        precision: place ? eventPrecision(event, place) : '',
        types: typeChain(event, types),
        sources: sourcesOf(event, passages, articles),
      };
      yield Object.values(acledColumns).map((cell) => cell(row) ?? '');
    }
  }
  return csvLines(Object.keys(acledColumns), rows());
});
