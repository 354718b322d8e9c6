/**
 * Reads ahead, in short steps, what searches need of a notebook, so that the first one does not wait for it. A step that was taken
 * already costs nothing; what is written meanwhile is read again by who asks.
 */
import { facetFields } from '../../../../shared/contract/search';
import { nameFields } from '../../../../shared/query/query';
import type { ReadableDB } from '../../core/sql';
import { readBorneAhead } from '../index/read-borne';
import { column } from '../index/read-facts';
import { everyRow, type SearchState, searchState } from '../match/search-state';
import { thingsOf } from '../match/things';
import { readKnownNames } from '../words/read-known-names';
import { choicesOf } from './facet-values';

type Step = (state: SearchState) => unknown;

const steps: readonly Step[] = [
  ({ db }) => column(db, 'article'),
  ({ db }) => column(db, 'event'),
  ({ db }) => column(db, 'sentence_first'),
  ({ db }) => column(db, 'sentence_last'),
  everyRow,
  ({ db }) => readKnownNames(db),
  ...nameFields.map((field) => (state: SearchState) => thingsOf(state, field)),
  ...facetFields.map((field) => (state: SearchState) => {
    if (field !== 'together') choicesOf(state, field);
  }),
];

/** The steps; each takes some milliseconds. The handle must be open while they are taken. */
export function* readAhead(db: ReadableDB): Generator<void> {
  for (const step of steps) {
    step(searchState(db));
    yield;
  }
  do {
    searchState(db);
    yield;
  } while (readBorneAhead(db));
}
