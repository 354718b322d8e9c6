import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldForMatch } from '../../../shared/text/fold';
import { dumpRows } from '../core/dump-notebook';
import { all, countOf, pluck } from '../core/sql';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text = 'Mira Tolvane spoke. The mayor left. Seven were killed at the crossing.';

let book: TemporaryNotebook;
beforeEach(() => {
  book = temporaryNotebook();
});
afterEach(() => book.remove());

const actor = (name: string) => book.run('createEntity', { kind: 'actor', actorKind: '', name }).id;
const place = (name: string) => book.run('createEntity', { kind: 'place', actorKind: '', name }).id;
const event = (placeId: string | null) =>
  book.run('createEvent', { title: 'Talks', typeId: null, date: null, placeId }).id;
const code = (name: string) => expect.objectContaining({ code: name });

describe('mergeEntities', () => {
  it('refuses what cannot be one', () => {
    const [one, other] = [actor('Ostrel'), place('Ostrel')];
    expect(() => book.run('mergeEntities', { keepId: one, mergeId: other })).toThrow(code('conflict'));
    expect(() => book.run('mergeEntities', { keepId: one, mergeId: one })).toThrow(code('bad-arguments'));
    expect(() => book.run('mergeEntities', { keepId: one, mergeId: 'none' })).toThrow(code('not-found'));
  });

  it('rewrites the citations in notes and leaves their words', () => {
    const [keep, merge] = [actor('Mira Tolvane'), actor('The mayor')];
    const cite = (id: string, label: string) => `<cite data-kind="entity" data-id="${id}">${label}</cite>`;
    const content = `<p>${cite(merge, 'the mayor')} &amp; ${cite(keep, 'Tolvane')}</p><ol><li>${cite(merge, 'she')}</li></ol>`;
    const { id } = book.run('createNote', { title: 'A', content });
    book.run('mergeEntities', { keepId: keep, mergeId: merge });
    expect(book.ask('getNote', { id }).content).toBe(content.replaceAll(merge, keep));
    expect(book.ask('listCitingNotes', { kind: 'entity', id: keep })).toMatchObject([{ citationCount: 1 }]);
    book.run('undo', {});
    expect(book.ask('getNote', { id }).content).toBe(content);
    expect(book.ask('listCitingNotes', { kind: 'entity', id: merge })).toMatchObject([{ citationCount: 2 }]);
  });

  it('says a participation once, unless its words differ', () => {
    const [keep, merge] = [actor('A'), actor('B')];
    const talks = event(null);
    const { articleId, revisionId } = book.capture(text);
    const on = { articleId, revisionId, parts: [rangeOf(text, 'The mayor')] };
    const { annotationId } = book.run('annotate', { on });
    const take = (actorId: string, role: string, words: string | null) =>
      book.run('addParticipation', { eventId: talks, actorId, role, annotationId: words });
    take(keep, 'speaker', null);
    take(merge, 'speaker', annotationId);
    take(keep, 'mediator', null);
    take(merge, 'mediator', null);
    take(merge, 'target', null);
    book.run('mergeEntities', { keepId: keep, mergeId: merge });
    const { participations } = book.ask('getEvent', { id: talks });
    const said = participations.map(({ role, annotationId: words }) => `${role} ${words === annotationId}`);
    expect(said.sort()).toEqual(['mediator false', 'speaker true', 'target false']);
  });

  it('takes along what waits in the trash', () => {
    const [keep, merge] = [actor('A'), actor('B')];
    const { articleId, revisionId } = book.capture(text);
    const on = { articleId, revisionId, parts: [rangeOf(text, 'The mayor')] };
    const { annotationId } = book.run('annotate', { on, entities: [{ id: merge }] });
    book.run('trashAnnotations', { ids: [annotationId] });
    book.run('mergeEntities', { keepId: keep, mergeId: merge });
    book.run('restoreTrash', { ids: book.ask('listTrash', {}).map(({ id }) => id) });
    const { rows } = book.ask('listMentions', { entityId: keep, offset: 0, limit: 5 });
    expect(rows.map((row) => row.annotationId)).toEqual([annotationId]);
  });
});

/** What one of the two entities has before they are merged. */
const side = fc.record({
  aliases: fc.array(fc.constantFrom('Mayor', 'MAYOR', 'Мерка', 'Tolvane', '—'), { maxLength: 3 }),
  mentions: fc.uniqueArray(fc.constantFrom('Mira', 'The mayor', 'Seven', 'crossing'), { maxLength: 4 }),
  roles: fc.uniqueArray(fc.tuple(fc.nat(1), fc.constantFrom('speaker', 'victim'), fc.boolean()), {
    maxLength: 4,
    selector: (role) => role.join(),
  }),
  identifiers: fc.uniqueArray(fc.constantFrom('Q1', 'Q2', 'Q3'), { maxLength: 2 }),
  description: fc.constantFrom('', 'Mayor of Ostrel.', 'Another.'),
  cited: fc.boolean(),
});
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

interface Stage {
  readonly events: readonly string[];
  readonly articleId: string;
  readonly revisionId: string;
}

function setStage(): Stage {
  const known = pluck<string>(book.session.reader, 'SELECT id FROM event ORDER BY id');
  return { events: known.length > 1 ? known : [event(null), event(null)], ...book.capture(text) };
}

function mention({ articleId, revisionId }: Stage, id: string, words: string): string {
  const on = { articleId, revisionId, parts: [rangeOf(text, words)] };
  return book.run('annotate', { on, entities: [{ id }] }).annotationId;
}

function build(stage: Stage, name: string, given: Side): string {
  const id = actor(name);
  for (const alias of given.aliases) book.run('addAlias', { entityId: id, name: alias });
  const identifiers = given.identifiers.map((value) => ({ scheme: 'wikidata', value }));
  book.run('updateEntity', { id, identifiers, description: given.description });
  const annotations = given.mentions.map((words) => mention(stage, id, words));
  for (const [index, role, onWords] of given.roles) {
    const annotationId = onWords ? (annotations[0] ?? null) : null;
    book.run('addParticipation', { eventId: stage.events[index] ?? '', actorId: id, role, annotationId });
  }
  const content = `<p><cite data-kind="entity" data-id="${id}">${name}</cite></p>`;
  if (given.cited) book.run('createNote', { title: name, content });
  return id;
}

const namesOf = (id: string) => {
  const { name, aliases } = book.ask('getEntity', { id });
  return [name, ...aliases.map((alias) => alias.name)].map((one) => foldForMatch(one) || one);
};
const distinct = (sql: string, ...ids: string[]) =>
  new Set(all(book.session.reader, sql, [JSON.stringify(ids)]).map((row) => JSON.stringify(row)));
const inIds = 'IN (SELECT value FROM json_each(?))';
const mentionsOf = (...ids: string[]) =>
  distinct(`SELECT DISTINCT annotation_id FROM mention WHERE entity_id ${inIds}`, ...ids);
const rolesOf = (...ids: string[]) =>
  distinct(
    `SELECT DISTINCT event_id, role, max(annotation_id) FROM participation WHERE actor_id ${inIds} GROUP BY event_id, role`,
    ...ids,
  );
const identifiersOf = (...ids: string[]) =>
  distinct(`SELECT DISTINCT scheme, value FROM identifier WHERE entity_id ${inIds}`, ...ids);

describe('merge, undo, redo', () => {
  it('loses nothing, says nothing twice, and is taken back as a whole', () => {
    const stage = setStage();
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [keep, merge] = [build(stage, 'Mira Tolvane', a), build(stage, 'The Mayor', b)];
        const before = dumpRows(book.session.reader);
        const expected = [mentionsOf(keep, merge), rolesOf(keep, merge), identifiersOf(keep, merge)];
        const names = new Set([...namesOf(keep), ...namesOf(merge)]);

        book.run('mergeEntities', { keepId: keep, mergeId: merge });
        const after = dumpRows(book.session.reader);
        expect([mentionsOf(keep), rolesOf(keep), identifiersOf(keep)]).toEqual(expected);
        expect(namesOf(keep).sort()).toEqual([...names].sort());
        expect(after.filter((row) => row.includes(merge))).toEqual([]);
        for (const { description } of [a, b])
          expect(book.ask('getEntity', { id: keep }).description).toContain(description);

        book.run('undo', {});
        expect(dumpRows(book.session.reader)).toEqual(before);
        book.run('redo', {});
        expect(dumpRows(book.session.reader)).toEqual(after);
      }),
      { numRuns: 40 },
    );
    expect(countOf(book.session.reader, 'SELECT count(*) FROM pragma_foreign_key_check')).toBe(0);
  });
});
