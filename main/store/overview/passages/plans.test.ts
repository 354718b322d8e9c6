import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PassageFilters } from '../../../../shared/contract/passages';
import type { TemporaryNotebook } from '../../core/temporary-notebook';
import { plansOf } from '../../entities/query-plans';
import { type Cast, smallNotebook } from './small-notebook';

let notebook: TemporaryNotebook;
let cast: Cast;
beforeEach(() => {
  ({ notebook, cast } = smallNotebook(5));
});
afterEach(() => notebook.remove());

/** Tables that hold a row or more for each passage. */
const passageTables =
  /^SCAN (annotation|stored_mention|stored_annotation_tag|evidence|account_evidence|selector|anchor|m|x|s|c)\b(?! VIRTUAL)/;

test('passages of one thing are found by indexes, however many others there are', () => {
  const { reader } = notebook.session;
  const filters: readonly PassageFilters[] = [
    { entityIds: [cast.actors[0] ?? ''] },
    { aboutIds: [cast.actors[0] ?? ''] },
    { eventIds: [cast.events[0] ?? ''] },
    { tagIds: [cast.tags[0] ?? ''] },
    { eventsLike: [{ typeId: cast.types[0] ?? '', month: '2024-03' }] },
    { articleId: cast.articles[0] ?? '' },
    { publisher: 'Herald', from: '2024', month: '2024-03' },
    { words: 'officials' },
    { claimantId: cast.actors[0] ?? '', mode: 'claims' },
    { entityIds: [cast.actors[0] ?? ''], state: 'changed', has: ['tag'], lacks: ['comment'] },
  ];
  for (const one of filters) {
    const plans = plansOf(reader, () =>
      notebook.ask('listPassages', { filters: one, sort: 'date', offset: 0, limit: 50 }),
    );
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.flat().filter((step) => passageTables.test(step))).toEqual([]);
  }
});

test('links are counted in the order they stand in the file', () => {
  const args = { filters: {}, rowLimit: 10, columnLimit: 10 };
  const plans = plansOf(notebook.session.reader, () => {
    notebook.ask('crossTabulate', { ...args, rows: 'actor', columns: 'tag' });
    notebook.ask('crossTabulate', { ...args, rows: 'type', columns: 'eventMonth' });
  });
  const steps = plans.flat();
  expect(steps).toContain('SCAN stored_mention');
  expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
});
