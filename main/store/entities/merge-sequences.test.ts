/**
 * Random sequences of merging, splitting, renaming, tagging, linking, deleting and undoing, beside a model that is replayed
 * from the steps alone: a link belongs to what it was made to, and is read as what that stands for at the time.
 */
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CommandArgs, CommandName } from '../../../shared/contract';
import { CasebookError } from '../../../shared/model/result';
import { type TemporaryNotebook, temporaryNotebook } from '../core/temporary-notebook';

const seed = 20261123;
const runs = 56;
/** Fewer than undo keeps: a run can be taken back to its beginning. */
const stepsPerRun = 180;

interface Thing {
  readonly name: string;
  readonly into: string | null;
}

/** What was said, to what it was said of. Names of links are `from to`. */
interface Model {
  readonly entities: ReadonlyMap<string, Thing>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, Thing>;
  readonly mentions: ReadonlySet<string>;
  readonly tagged: ReadonlySet<string>;
  /** Account id → entity it names. */
  readonly participants: ReadonlyMap<string, string>;
  readonly claimants: ReadonlyMap<string, string>;
  readonly identifiers: ReadonlySet<string>;
}

function rootOf(things: ReadonlyMap<string, Thing>, id: string): string {
  const into = things.get(id)?.into ?? null;
  return into === null ? id : rootOf(things, into);
}

const rootsOf = (things: ReadonlyMap<string, Thing>) =>
  [...things.keys()].filter((id) => things.get(id)?.into === null);
const mergedOf = (things: ReadonlyMap<string, Thing>) =>
  [...things.keys()].filter((id) => things.get(id)?.into !== null);
const withOne = <V>(map: ReadonlyMap<string, V>, key: string, value: V) => new Map(map).set(key, value);
const without = <V>(map: ReadonlyMap<string, V>, gone: (key: string, value: V) => boolean) =>
  new Map([...map].filter(([key, value]) => !gone(key, value)));
const set = (thing: Thing | undefined, change: Partial<Thing>): Thing => ({
  name: '',
  into: null,
  ...thing,
  ...change,
});

interface Step {
  readonly action: number;
  readonly a: number;
  readonly b: number;
}
const step = fc.record({ action: fc.nat(17), a: fc.nat(1000), b: fc.nat(1000) });

interface Stage {
  readonly book: TemporaryNotebook;
  readonly annotations: readonly string[];
  readonly eventId: string;
}

type Start = Stage & { readonly model: Model };

/** Where every run begins; its notebook is closed, to be copied. */
function setStage(): Start {
  const book = temporaryNotebook();
  const on = book.capture('One two three four five six.');
  const annotations = [0, 4, 8, 14].map(
    (start) => book.run('annotate', { on: { ...on, parts: [{ start, end: start + 3 }] } }).annotationId,
  );
  const eventId = book.run('createEvent', { title: 'Talks', typeId: null, date: null, placeId: null }).id;
  const names = ['Anna', 'Boris', 'Chloé', 'Дарья', 'Eve'];
  const entities = names.map(
    (name) =>
      [book.run('createEntity', { kind: 'actor', actorKind: '', name }).id, { name, into: null }] as const,
  );
  const tags = ['red', 'green', 'blue'].map(
    (name) => [book.run('createTag', { name, parentId: null }).id, { name, into: null }] as const,
  );
  const none = { aliases: new Map(), mentions: new Set<string>(), tagged: new Set<string>() };
  const model = { ...none, participants: new Map(), claimants: new Map(), identifiers: new Set<string>() };
  book.session.close();
  return {
    book,
    annotations,
    eventId,
    model: { ...model, entities: new Map(entities), tags: new Map(tags) },
  };
}

const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
const links = (all: ReadonlySet<string>, made: string) => new Set([...all, made]);
const unlinked = (all: ReadonlySet<string>, from: string, to: (id: string) => boolean) =>
  new Set([...all].filter((link) => !(link.startsWith(`${from} `) && to(link.slice(from.length + 1)))));

type Do = <N extends CommandName>(name: N, args: CommandArgs<N>) => unknown;
type Action = (stage: Stage, model: Model, given: Step, run: Do) => Model | null;

const idOf = (value: unknown): string => (value as { readonly id: string }).id;

/** Takes a root and all that was merged into it out of the model. */
function trashed(model: Model, id: string): Model {
  const gone = (entity: string) => rootOf(model.entities, entity) === id;
  const keepLinks = (all: ReadonlySet<string>) =>
    new Set([...all].filter((link) => !gone(link.split(' ')[1] ?? '')));
  return {
    ...model,
    entities: without(model.entities, gone),
    aliases: without(model.aliases, (_, owner) => gone(owner.split('\t')[0] ?? '')),
    mentions: keepLinks(model.mentions),
    identifiers: new Set([...model.identifiers].filter((link) => !gone(link.split(' ')[0] ?? ''))),
    participants: without(model.participants, (_, entity) => gone(entity)),
  };
}

const withRoots =
  (act: (stage: Stage, model: Model, id: string, given: Step, run: Do) => Model | null): Action =>
  (stage, model, given, run) => {
    const id = pick(rootsOf(model.entities), given.a);
    return id === undefined ? null : act(stage, model, id, given, run);
  };

const merge =
  (kind: 'entities' | 'tags'): Action =>
  (_, model, { a, b }, run) => {
    const roots = rootsOf(model[kind]);
    const [keepId, mergeId] = [pick(roots, a), pick(roots, b)];
    if (keepId === undefined || mergeId === undefined || keepId === mergeId) return null;
    run(kind === 'entities' ? 'mergeEntities' : 'mergeTags', { keepId, mergeId });
    return {
      ...model,
      [kind]: withOne(model[kind], mergeId, set(model[kind].get(mergeId), { into: keepId })),
    };
  };

const split =
  (kind: 'entities' | 'tags'): Action =>
  (_, model, { a }, run) => {
    const id = pick(mergedOf(model[kind]), a);
    if (id === undefined) return null;
    run(kind === 'entities' ? 'splitEntity' : 'splitTag', { id });
    return { ...model, [kind]: withOne(model[kind], id, set(model[kind].get(id), { into: null })) };
  };

const account = (kind: 'participants' | 'claimants') =>
  withRoots(({ eventId }, model, entityId, _, run) => {
    const said = { eventId, evidence: [] };
    const id = idOf(
      kind === 'participants'
        ? run('addAccount', {
            ...said,
            fact: 'participant',
            key: 'target',
            value: { kind: 'entity', entityId },
          })
        : run('addAccount', {
            ...said,
            fact: 'happened',
            value: { kind: 'boolean', holds: true },
            claimant: { kind: 'actors', actorIds: [entityId] },
          }),
    );
    return { ...model, [kind]: withOne(model[kind], id, entityId) };
  });

const removeAccount: Action = (_, model, { a }, run) => {
  const id = pick([...model.participants.keys(), ...model.claimants.keys()], a);
  if (id === undefined) return null;
  run('removeAccount', { id });
  const drop = (map: ReadonlyMap<string, string>) => without(map, (key) => key === id);
  return { ...model, participants: drop(model.participants), claimants: drop(model.claimants) };
};

const actions: readonly Action[] = [
  merge('entities'),
  merge('entities'),
  split('entities'),
  split('entities'),
  merge('tags'),
  split('tags'),
  withRoots(({ annotations }, model, id, { b }, run) => {
    const annotationId = pick(annotations, b) ?? '';
    run('annotate', { on: { annotationId }, entities: [{ id }] });
    return { ...model, mentions: links(model.mentions, `${annotationId} ${id}`) };
  }),
  withRoots(({ annotations }, model, id, { b }, run) => {
    const annotationId = pick(annotations, b) ?? '';
    run('unlink', { annotationId, entityIds: [id] });
    const isIts = (entity: string) => rootOf(model.entities, entity) === id;
    return { ...model, mentions: unlinked(model.mentions, annotationId, isIts) };
  }),
  ({ annotations }, model, { a, b }, run) => {
    const id = pick([...model.tags.keys()], a) ?? '';
    const annotationId = pick(annotations, b) ?? '';
    run('annotate', { on: { annotationId }, tags: [{ id }] });
    // A merged tag is not offered: what is given its name bears the one it was merged into.
    return { ...model, tagged: links(model.tagged, `${annotationId} ${rootOf(model.tags, id)}`) };
  },
  ({ annotations }, model, { a, b }, run) => {
    const id = pick(rootsOf(model.tags), a) ?? '';
    const annotationId = pick(annotations, b) ?? '';
    run('unlink', { annotationId, tagIds: [id] });
    return {
      ...model,
      tagged: unlinked(model.tagged, annotationId, (tag) => rootOf(model.tags, tag) === id),
    };
  },
  withRoots((_, model, id, { b }, run) => {
    const name = `Name ${b}`;
    run('updateEntity', { id, name });
    return { ...model, entities: withOne(model.entities, id, set(model.entities.get(id), { name })) };
  }),
  withRoots((_, model, entityId, { b }, run) => {
    const name = `Alias ${b}`;
    const id = idOf(run('addAlias', { entityId, name }));
    const isKnown = model.aliases.has(id);
    return isKnown ? model : { ...model, aliases: withOne(model.aliases, id, `${entityId}\t${name}`) };
  }),
  (_, model, { a }, run) => {
    const id = pick([...model.aliases.keys()], a);
    if (id === undefined) return null;
    run('removeAlias', { id });
    return { ...model, aliases: without(model.aliases, (key) => key === id) };
  },
  account('participants'),
  account('claimants'),
  removeAccount,
  withRoots((_, model, id, { b }, run) => {
    const value = `Q${b % 5}`;
    const its = (link: string) => rootOf(model.entities, link.split(' ')[0] ?? '') === id;
    const kept = [...model.identifiers].filter((link) => its(link) && link.endsWith(` ${value}`));
    run('updateEntity', { id, identifiers: [{ scheme: 'wikidata', value }] });
    const others = [...model.identifiers].filter((link) => !its(link));
    return { ...model, identifiers: new Set([...others, ...(kept.length > 0 ? kept : [`${id} ${value}`])]) };
  }),
  withRoots((_, model, id, { b }, run) => {
    if (b % 4 > 0 || rootsOf(model.entities).length < 3) return null;
    run('trashEntities', { ids: [id] });
    return trashed(model, id);
  }),
];

/** What the notebook answers, in one comparable form. */
function told(
  { book, annotations, eventId }: Stage,
  ids: readonly string[],
  tagIds: readonly string[],
): unknown {
  const entities = ids.map((id) => {
    const { name, aliases, identifiers, merged } = book.ask('getEntity', { id });
    const mentions = book.ask('listMentions', { entityId: id, offset: 0, limit: 50 });
    return {
      name,
      names: [...new Set(aliases.map((alias) => alias.name))].sort(),
      identifiers: identifiers.map(({ value }) => value).sort(),
      merged: merged.map((one) => one.id).sort(),
      mentions: mentions.rows.map((row) => row.annotationId).sort(),
    };
  });
  const accounts = book.ask('listAccounts', { eventId }).map(({ id, value, claimant }) => ({
    id,
    of: value.kind === 'entity' ? value.entityId : claimant.kind === 'actors' ? claimant.actors[0]?.id : null,
  }));
  const list = book.ask('listEntities', {
    kind: null,
    filter: '',
    sort: 'name' as const,
    descending: false,
    offset: 0,
    limit: 100,
  });
  const tags = book.ask('listTags', {});
  return {
    entities,
    accounts,
    listed: list.rows.map(({ id, mentionCount }) => `${id} ${mentionCount}`).sort(),
    tags: tagIds.map((id) => tags.find((tag) => tag.id === id)?.useCount),
    links: annotations.map((id) =>
      book
        .ask('getAnnotation', { id })
        .entities.map((one) => one.entityId)
        .sort(),
    ),
  };
}

/** The same from the model. */
function expected(
  { annotations }: Stage,
  model: Model,
  ids: readonly string[],
  tagIds: readonly string[],
): unknown {
  const members = (id: string) =>
    [...model.entities.keys()].filter((one) => rootOf(model.entities, one) === id);
  const mentionsOf = (id: string) => {
    const own = new Set(members(id));
    return annotations.filter((annotation) =>
      [...own].some((one) => model.mentions.has(`${annotation} ${one}`)),
    );
  };
  const entities = ids.map((id) => {
    const own = members(id);
    const others = own.filter((one) => one !== id).map((one) => model.entities.get(one)?.name ?? '');
    const aliases = [...model.aliases.values()].flatMap((alias) => {
      const [owner = '', name = ''] = alias.split('\t');
      return own.includes(owner) ? [name] : [];
    });
    const identifiers = [...model.identifiers].flatMap((link) => {
      const [owner = '', value = ''] = link.split(' ');
      return own.includes(owner) ? [value] : [];
    });
    return {
      name: model.entities.get(id)?.name,
      names: [...new Set([...others, ...aliases])].sort(),
      identifiers: [...new Set(identifiers)].sort(),
      merged: [...model.entities.keys()].filter((one) => model.entities.get(one)?.into === id).sort(),
      mentions: mentionsOf(id).sort(),
    };
  });
  const accounts = [...model.participants, ...model.claimants].map(([id, entity]) => ({
    id,
    of: model.entities.has(entity) ? rootOf(model.entities, entity) : undefined,
  }));
  const bearers = (tag: string) =>
    new Set(
      [...model.tagged]
        .filter((link) => rootOf(model.tags, link.split(' ')[1] ?? '') === tag)
        .map((link) => link.split(' ')[0]),
    );
  return {
    entities,
    accounts: accounts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    listed: ids.map((id) => `${id} ${mentionsOf(id).length}`).sort(),
    tags: tagIds.map((id) => bearers(id).size),
    links: annotations.map((annotation) => ids.filter((id) => mentionsOf(id).includes(annotation)).sort()),
  };
}

it(`equal a replayed model over ${runs * stepsPerRun} random steps (seed ${seed})`, () => {
  let done = 0;
  const begin = setStage();
  fc.assert(
    fc.property(fc.array(step, { minLength: stepsPerRun, maxLength: stepsPerRun }), (steps) => {
      const stage: Stage = { ...begin, book: temporaryNotebook(begin.book.path) };
      const past: Model[] = [];
      let { model } = begin;
      const compare = () => {
        const [ids, tagIds] = [rootsOf(model.entities), rootsOf(model.tags)];
        expect(told(stage, ids, tagIds)).toEqual(expected(stage, model, ids, tagIds));
      };
      for (const [index, given] of steps.entries()) {
        const { undo } = stage.book.session.history;
        const depth = undo.length;
        if (given.b % 7 === 0 && past.length > 0) {
          stage.book.run('undo', {});
          model = past.pop() ?? model;
        } else {
          try {
            const act = actions[given.action % actions.length];
            const next = act?.(stage, model, given, (name, args) => stage.book.run(name, args)) ?? null;
            if (undo.length > depth) past.push(model);
            if (next) model = next;
          } catch (error) {
            if (!(error instanceof CasebookError) || error.code === 'internal') throw error;
          }
        }
        done++;
        if (index % 20 === 19) compare();
      }
      stage.book.remove();
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  rmSync(begin.book.folder, { recursive: true });
  expect(done).toBe(runs * stepsPerRun);
}, 300_000);
