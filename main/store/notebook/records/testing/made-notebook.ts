/** Notebooks with something of everything in them, and notebooks made by arbitrary commands; for tests, not part of the program. */
import fc from 'fast-check';
import type { CommandName } from '../../../../../shared/contract';
import { CasebookError } from '../../../../../shared/model/result';
import { argumentsFor, type Choose } from '../../../core/arbitrary-command';
import { rangeOf, type TemporaryNotebook } from '../../../core/temporary-notebook';
import { commandTable } from '../../../worker/command-table';
import { execute } from '../../../worker/session';

/** Emoji with joiners, combining marks, text from right to left, and (before importing) CRLF. */
export const oddText =
  'Kyiv endured an assault 👩‍👩‍👧‍👦. Officials said 23 people were injured.\n\nПрезидент сказав: «ні» — cafe\u0301 noël.\n\nقال المسؤولون إن 23 شخصا أصيبوا. אמר הדובר.';

/** Something of everything that a notebook can hold. */
export function fillRichly(notebook: TemporaryNotebook): void {
  const { run } = notebook;
  const on = notebook.capture(oddText, { locators: [{ kind: 'page', label: 'xii', start: 0 }] } as object);
  notebook.capture('Russia claims to have fully captured the Luhansk region. 😀\r\nExperts doubt it.');
  run('createArticle', { title: 'My own view' });
  run('updateArticle', {
    id: on.articleId,
    set: {
      publisher: 'The Paper',
      published: { edtf: '2025-07-03', words: '3 July' },
      authors: ['Ann', 'Бо'],
    },
  });
  const place = run('createEntity', { kind: 'place', actorKind: '', name: 'Kyiv' }).id;
  const actor = run('createEntity', { kind: 'actor', actorKind: 'population', name: 'Officials' }).id;
  run('addAlias', { entityId: place, name: 'Київ' });
  run('updateEntity', { id: place, identifiers: [{ scheme: 'wikidata', value: 'Q1899' }] });
  const same = run('createEntity', { kind: 'actor', actorKind: '', name: 'Officers' }).id;
  run('mergeEntities', { keepId: actor, mergeId: same });
  const { currentRevisionId: revisionId } = notebook.ask('getArticle', { id: on.articleId });
  const here = { articleId: on.articleId, revisionId };
  const said = run('annotate', {
    on: { ...here, parts: [rangeOf(oddText, 'Officials'), rangeOf(oddText, 'ні» — cafe\u0301')] },
    entities: [{ id: actor }],
    events: [{ title: 'Assault on Kyiv', typeId: null, date: null, placeId: place }],
    tags: [{ name: 'claims' }],
    comment: 'Who says so? 👀',
    colour: 'blue',
  });
  const arabic = run('annotate', { on: { ...here, parts: [rangeOf(oddText, 'المسؤولون إن 23')] } });
  run('annotate', { on: { ...here, parts: [rangeOf(oddText, 'endured an assault')] } });
  const eventId = said.eventIds[0] ?? '';
  const raid = run('createEvent', { title: 'A raid', typeId: null, date: null, placeId: null }).id;
  run('addEntityRelation', { fromId: actor, toId: place, type: 'member of' });
  run('addEventRelation', { fromId: raid, toId: eventId, type: 'before' });
  const claim = (low: number) =>
    ({
      eventId,
      fact: 'count',
      key: 'injured',
      claimant: { kind: 'actors', actorIds: [actor] as string[] },
      value: { kind: 'number', comparison: '≥', low, high: null },
    }) as const;
  run('addAccount', { ...claim(23), evidence: [said.annotationId] });
  run('addAccount', { ...claim(40), evidence: [arabic.annotationId] });
  const wording = run('createTag', { name: 'wording', parentId: null }).id;
  run('mergeTags', { keepId: said.tagIds[0] ?? '', mergeId: wording });
  run('createTag', { name: 'counts', parentId: said.tagIds[0] ?? null });
  const cite = `<cite data-kind="annotation" data-id="${said.annotationId}">these words</cite>`;
  run('createNote', { title: 'Doubts', content: `<p>See ${cite}</p>` });
  run('setExclusion', { articleId: on.articleId, range: { start: 10, end: 24 }, state: 'excluded' });
  run('tagArticles', { articleIds: [on.articleId], tag: { name: 'read twice' } });
  run('saveSearch', { name: 'Officials', query: 'officials' });
  const content = `<p>Kyiv endured an assault. The officials said 24 people were injured.</p><p>Нічого.</p>`;
  const base = notebook.ask('getArticle', { id: on.articleId }).currentRevisionId;
  run('saveRevision', {
    articleId: on.articleId,
    baseRevisionId: base,
    content,
    reason: 'Typo',
    anchors: [],
  });
}

/** A command by name, and the numbers by which its arguments are chosen. */
export interface Step {
  readonly name: string;
  readonly choices: readonly number[];
}

/** Any commands, undo and redo among them. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(commandTable), 'undo', 'redo'),
    choices: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
  }),
  { minLength: 10, maxLength: 25 },
);

/** Runs commands with arguments made up from what is there; those that are refused do nothing. */
export function runSteps({ session, db }: TemporaryNotebook, given: readonly Step[]): void {
  for (const { name, choices } of given) {
    let next = 0;
    const choose: Choose = (from) => from[(choices[next++ % 8] ?? 0) % from.length];
    const args = argumentsFor(name, db, choose);
    if (args === null) continue;
    try {
      execute(session, name as CommandName, args as never);
    } catch (error) {
      if (!(error instanceof CasebookError) || error.code === 'internal') throw error;
    }
  }
}
