/** All events of the timeline in one answer: a list for each field, names once. Drawing them is the window's. */
import type { QueryArgs } from '../../../../shared/contract';
import type { Happening, Timeline } from '../../../../shared/contract/views/timeline';
import { dayNumber } from '../../../../shared/dates/calendar';
import { foldForMatch } from '../../../../shared/text/fold';
import { all, type ReadableDB, type SqlParams } from '../../core/sql';
import { eventsSaidIn, typesWithin } from '../../core/within';
import { inferredTimes } from './inferred-times';
import { NameList } from './name-list';

interface EventRow {
  readonly id: string;
  readonly title: string;
  readonly date_edtf: string | null;
  readonly date_words: string;
  readonly date_earliest: string | null;
  readonly date_latest: string | null;
  readonly place_id: string | null;
  readonly type_id: string | null;
  readonly happened: Happening;
  readonly conflict_count: number;
}

/** Which events: conditions on `event`, and their parameters. */
interface Chosen {
  readonly where: string;
  readonly params: SqlParams;
}

function chosenBy(args: QueryArgs<'listTimeline'>): Chosen {
  const conditions: readonly (readonly [sql: string, name: string, value: string | null])[] = [
    ['instr(folded, @words) > 0', 'words', foldForMatch(args.words) || null],
    ['id IN (SELECT event_id FROM participation WHERE actor_id = @actorId)', 'actorId', args.actorId],
    [`id IN (${eventsSaidIn('@placeId')})`, 'placeId', args.placeId],
    [`type_id IN (${typesWithin('@typeId')})`, 'typeId', args.typeId],
    [
      `id IN (SELECT e.event_id FROM annotation AS a CROSS JOIN evidence AS e ON e.annotation_id = a.id
        WHERE a.article_id = @articleId)`,
      'articleId',
      args.articleId,
    ],
    ['happened = @happened', 'happened', args.happened],
  ];
  const given = conditions.filter(([, , value]) => value !== null);
  return {
    where: given.length > 0 ? `WHERE ${given.map(([sql]) => sql).join(' AND ')}` : '',
    params: Object.fromEntries(given.map(([, name, value]) => [name, value])),
  };
}

/** As the index `event_by_time` has it. */
const byTime = `coalesce(date_earliest, date_latest, '~'), coalesce(date_latest, '~'), date_earliest IS NULL, id`;

function readEvents(db: ReadableDB, { where, params }: Chosen): EventRow[] {
  return all<EventRow>(
    db,
    `SELECT id, title, date_edtf, date_words, date_earliest, date_latest, happened, conflict_count, type_id,
       (SELECT coalesce(root_id, id) FROM entity WHERE entity.id = event.place_id) AS place_id
     FROM event ${where} ORDER BY ${byTime}`,
    params,
  );
}

/** Rows of a table that bear an `event_id`, only those of the events that were chosen. */
const ofChosen = (sql: string, { where }: Chosen): string =>
  where === '' ? sql : `${sql} WHERE event_id IN (SELECT id FROM event ${where})`;

interface ActorRow {
  readonly event_id: string;
  readonly actor_id: string;
  readonly role: string;
}

interface ArticleRow {
  readonly event_id: string;
  readonly article_id: string;
  readonly passages: number;
}

/** Empty lists, one for each event. */
const listsFor = (events: readonly unknown[]): number[][] => events.map(() => []);

type Participants = Pick<Timeline, 'actorsOf' | 'rolesOf' | 'actors' | 'roles'>;

/** Who took part; an actor in one role stands once, however many accounts say so. */
function readParticipants(
  db: ReadableDB,
  events: readonly EventRow[],
  indexOf: ReadonlyMap<string, number>,
  chosen: Chosen,
): Participants {
  const sql = ofChosen('SELECT event_id, actor_id, role FROM participation', chosen);
  const rows = all<ActorRow>(db, `${sql} ORDER BY id`, chosen.params);
  const actors = new NameList();
  const roles = new NameList();
  const actorsOf = listsFor(events);
  const rolesOf = listsFor(events);
  for (const { event_id, actor_id, role } of rows) {
    const index = indexOf.get(event_id) ?? -1;
    const [own = [], ownRoles = []] = [actorsOf[index], rolesOf[index]];
    const [actor, named] = [actors.placeOf(actor_id), roles.placeOf(role)];
    if (own.some((other, at) => other === actor && ownRoles[at] === named)) continue;
    own.push(actor);
    ownRoles.push(named);
  }
  return { actorsOf, rolesOf, actors: actors.named(db, 'entity', 'name'), roles: roles.ids };
}

type Sources = Pick<Timeline, 'articlesOf' | 'articles' | 'passages'>;

function readSources(
  db: ReadableDB,
  events: readonly EventRow[],
  indexOf: ReadonlyMap<string, number>,
  chosen: Chosen,
): Sources {
  const joined = `SELECT event_id, article_id, count(*) AS passages
    FROM evidence CROSS JOIN annotation ON annotation.id = evidence.annotation_id`;
  const rows = all<ArticleRow>(
    db,
    `${ofChosen(joined, chosen)} GROUP BY event_id, article_id`,
    chosen.params,
  );
  const articles = new NameList();
  const articlesOf = listsFor(events);
  const passages = events.map(() => 0);
  for (const row of rows) {
    const index = indexOf.get(row.event_id) ?? -1;
    articlesOf[index]?.push(articles.placeOf(row.article_id));
    if (index >= 0) passages[index] = (passages[index] ?? 0) + row.passages;
  }
  return { articlesOf, articles: articles.named(db, 'article', 'title'), passages };
}

const dayOrNull = (date: string | null): number | null => (date === null ? null : dayNumber(date));

interface Timed {
  readonly row: EventRow;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly isInferred: boolean;
}

/** The day that an event is sorted by, and what decides between those of the same day: the surer one first. */
const sortKeys = ({ earliest, latest, isInferred }: Timed): readonly number[] => [
  earliest ?? latest ?? Number.POSITIVE_INFINITY,
  earliest === null ? 1 : 0,
  isInferred ? 1 : 0,
  latest ?? Number.POSITIVE_INFINITY,
];

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

/** The events with their days, those among them that follow from the order of others. */
function inTime(db: ReadableDB, rows: readonly EventRow[]): readonly Timed[] {
  const inferred = inferredTimes(db);
  const timed = rows.map((row): Timed => {
    const time = inferred.get(row.id);
    const { earliest = row.date_earliest, latest = row.date_latest } = time ?? {};
    return { row, earliest: dayOrNull(earliest), latest: dayOrNull(latest), isInferred: time !== undefined };
  });
  // Almost in order already; only what is inferred, and years before Christ, stand elsewhere in the index.
  const keyed = timed.map((one) => ({ one, keys: sortKeys(one) }));
  return keyed.sort((a, b) => compareKeys(a.keys, b.keys)).map(({ one }) => one);
}

/** Every event that fits the filters, in order of time, with all that the timeline draws and groups by. */
export function listTimeline(db: ReadableDB, args: QueryArgs<'listTimeline'>): Timeline {
  const chosen = chosenBy(args);
  const timed = inTime(db, readEvents(db, chosen));
  const events = timed.map(({ row }) => row);
  const indexOf = new Map(events.map(({ id }, index) => [id, index]));
  const types = new NameList();
  const places = new NameList();
  return {
    ids: events.map(({ id }) => id),
    titles: events.map(({ title }) => title),
    dates: events.map(({ date_edtf }) => date_edtf ?? ''),
    dateWords: events.map(({ date_words }) => date_words),
    earliest: timed.map(({ earliest }) => earliest),
    latest: timed.map(({ latest }) => latest),
    inferred: timed.map(({ isInferred }) => (isInferred ? 1 : 0)),
    happened: events.map(({ happened }) => happened),
    conflicts: events.map(({ conflict_count }) => conflict_count),
    typeOf: events.map(({ type_id }) => types.placeOf(type_id)),
    placeOf: events.map(({ place_id }) => places.placeOf(place_id)),
    types: types.named(db, 'event_type', 'name'),
    places: places.named(db, 'entity', 'name'),
    ...readParticipants(db, events, indexOf, chosen),
    ...readSources(db, events, indexOf, chosen),
  };
}
