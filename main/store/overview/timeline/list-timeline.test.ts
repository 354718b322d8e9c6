import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryArgs } from '../../../../shared/contract';
import type { Timeline } from '../../../../shared/contract/views/timeline';
import { dayNumber } from '../../../../shared/dates/calendar';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';
import { plansOf } from '../../entities/query-plans';
import { listTimeline } from './list-timeline';

const everything: QueryArgs<'listTimeline'> = {
  words: '',
  actorId: null,
  placeId: null,
  typeId: null,
  articleId: null,
  happened: null,
};

const eventList = { filter: '', actorId: null, placeId: null, typeId: null, offset: 0, limit: 10 };

let book: TemporaryNotebook;
const ids = { guard: '', harbour: '', talks: '', shooting: '', strike: '', undated: '', article: '' };

beforeAll(() => {
  book = temporaryNotebook();
  const entity = (kind: 'actor' | 'place', name: string) =>
    book.run('createEntity', { kind, actorKind: '', name }).id;
  const event = (
    title: string,
    edtf: string | null,
    placeId: string | null = null,
    typeId: string | null = null,
    words = '',
  ) => book.run('createEvent', { title, typeId, date: edtf === null ? null : { edtf, words }, placeId }).id;
  ids.guard = entity('actor', 'River Guard');
  ids.harbour = entity('place', 'Harbour');
  ids.talks = book.run('createEventType', { name: 'Talks only' }).id;
  ids.undated = event('Rifles brought', 'XXXX-07-03', null, null, 'on July 3rd');
  ids.strike = event('Strike begins', '2024-02', ids.harbour);
  ids.shooting = event('Shooting', '2024-01-03/..', null, ids.talks);
  for (const role of ['target', 'target', 'speaker'])
    book.run('addParticipation', { eventId: ids.shooting, actorId: ids.guard, role, annotationId: null });
  const { articleId, revisionId } = book.capture('The guard fired. The guard denies it.');
  ids.article = articleId;
  for (const start of [0, 17]) {
    const on = { articleId, revisionId, parts: [{ start, end: start + 9 }] };
    book.run('annotate', { on, events: [{ id: ids.shooting }] });
  }
});
afterAll(() => book.remove());

const ask = (given: Partial<QueryArgs<'listTimeline'>> = {}): Timeline =>
  book.ask('listTimeline', { ...everything, ...given });

describe('listTimeline', () => {
  it('answers all events in order of time, a list for each field', () => {
    const timeline = ask();
    expect(timeline.ids).toEqual([ids.shooting, ids.strike, ids.undated]);
    expect(timeline).toMatchObject({
      titles: ['Shooting', 'Strike begins', 'Rifles brought'],
      dates: ['2024-01-03/..', '2024-02', 'XXXX-07-03'],
      dateWords: ['', '', 'on July 3rd'],
      earliest: [dayNumber('2024-01-03'), dayNumber('2024-02-01'), null],
      latest: [null, dayNumber('2024-02-29'), null],
      happened: ['unsaid', 'unsaid', 'unsaid'],
      conflicts: [0, 0, 0],
      passages: [2, 0, 0],
      typeOf: [0, -1, -1],
      placeOf: [-1, 0, -1],
      articlesOf: [[0], [], []],
      types: { ids: [ids.talks], names: ['Talks only'] },
      places: { ids: [ids.harbour], names: ['Harbour'] },
      actors: { ids: [ids.guard], names: ['River Guard'] },
      articles: { ids: [ids.article], names: ['The guard fired. The'] },
    });
    const roles = timeline.rolesOf[0]?.map((role) => timeline.roles[role]);
    expect(roles).toEqual(['target', 'speaker']);
    expect(timeline.actorsOf).toEqual([[0, 0], [], []]);
  });

  it('is narrowed by each filter and all of them', () => {
    expect(ask({ words: 'STRIKE' }).ids).toEqual([ids.strike]);
    expect(ask({ actorId: ids.guard }).ids).toEqual([ids.shooting]);
    expect(ask({ placeId: ids.harbour }).ids).toEqual([ids.strike]);
    expect(ask({ typeId: ids.talks }).ids).toEqual([ids.shooting]);
    expect(ask({ articleId: ids.article }).ids).toEqual([ids.shooting]);
    expect(ask({ articleId: ids.article, placeId: ids.harbour })).toMatchObject({
      ids: [],
      actors: { ids: [] },
    });
    expect(ask({ happened: 'planned' }).ids).toEqual([]);
  });

  it('counts what lies inside a place and the kinds of a type', () => {
    const coast = book.run('createEntity', { kind: 'place', actorKind: '', name: 'Coast' }).id;
    const country = book.run('createEntity', { kind: 'place', actorKind: '', name: 'Country' }).id;
    const merged = book.run('createEntity', { kind: 'place', actorKind: '', name: 'The coast' }).id;
    book.run('updateEntity', { id: ids.harbour, parentId: merged });
    book.run('updateEntity', { id: coast, parentId: country });
    book.run('mergeEntities', { keepId: coast, mergeId: merged });
    for (const placeId of [coast, merged, country]) {
      expect(ask({ placeId }).ids).toEqual([ids.strike]);
      expect(book.ask('listEvents', { ...eventList, placeId }).rows.map(({ id }) => id)).toEqual([
        ids.strike,
      ]);
    }
    const [meetings, contacts] = ['Meetings', 'Contacts'].map(
      (name) => book.run('createEventType', { name }).id,
    );
    book.run('updateEventType', { id: ids.talks, parentId: meetings ?? '' });
    book.run('updateEventType', { id: meetings ?? '', parentId: contacts ?? '' });
    for (const typeId of [ids.talks, meetings ?? '', contacts ?? '']) {
      expect(ask({ typeId }).ids).toEqual([ids.shooting]);
      expect(book.ask('listEvents', { ...eventList, typeId }).total).toBe(1);
      expect(book.ask('listMapPlaces', { typeId, actorId: null }).ids).toHaveLength(1);
    }
  });

  it('tells what is planned and what is contested', () => {
    const say = (mode: 'plans' | 'states', eventId: string, holds: boolean) =>
      book.run('addAccount', {
        eventId,
        fact: 'happened',
        value: { kind: 'boolean', holds },
        claimant: { kind: 'unnamed', words: `someone ${mode}` },
        mode,
        evidence: [],
      });
    say('plans', ids.strike, true);
    say('states', ids.shooting, true);
    say('states', ids.shooting, false);
    expect(ask().happened).toEqual(['contested', 'planned', 'unsaid']);
    expect(ask().conflicts).toEqual([1, 0, 0]);
    expect(ask({ happened: 'planned' }).ids).toEqual([ids.strike]);
  });
});

describe('events with an order only', () => {
  it('lie between their neighbours, whatever the filter; what has a date keeps it', () => {
    const order = (fromId: string, toId: string, type: 'before' | 'during') =>
      book.run('addEventRelation', { fromId, toId, type });
    order(ids.shooting, ids.undated, 'before');
    order(ids.undated, ids.strike, 'before');
    const timeline = ask();
    // It can have been as early as the shooting, but that is not as sure.
    expect(timeline.ids).toEqual([ids.shooting, ids.undated, ids.strike]);
    expect(timeline.inferred).toEqual([0, 1, 0]);
    expect(timeline.latest[1]).toBe(dayNumber('2024-02-29'));
    expect(ask({ words: 'rifles' })).toMatchObject({
      dates: ['XXXX-07-03'],
      inferred: [1],
      latest: [dayNumber('2024-02-29')],
    });
  });
});

describe('the plan', () => {
  // SQLite is given no statistics: the plan is the same for any number of events.
  const stepsOf = (given: Partial<QueryArgs<'listTimeline'>>): readonly string[] => {
    const fresh = temporaryNotebook();
    const plans = plansOf(fresh.session.reader, () =>
      listTimeline(fresh.session.reader, { ...everything, ...given }),
    );
    fresh.remove();
    return plans.flat();
  };

  it('reads all events by the index of time', () => {
    expect(stepsOf({})[0]).toBe('SCAN event USING INDEX event_by_time');
  });

  it('goes through no table for those of one actor, place, type or article', () => {
    for (const filter of ['actorId', 'placeId', 'typeId', 'articleId']) {
      const steps = stepsOf({ [filter]: 'some-id' });
      expect(steps.filter((step) => /^SCAN (event|account|evidence|annotation|entity)\b/.test(step))).toEqual(
        [],
      );
    }
  });
});
