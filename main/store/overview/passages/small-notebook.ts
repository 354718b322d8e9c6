/** A small notebook in which passages have every property a filter asks for, by chance; for tests, not part of the program. */
import type { CommandArgs } from '../../../../shared/contract';
import { colours } from '../../../../shared/model/tag';
import { run } from '../../core/sql';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';

/** A number below the given one, from a seed that goes on. */
export type Dice = (sides: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed * 2_654_435_761;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % sides;
  };
}

const text =
  'Kyiv endured an assault. Officials said that 23 people were injured. Ärzte, experts and the Łódź council doubt it.';
const published = ['2024-03-05', '2024-03-30', '2024-04~', '2024', null, 'XXXX-07-03'];
const comments = ['', '', 'Who says so?', 'Officials, again'];

/** Ids of what the notebook holds. */
export interface Cast {
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly objects: readonly string[];
  readonly tags: readonly string[];
  readonly types: readonly string[];
  readonly events: readonly string[];
  readonly articles: readonly string[];
}

function makeCast({ run: does, ask, capture }: TemporaryNotebook): Cast {
  const entity = (kind: 'actor' | 'place' | 'object') => (name: string) =>
    does('createEntity', { kind, actorKind: '', name }).id;
  const actors = ['Officials', 'The officials', 'Council', 'Experts'].map(entity('actor'));
  const places = ['Ukraine', 'Kyiv region', 'Kyiv', 'Київ', 'Podil', 'Łódź'].map(entity('place'));
  const objects = ['Drone'].map(entity('object'));
  const above = does('createTag', { name: 'claims', parentId: null }).id;
  const below = does('createTag', { name: 'doubted', parentId: above }).id;
  const lowest = does('createTag', { name: 'withdrawn', parentId: below }).id;
  const tags = [above, below, lowest, does('createTag', { name: 'counts', parentId: null }).id];
  const types = ask('listEventTypes', {})
    .slice(0, 3)
    .map(({ id }) => id);
  const lieIn = (id: string | undefined, parentId: string | undefined) =>
    does('updateEntity', { id: id ?? '', parentId: parentId ?? null });
  for (const [inner, outer] of [
    [1, 0],
    [2, 1],
    [4, 3],
  ] as const)
    lieIn(places[inner], places[outer]);
  for (const index of [1, 2])
    does('updateEventType', { id: types[index] ?? '', parentId: types[index - 1] ?? null });
  const dates = [
    { edtf: '2024-03-02', words: '' },
    { edtf: '2024-03', words: '' },
    { edtf: '2024-05-01', words: '' },
    null,
  ];
  const events = [0, 1, 2, 3, 4, 5].map((index) => {
    const typeId = types[index % 4] ?? null;
    return does('createEvent', {
      title: `Event ${index}`,
      typeId,
      date: dates[index % 4] ?? null,
      placeId: null,
    }).id;
  });
  const articles = published.map((edtf, index) => {
    const { articleId } = capture(`${text} ${index}`, {
      metadata: {
        title: `Article ${index % 3}`,
        authors: [],
        publisher: ['Herald', '', 'Courier'][index % 3] ?? '',
        url: '',
        language: '',
        published: null,
        fields: {},
      },
    });
    if (edtf) does('updateArticle', { id: articleId, set: { published: { edtf, words: '' } } });
    return articleId;
  });
  return { actors, places, objects, tags, types, events, articles };
}

function addPassage({ run: does, ask }: TemporaryNotebook, cast: Cast, dice: Dice): void {
  const pick = <Thing>(things: readonly Thing[]) => things[dice(things.length)] as Thing;
  const some = (ids: readonly string[], most: number) =>
    Array.from({ length: dice(most + 1) }, () => ({ id: pick(ids) }));
  const articleId = pick(cast.articles);
  const start = dice(80);
  const { currentRevisionId: revisionId } = ask('getArticle', { id: articleId });
  const on: CommandArgs<'annotate'>['on'] = {
    articleId,
    revisionId,
    parts: [{ start, end: start + 4 + dice(20) }],
  };
  does('annotate', {
    on,
    entities: some([...cast.actors, ...cast.places, ...cast.objects], 3),
    events: some(cast.events, 2),
    tags: some(cast.tags, 2),
    colour: pick([null, ...colours.slice(0, 2)]),
    comment: pick(comments),
  });
}

/** Accounts of different modes and claimants, on passages that are there. */
function addAccounts({ run: does, ask }: TemporaryNotebook, cast: Cast, dice: Dice): void {
  const ids = ask('listPassageIds', { filters: {} });
  const pick = <Thing>(things: readonly Thing[]) => things[dice(things.length)] as Thing;
  for (const [index, mode] of (
    ['claims', 'denies', 'claims', 'reports', 'claims', 'reports'] as const
  ).entries()) {
    const claimant = pick([
      index % 2 === 0 ? { kind: 'narrator' as const } : { kind: 'unnamed' as const, words: 'officials' },
      { kind: 'actors' as const, actorIds: [pick(cast.actors), pick(cast.actors)] },
    ]);
    does('addAccount', {
      eventId: pick(cast.events),
      fact: 'count',
      key: 'injured',
      value: { kind: 'number', comparison: '=', low: 20 + dice(5), high: null },
      claimant,
      mode,
      evidence: [pick(ids), pick(ids), pick(ids)],
    });
  }
}

/**
 * Makes the notebook: forty passages, some of whose words have changed or gone; an actor and a place were merged into
 * others. Places, tags and types of events are three and four deep.
 */
export function smallNotebook(seed: number): { readonly notebook: TemporaryNotebook; readonly cast: Cast } {
  const notebook = temporaryNotebook();
  const dice = diceOf(seed);
  const cast = makeCast(notebook);
  for (let count = 0; count < 40; count++) addPassage(notebook, cast, dice);
  addAccounts(notebook, cast, dice);
  const { db } = notebook;
  run(
    db,
    `UPDATE anchor SET state = 'moved' WHERE annotation_id IN (SELECT id FROM annotation WHERE rowid % 5 = 1)`,
  );
  run(
    db,
    `UPDATE anchor SET state = 'changed' WHERE annotation_id IN (SELECT id FROM annotation WHERE rowid % 5 = 2)`,
  );
  run(db, 'DELETE FROM anchor WHERE annotation_id IN (SELECT id FROM annotation WHERE rowid % 11 = 3)');
  const [kept = '', merged = ''] = cast.actors;
  notebook.run('mergeEntities', { keepId: kept, mergeId: merged });
  notebook.run('mergeEntities', { keepId: cast.places[2] ?? '', mergeId: cast.places[3] ?? '' });
  return { notebook, cast };
}
