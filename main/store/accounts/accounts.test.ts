import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../shared/contract';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const text =
  'Officials claim that 14 people were injured on July 3rd. The mayor denies it: at least 23 people were injured in Kyiv.';

let notebook: TemporaryNotebook;
let eventId: string;
let articleId: string;
let revisionId: string;
beforeEach(() => {
  notebook = temporaryNotebook();
  ({ articleId, revisionId } = notebook.capture(text));
  eventId = notebook.run('createEvent', { title: 'Strike', typeId: null, date: null, placeId: null }).id;
});
afterEach(() => notebook.remove());

const annotate = (words: string) =>
  notebook.run('annotate', { on: { articleId, revisionId, parts: [rangeOf(text, words)] } }).annotationId;
const entity = (kind: 'actor' | 'place', name: string) =>
  notebook.run('createEntity', { kind, actorKind: '', name }).id;
const count = (low: number, comparison: '=' | '≥' = '=') => ({
  kind: 'number' as const,
  comparison,
  low,
  high: null,
});
type Given = Omit<CommandArgs<'addAccount'>, 'eventId' | 'evidence'> & { readonly evidence?: string[] };
const add = (given: Given) => notebook.run('addAccount', { eventId, evidence: [], ...given }).id;
const injured = (low: number, given: Partial<Given> = {}) =>
  add({ fact: 'count', key: 'injured', value: count(low), ...given });
const event = () => notebook.ask('getEvent', { id: eventId });
const accounts = () => notebook.ask('listAccounts', { eventId });

describe('accounts', () => {
  it('are kept side by side with who says so, how, on which words', () => {
    const officials = entity('actor', 'Officials');
    const [said, claim, other] = ['14 people were injured', 'claim', 'at least 23 people'].map(annotate);
    const first = injured(14, {
      claimant: { kind: 'actors', actorIds: [officials] },
      mode: 'claims',
      certainty: 'doubtful',
      evidence: [said ?? ''],
      cues: [claim ?? ''],
    });
    const second = injured(23, {
      value: count(23, '≥'),
      claimant: { kind: 'narrator' },
      evidence: [other ?? ''],
    });
    expect(accounts()).toMatchObject([
      {
        id: first,
        key: 'injured',
        claimant: { kind: 'actors', actors: [{ id: officials, name: 'Officials' }] },
        mode: 'claims',
        certainty: 'doubtful',
        evidence: [{ annotationId: said, quote: { exact: '14 people were injured' } }],
        cues: [{ annotationId: claim }],
      },
      { id: second, value: count(23, '≥'), claimant: { kind: 'narrator' }, mode: 'states' },
    ]);
    expect(event().conflictCount).toBe(1);
    expect(notebook.ask('listEvidence', { eventId, offset: 0, limit: 10 }).total).toBe(2);
  });

  it('have their words with the whole sentence around them', () => {
    const [words, cue] = ['at least 23 people', 'claim'].map(annotate);
    injured(23, { mode: 'claims', evidence: [words ?? ''], cues: [cue ?? ''] });
    const [quote] = accounts()[0]?.evidence.map((passage) => passage.quote) ?? [];
    expect(quote?.prefix).toMatch(/^Officials claim .* The mayor denies it: $/);
    expect(quote?.suffix).toBe(' were injured in Kyiv.');
    // So they have in the list of all passages, where a cue says of what it is the cue.
    const span = { offset: 0, limit: 10 };
    const { rows } = notebook.ask('listPassages', { filters: {}, sort: 'date', ...span });
    expect(rows.find(({ annotationId }) => annotationId === words)).toMatchObject({ quote, cues: [] });
    expect(rows.find(({ annotationId }) => annotationId === cue)).toMatchObject({
      cues: [{ eventId, title: event().title, mode: 'claims' }],
    });
  });

  it('leave an account as it is when another is preferred, and take the preference back', () => {
    const [first, second] = [injured(14), injured(23)];
    notebook.run('preferAccount', { id: first, reason: ' Two lists ' });
    expect(event().conflictCount).toBe(0);
    notebook.run('preferAccount', { id: second, reason: 'Seen' });
    expect(accounts().map(({ preferredReason }) => preferredReason)).toEqual([null, 'Seen']);
    notebook.run('preferAccount', { id: second, reason: null });
    expect(event().conflictCount).toBe(1);
    notebook.run('undo', {});
    expect(event().conflictCount).toBe(0);
  });

  it('settle the event in the same transaction, and undo settles it back', () => {
    const day = (edtf: string) => ({ kind: 'date' as const, date: { edtf, words: '' } });
    add({ fact: 'date', value: day('2025-07-03') });
    add({ fact: 'date', value: day('2025-07-05') });
    expect(event().date).toMatchObject({ edtf: '[2025-07-03,2025-07-05]', earliest: '2025-07-03' });
    notebook.run('undo', {});
    expect(event().date?.edtf).toBe('2025-07-03');
    notebook.run('redo', {});
    expect(event().conflictCount).toBe(1);
  });

  it('of places agree where one lies in the other, also when that is said later', () => {
    const [kyiv, ukraine] = [entity('place', 'Kyiv'), entity('place', 'Ukraine')];
    for (const placeId of [kyiv, ukraine])
      add({ fact: 'place', value: { kind: 'place', placeId, precision: '' } });
    expect(event()).toMatchObject({ conflictCount: 1, placeId: null });
    notebook.run('updateEntity', { id: kyiv, parentId: ukraine });
    expect(event()).toMatchObject({ conflictCount: 0, placeName: 'Kyiv' });
    notebook.run('undo', {});
    expect(event().conflictCount).toBe(1);
  });

  it('of entities that are merged become one, and two again after the split', () => {
    const [one, other] = [entity('place', 'Kyiv'), entity('place', 'Kiev')];
    for (const placeId of [one, other])
      add({ fact: 'place', value: { kind: 'place', placeId, precision: '' } });
    notebook.run('mergeEntities', { keepId: one, mergeId: other });
    expect(event()).toMatchObject({ conflictCount: 0, placeName: 'Kyiv' });
    notebook.run('splitEntity', { id: other });
    expect(event()).toMatchObject({ conflictCount: 1, placeId: null });
  });

  it('of plans alone make the event planned; a denial contests it', () => {
    const happened = { kind: 'boolean' as const, holds: true };
    add({ fact: 'date', value: { kind: 'date', date: { edtf: '2025-08', words: '' } }, mode: 'plans' });
    expect(event().happened).toBe('planned');
    add({ fact: 'happened', value: happened, mode: 'reports' });
    expect(event().happened).toBe('yes');
    add({ fact: 'happened', value: happened, mode: 'denies' });
    expect(event()).toMatchObject({ happened: 'contested', conflictCount: 1 });
  });

  it('go with their event, and come back with it from the trash', () => {
    injured(14, { evidence: [annotate('14 people')] });
    notebook.run('trashEvents', { ids: [eventId] });
    expect(accounts()).toEqual([]);
    const [item] = notebook.ask('listTrash', {});
    notebook.run('restoreTrash', { ids: [item?.id ?? ''] });
    expect(accounts()).toMatchObject([{ value: count(14), evidence: [{ quote: { exact: '14 people' } }] }]);
  });

  it('are refused whole when value, key or speaker do not fit', () => {
    const place = entity('place', 'Kyiv');
    const refused = (given: Given) => expect(() => add(given)).toThrow();
    refused({ fact: 'date', value: count(1) });
    refused({ fact: 'count', key: ' ', value: count(1) });
    refused({ fact: 'count', key: 'injured', value: { ...count(5), high: 3 } });
    refused({ fact: 'participant', key: 'victim', value: { kind: 'entity', entityId: place } });
    refused({ fact: 'outcome', value: { kind: 'text', text: ' ' } });
    refused({ fact: 'count', key: 'injured', value: count(1), claimant: { kind: 'unnamed', words: ' ' } });
    refused({
      fact: 'count',
      key: 'injured',
      value: count(1),
      claimant: { kind: 'actors', actorIds: [place] },
    });
    refused({ fact: 'count', key: 'injured', value: count(1), evidence: ['gone'] });
    expect(accounts()).toEqual([]);
  });

  it('suggest what is counted already, most used first', () => {
    injured(1);
    injured(2);
    add({ fact: 'count', key: 'drones', value: count(550) });
    add({ fact: 'outcome', key: 'for the ferry', value: { kind: 'text', text: 'Sank' } });
    expect(notebook.ask('listFactKeys', { fact: 'count' })).toEqual(['injured', 'drones']);
    expect(notebook.ask('listFactKeys', { fact: 'outcome' })).toEqual(['for the ferry']);
  });
});

describe('relations of events', () => {
  it('are read from both ends, changed when they are there already, and go with either event', () => {
    const other = notebook.run('createEvent', { title: 'Reply', typeId: null, date: null, placeId: null }).id;
    const words = annotate('The mayor denies it');
    const relate = (comment: string) =>
      notebook.run('addEventRelation', {
        fromId: other,
        toId: eventId,
        type: 'responds to',
        comment,
        evidence: [words],
      });
    const { id } = relate('first');
    expect(relate('second').id).toBe(id);
    const [from] = notebook.ask('listEventRelations', { eventId: other });
    const [to] = notebook.ask('listEventRelations', { eventId });
    expect([from?.otherTitle, to?.otherTitle]).toEqual(['Strike', 'Reply']);
    expect(to).toMatchObject({ fromId: other, comment: 'second', evidence: [{ annotationId: words }] });
    expect(() => notebook.run('addEventRelation', { fromId: other, toId: other, type: 'before' })).toThrow();
    notebook.run('trashEvents', { ids: [other] });
    expect(notebook.ask('listEventRelations', { eventId })).toEqual([]);
    notebook.run('undo', {});
    expect(notebook.ask('listEventRelations', { eventId })).toHaveLength(1);
  });
});
