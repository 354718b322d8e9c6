import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../core/run-command';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';
import { createEntity } from '../entities/change-entity';
import { plansOf } from '../entities/query-plans';
import { addParticipation, createEvent } from './change-event';
import { findEvents, listEvents } from './events';

let book: TemporaryNotebook;
beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

const code = (name: string) => expect.objectContaining({ code: name });
const everything = { filter: '', actorId: null, placeId: null, typeId: null, offset: 0, limit: 100 };
const list = (args: Partial<typeof everything | { actorId: string; placeId: string }> = {}) =>
  book.ask('listEvents', { ...everything, ...args });
const titles = (args = {}) => list(args).rows.map(({ title }) => title);
const make = (title: string, edtf: string | null = null, placeId: string | null = null) =>
  book.run('createEvent', { title, typeId: null, date: edtf === null ? null : { edtf, words: '' }, placeId })
    .id;
const entity = (kind: 'actor' | 'place', name: string) =>
  book.run('createEntity', { kind, actorKind: '', name }).id;

describe('dates', () => {
  it('are EDTF with bounds, or unknown', () => {
    const id = make('Talks', ' 2024-03? ');
    expect(book.ask('getEvent', { id }).date).toEqual({
      edtf: '2024-03?',
      words: '',
      earliest: '2024-03-01',
      latest: '2024-03-31',
    });
    book.run('updateEvent', { id, date: { edtf: 'XXXX-07-03', words: ' July 3rd ' } });
    expect(book.ask('getEvent', { id }).date).toEqual({
      edtf: 'XXXX-07-03',
      words: 'July 3rd',
      earliest: null,
      latest: null,
    });
    book.run('updateEvent', { id, date: null });
    expect(book.ask('getEvent', { id }).date).toBeNull();
    expect(() => make('Talks', 'last summer')).toThrow(code('bad-arguments'));
    expect(() => book.run('updateEvent', { id, date: { edtf: '2024-13', words: '' } })).toThrow(
      code('bad-arguments'),
    );
  });

  it('order the events, undated ones last', () => {
    for (const [title, edtf] of [
      ['unknown', null],
      ['43 BC', '-0042'],
      ['March 44 BC', '-0043-03'],
      ['1 March 44 BC', '-0043-03-01'],
      ['day of any year', 'XXXX-07-03'],
      ['by March', '../2024-03-31'],
      ['March', '2024-03'],
      ['1 March', '2024-03-01'],
      ['1990s', '199X'],
      ['2 March', '2024-03-02'],
    ] as const)
      make(title, edtf);
    expect(titles()).toEqual([
      '1 March 44 BC',
      'March 44 BC',
      '43 BC',
      '1990s',
      '1 March',
      'March',
      '2 March',
      'by March',
      'unknown',
      'day of any year',
    ]);
  });
});

describe('events', () => {
  it('have a place that is one and actors that are some', () => {
    const [mayor, ostrel] = [entity('actor', 'Mayor'), entity('place', 'Ostrel')];
    expect(() => make('Talks', null, mayor)).toThrow(code('bad-arguments'));
    const id = make('Talks', null, ostrel);
    const take = (actorId: string, role: string) =>
      book.run('addParticipation', { eventId: id, actorId, role, annotationId: null });
    expect(() => take(ostrel, 'speaker')).toThrow(code('bad-arguments'));
    expect(() => take(mayor, ' ')).toThrow(code('bad-arguments'));
    expect(take(mayor, 'speaker')).toEqual(take(mayor, ' speaker '));
    expect(list().rows).toMatchObject([
      { placeName: 'Ostrel', participants: [{ name: 'Mayor', role: 'speaker' }], evidenceCount: 0 },
    ]);
    expect(() => book.run('updateEntity', { id: mayor, kind: 'place' })).toThrow(code('conflict'));
    expect(() => book.run('updateEntity', { id: ostrel, kind: 'object' })).toThrow(code('conflict'));
    const [participation] = book.ask('getEvent', { id }).participations;
    book.run('updateParticipation', { id: participation?.id ?? '', role: 'host' });
    expect(book.ask('listRoles', {}).slice(0, 2)).toEqual(['host', 'initiator']);
    book.run('removeParticipation', { id: participation?.id ?? '' });
    expect(book.ask('getEvent', { id }).participations).toEqual([]);
  });

  it('are filtered by words, actor, place and type', () => {
    const [mayor, ostrel] = [entity('actor', 'Mayor'), entity('place', 'Ostrel')];
    const talks = make('Talks at Márrow Point', null, ostrel);
    make('Strike');
    const typeId = book.run('createEventType', { name: 'Flood' }).id;
    book.run('updateEvent', { id: talks, typeId });
    book.run('addParticipation', { eventId: talks, actorId: mayor, role: 'speaker', annotationId: null });
    for (const only of [
      { filter: 'MARROW' },
      { filter: 'ostr' },
      { filter: 'mayor' },
      { actorId: mayor },
      { placeId: ostrel },
      { typeId },
    ]) {
      expect(titles(only)).toEqual(['Talks at Márrow Point']);
      expect(list(only).total).toBe(1);
    }
    // Whoever says so as well: a role of an actor is listed once.
    const value = { kind: 'entity', entityId: mayor } as const;
    book.run('addAccount', { eventId: talks, fact: 'participant', key: 'speaker', value, evidence: [] });
    expect(list({ actorId: mayor }).rows[0]?.participants).toHaveLength(1);
    expect(book.ask('findEvents', { text: 'poi tal', limit: 5 }).map(({ id }) => id)).toEqual([talks]);
    expect(book.ask('findEvents', { text: '', limit: 5 })).toHaveLength(2);
  });

  it('list their evidence by date, then place in the text, with the worst state', () => {
    const dated = (published: string | null, title: string) => {
      const text = `${title}: one two three four.`;
      const article = book.capture(text);
      if (published)
        book.run('updateArticle', {
          id: article.articleId,
          set: { published: { edtf: published, words: '' } },
        });
      return { ...article, text };
    };
    const talks = make('Talks');
    const mark = ({ text, ...article }: ReturnType<typeof dated>, ...words: string[]) => {
      const parts = words.map((word) => rangeOf(text, word));
      return book.run('annotate', { on: { ...article, parts }, events: [{ id: talks }] }).annotationId;
    };
    const [undated, late, early] = [dated(null, 'U'), dated('2024-03', 'L'), dated('2024-02-01', 'E')];
    const ids = [mark(undated, 'one'), mark(late, 'three'), mark(late, 'one', 'four'), mark(early, 'two')];
    const { rows, total } = book.ask('listEvidence', { eventId: talks, offset: 0, limit: 10 });
    expect(rows.map(({ annotationId }) => annotationId)).toEqual([ids[3], ids[2], ids[1], ids[0]]);
    expect(total).toBe(4);
    expect(rows[1]).toMatchObject({
      quote: { exact: 'one … four', suffix: '.' },
      state: 'exact',
      start: 3,
      end: 6,
      published: '2024-03',
    });
    const content = '<p>L: one two three.</p>';
    book.run('saveRevision', {
      articleId: late.articleId,
      baseRevisionId: late.revisionId,
      content,
      reason: '',
      anchors: [],
    });
    expect(book.ask('listEvidence', { eventId: talks, offset: 1, limit: 1 }).rows).toMatchObject([
      { state: 'orphan', start: 3 },
    ]);
  });
});

describe('event types', () => {
  it('have one name each, and leave their events when they go', () => {
    const { id } = book.run('createEventType', { name: ' Flood ' });
    expect(book.ask('listEventTypes', {}).at(-1)).toMatchObject({ id, name: 'Flood' });
    expect(() => book.run('createEventType', { name: 'FLOOD' })).toThrow(code('conflict'));
    book.run('updateEventType', { id, name: 'flood' });
    const event = book.run('createEvent', { title: 'A', typeId: id, date: null, placeId: null }).id;
    book.run('trashEventType', { id });
    expect(book.ask('getEvent', { id: event })).toMatchObject({ typeId: null, typeName: '' });
    book.run('restoreTrash', { ids: book.ask('listTrash', {}).map((item) => item.id) });
    expect(book.ask('getEvent', { id: event })).toMatchObject({ typeId: id, typeName: 'flood' });
  });
});

describe('with 500 events', () => {
  it('the timeline comes by its index, in milliseconds', () => {
    runCommand(book.db, (db) => {
      const actors = Array.from(
        { length: 50 },
        (_, index) => createEntity(db, { kind: 'actor', actorKind: '', name: `A${index}` }).id,
      );
      for (let index = 0; index < 500; index++) {
        const day = String((index % 28) + 1).padStart(2, '0');
        const date = index % 10 === 0 ? null : { edtf: `${1900 + (index % 120)}-03-${day}`, words: '' };
        const { id } = createEvent(db, { title: `Event ${index}`, typeId: null, date, placeId: null });
        addParticipation(db, {
          eventId: id,
          actorId: actors[index % 50] ?? '',
          role: 'speaker',
          annotationId: null,
        });
      }
      return actors;
    });
    const plans = plansOf(book.session.reader, () =>
      listEvents(book.session.reader, { ...everything, offset: 250 }),
    );
    expect(plans).toContainEqual(['SCAN event USING COVERING INDEX event_by_time']);
    expect(plans.flat().filter((step) => /^SCAN (event|participation|evidence|entity)$/.test(step))).toEqual(
      [],
    );
    const actorId = book.ask('findEntities', { text: 'A7', kinds: [], limit: 1 })[0]?.id ?? '';
    expect(listEvents(book.session.reader, { ...everything, offset: 400 }).rows).toHaveLength(100);
    expect(listEvents(book.session.reader, { ...everything, actorId })).toMatchObject({ total: 10 });
    expect(findEvents(book.session.reader, { text: 'event 7', limit: 10 })).toHaveLength(10);
  });
});
