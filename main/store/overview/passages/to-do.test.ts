import { afterAll, expect, test } from 'vitest';
import { type ToDoKind, toDoKinds } from '../../../../shared/contract/passages';
import { smallNotebook } from './small-notebook';

const { notebook, cast } = smallNotebook(11);
afterAll(() => notebook.remove());

const items = (kind: ToDoKind) => notebook.ask('listToDoItems', { kind, offset: 0, limit: 500 });
const countOf = (kind: ToDoKind) => notebook.ask('listToDo', {}).find((row) => row.kind === kind)?.count;

test('each count is the length of its list, also page by page', () => {
  for (const kind of toDoKinds) {
    const { rows, total } = items(kind);
    expect([rows.length, countOf(kind)]).toEqual([total, total]);
    const pages = rows.map((_, offset) => notebook.ask('listToDoItems', { kind, offset, limit: 1 }).rows[0]);
    expect(pages).toEqual(rows);
  }
});

test('what is settled is gone from its list', () => {
  const [article] = items('article-unread').rows;
  notebook.run('setRead', { ids: [article?.id ?? ''], read: true });
  expect(items('article-unread').rows).not.toContainEqual(article);

  const [actor] = items('actor-kind').rows;
  notebook.run('updateEntity', { id: actor?.id ?? '', actorKind: 'person' });
  expect(items('actor-kind').rows).not.toContainEqual(actor);
  expect(items('actor-kind').rows.map(({ id }) => id)).not.toContain(cast.actors[1]); // merged into another

  const [undated] = items('article-date').rows;
  notebook.run('updateArticle', { id: undated?.id ?? '', set: { published: { edtf: '2024', words: '' } } });
  expect(items('article-date').rows).not.toContainEqual(undated);
});

test('a partial date, a bare fact and an event without words are each told once', () => {
  const { id } = notebook.run('createEvent', {
    title: 'Landing',
    typeId: null,
    date: { edtf: 'XXXX-07-03', words: '3 July' },
    placeId: null,
  });
  expect(items('date').rows).toEqual([{ id, label: 'Landing', detail: 'XXXX-07-03' }]);
  expect(items('event-evidence').rows.map((row) => row.id)).toContain(id);
  const bare = () => items('fact-evidence').rows.filter((row) => row.id === id);
  expect(bare()).toEqual([]);
  const [annotationId = ''] = notebook.ask('listPassageIds', { filters: {} });
  const count = { kind: 'number', comparison: '≥', low: 23, high: null } as const;
  notebook.run('addAccount', {
    eventId: id,
    fact: 'count',
    key: 'injured',
    value: count,
    evidence: [annotationId],
  });
  expect(bare()).toEqual([{ id, label: 'Landing', detail: 'date' }]);
  const bareCount = notebook.run('addAccount', {
    eventId: id,
    fact: 'count',
    key: 'killed',
    value: count,
    evidence: [],
  });
  expect(bare().map(({ detail }) => detail)).toEqual(['count: killed', 'date']);
  notebook.run('updateAccount', { id: bareCount.id, inferredReason: 'Said of all who were aboard' });
  expect(bare().map(({ detail }) => detail)).toEqual(['date']);
  // The type one gives an event is one's own ordering; a type that an article gives has words.
  const { id: typeId } = notebook.run('createEventType', {
    name: 'Landing',
    description: '',
    parentId: null,
  });
  notebook.run('updateEvent', { id, typeId });
  expect(bare().map(({ detail }) => detail)).toEqual(['date']);
  const value = { kind: 'type', typeId } as const;
  notebook.run('addAccount', {
    eventId: id,
    fact: 'type',
    value,
    claimant: { kind: 'narrator' },
    evidence: [],
  });
  expect(bare().map(({ detail }) => detail)).toEqual(['date', 'type']);
});
