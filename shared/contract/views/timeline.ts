import * as z from 'zod/mini';
import { id, line, operation } from '../define';

/** What is said of whether an event happened, all accounts taken together; as the column `event.happened`. */
export const happenings = ['unsaid', 'yes', 'no', 'planned', 'contested'] as const;
export type Happening = (typeof happenings)[number];

/** Things that events are put into lanes by; other lists of the answer refer to them by their place in these. */
export interface TimelineNames {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/**
 * Events in order of time, those without a place in time last: all of them at once, a list for each field, so that tens of
 * thousands are few bytes. The same place in every list of the first group is the same event.
 */
export interface Timeline {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** EDTF, or ''. */
  readonly dates: readonly string[];
  /** The words the dates came from; '' where none are kept. */
  readonly dateWords: readonly string[];
  /** The first and the last day it can have been, as days since 1 January 1970; null: open or unknown. */
  readonly earliest: readonly (number | null)[];
  readonly latest: readonly (number | null)[];
  /** 1: the days are not said; they follow from the events that it is said to come before, after or during. */
  readonly inferred: readonly (0 | 1)[];
  readonly happened: readonly Happening[];
  /** How many of its facts have accounts that do not agree, undecided. */
  readonly conflicts: readonly number[];
  /** How many passages are its evidence. */
  readonly passages: readonly number[];
  /** Places in `types.ids` and `places.ids`; -1: none. */
  readonly typeOf: readonly number[];
  readonly placeOf: readonly number[];
  /** Places in `actors.ids`, and in the same order in `roles`. */
  readonly actorsOf: readonly (readonly number[])[];
  readonly rolesOf: readonly (readonly number[])[];
  readonly articlesOf: readonly (readonly number[])[];

  readonly types: TimelineNames;
  readonly places: TimelineNames;
  readonly actors: TimelineNames;
  readonly articles: TimelineNames;
  readonly roles: readonly string[];
}

export const timelineQueries = {
  /** Every event that fits all that is given; `words`: in the title. A place counts, by any account, with what lies in it; a type with those below it. */
  listTimeline: operation<Timeline>()(
    z.strictObject({
      words: line,
      actorId: z.nullable(id),
      placeId: z.nullable(id),
      typeId: z.nullable(id),
      articleId: z.nullable(id),
      happened: z.nullable(z.enum(happenings)),
    }),
  ),
};
