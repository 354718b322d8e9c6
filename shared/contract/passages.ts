/** All passages of the notebook at once: listed by any filter, changed together, counted against each other, and what is left to do. */
import * as z from 'zod/mini';
import { modes } from '../model/account';
import type { AnchorState, EntityLink, EventLink, PassageRef } from '../model/annotation';
import { entityKinds } from '../model/entity';
import { colours, type TagRef } from '../model/tag';
import { eventRef } from './annotations';
import type { Page } from './articles';
import { count, id, line, nothing, operation, pageSize } from './define';

const states = ['exact', 'moved', 'changed', 'orphan'] as const satisfies readonly AnchorState[];
/** What a passage can have or lack. `month`: its article's month of publication is known. */
export const passageProperties = [...entityKinds, 'event', 'tag', 'comment', 'publisher', 'month'] as const;
export type PassageProperty = (typeof passageProperties)[number];

/** In place of a type or month: known, whichever it is. */
export const anyKnown = 'any';
const month = z.string().check(z.regex(/^(\d{4}-\d{2}|any)$/));
const some = <Item extends z.ZodMiniType>(item: Item) => z.optional(z.array(item).check(z.maxLength(50)));

/**
 * Which passages: those that meet every condition. A tag and a type of event stand for those
 * below them too, a place for what lies in it. `entityIds`: whom they name; `aboutIds`: whom they name, or on whose part in an
 * event or whose account they are evidence. `words`:
 * each begins a word of the quote or the comment. `from` and `to`: EDTF; articles that may have been published between.
 * `eventsLike`: evidence for one event that is both of the type and in the month. `state`: the worst of its parts.
 * `mode`, `claimantId` and `claimant`: evidence for one account that is all of these; who says it is an actor, the article
 * itself, or a source without a name. `found`: a search finds them; with `not`, it does not.
 */
const passageFilters = z.strictObject({
  words: z.optional(line),
  entityIds: some(id),
  aboutIds: some(id),
  eventIds: some(id),
  eventsLike: some(z.strictObject({ typeId: z.optional(id), month: z.optional(month) })),
  tagIds: some(id),
  articleId: z.optional(id),
  publisher: z.optional(line),
  from: z.optional(line),
  to: z.optional(line),
  month: z.optional(month),
  colour: z.optional(z.enum([...colours, 'none'])),
  state: z.optional(z.enum(states)),
  has: some(z.enum(passageProperties)),
  lacks: some(z.enum(passageProperties)),
  mode: z.optional(z.enum(modes)),
  claimantId: z.optional(id),
  claimant: z.optional(z.enum(['narrator', 'unnamed'])),
  found: z.optional(
    z.strictObject({ query: line, stemming: z.optional(z.boolean()), not: z.optional(z.boolean()) }),
  ),
});
export type PassageFilters = z.infer<typeof passageFilters>;

/** `date`: by the date of the article, undated last; `title`: by its title; both then by place in the text. `newest`: made last first. */
export const passageSorts = ['date', 'title', 'newest'] as const;
export type PassageSort = (typeof passageSorts)[number];

/**
 * A passage in its sentence with what is said of it. `modes`: how the accounts it is evidence for are put forward; `cues`: how
 * those are of which it is the cue, and of which event.
 */
export interface ListedPassage extends PassageRef {
  readonly colour: (typeof colours)[number] | null;
  readonly tags: readonly TagRef[];
  readonly entities: readonly EntityLink[];
  readonly events: readonly EventLink[];
  readonly modes: readonly (typeof modes)[number][];
  readonly cues: readonly (EventLink & { readonly mode: (typeof modes)[number] })[];
}

/** What passages are counted by; places, tags and types with what is below them. `month`: of publication; `eventMonth`: of the event they are evidence for. */
export const dimensions = [
  'actor',
  'place',
  'object',
  'tag',
  'type',
  'eventMonth',
  'article',
  'publisher',
  'month',
] as const;
export type Dimension = (typeof dimensions)[number];

/** A row or column. `key`: an id (of an article too), a publisher, a month `YYYY-MM`; null: all the others together. */
export interface Heading {
  readonly key: string | null;
  /** A name; of a month its key. */
  readonly label: string;
  /** Passages in it that stand in any column (row), each counted once. */
  readonly total: number;
}

/** Passages that belong to a row and to a column at once; those without either are left out. */
export interface CrossTable {
  /** The most frequent, by total; the others last, where there are any. */
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /** Of all cells that are not empty: row, column, number of passages. */
  readonly cells: readonly (readonly [row: number, column: number, passages: number])[];
  /** Passages in the table, each counted once. */
  readonly total: number;
  /** How many rows and columns there are, with those that are taken together. */
  readonly rowCount: number;
  readonly columnCount: number;
}

export const toDoKinds = [
  'conflict',
  'event-evidence',
  'fact-evidence',
  'date',
  'actor-kind',
  'place-coordinates',
  'article-unread',
  'article-date',
  'passage-review',
] as const;
export type ToDoKind = (typeof toDoKinds)[number];

export interface ToDoCount {
  readonly kind: ToDoKind;
  readonly count: number;
}

/** One thing to do. `id`: of what it is about: an event, entity, article or annotation. */
export interface ToDoItem {
  readonly id: string;
  readonly label: string;
  /** The fact (`participant`, `count` …) with its key, an EDTF date, a number of facts, or a title, by kind. */
  readonly detail: string;
}

const tagRef = z.union([z.strictObject({ id }), z.strictObject({ name: line })]);
const limit = z.int().check(z.minimum(1), z.maximum(500));

export const passageQueries = {
  listPassages: operation<Page<ListedPassage>>()(
    z.strictObject({ filters: passageFilters, sort: z.enum(passageSorts), offset: count, limit: pageSize }),
  ),
  /** The annotation ids of all of them, in no order. */
  listPassageIds: operation<readonly string[]>()(z.strictObject({ filters: passageFilters })),
  listPublishers: operation<readonly string[]>()(nothing),
  crossTabulate: operation<CrossTable>()(
    z.strictObject({
      rows: z.enum(dimensions),
      columns: z.enum(dimensions),
      filters: passageFilters,
      rowLimit: limit,
      columnLimit: limit,
    }),
  ),
  /** How much there is to do of each kind; the total of {@link listToDoItems} is the same number. */
  listToDo: operation<readonly ToDoCount[]>()(nothing),
  listToDoItems: operation<Page<ToDoItem>>()(
    z.strictObject({ kind: z.enum(toDoKinds), offset: count, limit: pageSize }),
  ),
};

const ids = z.array(id).check(z.maxLength(1_000_000));
/** How many passages a command changed: those that had it already are not counted. */
export interface Changed {
  readonly count: number;
}

/** Each is one step of undo, however many passages; those that are gone are passed over. */
export const passageCommands = {
  tagPassages: operation<Changed>()(z.strictObject({ ids, tag: tagRef })),
  untagPassages: operation<Changed>()(z.strictObject({ ids, tagId: id })),
  /** From one tag to another: those that bear the first bear the second instead. */
  moveToTag: operation<Changed>()(z.strictObject({ ids, fromId: id, to: tagRef })),
  linkPassages: operation<Changed>()(
    z.strictObject({ ids, entityId: z.optional(id), event: z.optional(eventRef) }),
  ),
  colourPassages: operation<Changed>()(z.strictObject({ ids, colour: z.nullable(z.enum(colours)) })),
};
