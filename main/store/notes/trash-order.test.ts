import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasebookError } from '../../../shared/model/result';
import { dumpRows } from '../core/dump-notebook';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

type Delete = (book: TemporaryNotebook) => void;

/** A small notebook in which everything hangs on everything else; answers how to delete each thing. */
function weave(book: TemporaryNotebook): Delete[] {
  const text = 'The mayor of Ostrel spoke.';
  const on = (captured: { articleId: string; revisionId: string }, words: string) => ({
    ...captured,
    parts: [rangeOf(text, words)],
  });
  const captured = book.capture(text);
  const create = (kind: 'actor' | 'place', name: string) =>
    book.run('createEntity', { kind, actorKind: '', name }).id;
  const [mayor, ostrel] = [create('actor', 'Mayor'), create('place', 'Ostrel')];
  const typeId = book.run('createEventType', { name: 'Speech' }).id;
  const eventId = book.run('createEvent', { title: 'Talk', typeId, date: null, placeId: ostrel }).id;
  const parent = book.run('createTag', { name: 'Parent', parentId: null }).id;
  const child = book.run('createTag', { name: 'Child', parentId: parent }).id;
  const links = {
    entities: [{ id: mayor }, { id: ostrel }],
    events: [{ id: eventId }],
    tags: [{ id: child }],
  };
  const { annotationId } = book.run('annotate', { on: on(captured, 'The mayor'), ...links });
  book.run('annotate', { on: on(captured, 'Ostrel'), entities: [{ id: ostrel }] });
  book.run('addParticipation', { eventId, actorId: mayor, role: 'speaker', annotationId });
  book.run('tagArticles', { articleIds: [captured.articleId], tag: { id: child } });
  const content = `<p><cite data-kind="entity" data-id="${mayor}">Mayor</cite></p>`;
  const note = book.run('createNote', { title: 'A', content }).id;
  return [
    ({ run }) => run('trashArticles', { ids: [captured.articleId] }),
    ({ run }) => run('trashAnnotations', { ids: [annotationId] }),
    ({ run }) => run('trashEntities', { ids: [mayor] }),
    ({ run }) => run('trashEntities', { ids: [ostrel] }),
    ({ run }) => run('trashEvents', { ids: [eventId] }),
    ({ run }) => run('trashEventType', { id: typeId }),
    ({ run }) => run('trashTag', { id: parent }),
    ({ run }) => run('trashTag', { id: child }),
    ({ run }) => run('trashNotes', { ids: [note] }),
  ];
}

/** True unless the thing has nothing to go back to yet, or went with another thing before. */
function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof CasebookError && ['conflict', 'not-found'].includes(error.code)) return false;
    throw error;
  }
}

/** Restores one thing after the other; at each step at least one must be able to. */
function restoreAll(book: TemporaryNotebook, picks: IterableIterator<number>): void {
  for (let left = book.ask('listTrash', {}); left.length > 0; left = book.ask('listTrash', {})) {
    const at = (picks.next().value ?? 0) % left.length;
    const inOrder = [...left.slice(at), ...left.slice(0, at)];
    const restore = (id: string) => succeeds(() => book.run('restoreTrash', { ids: [id] }));
    expect(inOrder.some(({ id }) => restore(id))).toBe(true);
  }
}

describe('the trash', () => {
  it('gives back all that hung together, in whatever order it went and returns', () => {
    const book = temporaryNotebook();
    const deletes = weave(book);
    const before = dumpRows(book.session.reader);
    const order = fc.shuffledSubarray([...deletes.keys()], { minLength: 1 });
    fc.assert(
      fc.property(order, fc.infiniteStream(fc.nat(20)), (gone, picks) => {
        for (const index of gone) succeeds(() => deletes[index]?.(book));
        restoreAll(book, picks);
        expect(dumpRows(book.session.reader)).toEqual(before);
      }),
      { numRuns: 80, endOnFailure: true }, // the notebook is used again: what failed cannot be tried anew
    );
    expect(book.ask('checkNotebook', {}).findings).toEqual([]);
    book.remove();
  });
});
