/** Arguments for every command, made up from what a notebook holds, for property tests; not part of the program. */
import type { CommandArgs, CommandName } from '../../../shared/contract';
import { nameKinds } from '../../../shared/model/entity';
import {
  addAccountArgs,
  aStatement,
  entityRelationArgs,
  eventRelationArgs,
  updateAccountArgs,
} from './arbitrary-account';
import { all, get, pluck, type ReadableDB } from './sql';

/** Picks one of several; undefined of none. */
export type Choose = <T>(from: readonly T[]) => T | undefined;

type Make<N extends CommandName> = (db: ReadableDB, choose: Choose) => CommandArgs<N> | null;

const names = ['Kyiv', 'Київ', 'Harbour Council', 'a', 'Łódź', 'kyiv', ' ', 'No one'];
const contents = [
  '<p>Kyiv endured an all-night assault. Officials said that 23 people were injured.</p><p>Президент сказав: «ні».</p>',
  '<h1>New</h1><p>Russia claims to have captured the Luhansk region. 😀</p>',
  '<p>Officials said 23 people were injured.</p><p>Kyiv endured an assault.</p>',
  '<p></p>',
  '<p>words</p><script></script>',
];

const idOf = (table: string) => (db: ReadableDB, choose: Choose) =>
  choose(pluck<string>(db, `SELECT id FROM ${table} ORDER BY id`));

const articleId = idOf('article');
const annotationId = idOf('annotation');
const entityId = idOf('entity');
const actorFirst = (db: ReadableDB, choose: Choose) =>
  choose(pluck<string>(db, `SELECT id FROM entity ORDER BY kind <> 'actor', id`));
const eventId = idOf('event');
const tagId = idOf('tag');
const noteId = idOf('note');
const typeId = idOf('event_type');

/** Arguments that need an id: null when there is nothing of the kind. */
function withId<Args>(id: string | undefined, args: (id: string) => Args): Args | null {
  return id === undefined ? null : args(id);
}

function aRange(choose: Choose): { start: number; end: number } {
  const start = choose([0, 5, 12, 30, 58]) ?? 0;
  return { start, end: start + (choose([9, 4, 20, 0, 400]) ?? 0) };
}

function someParts(choose: Choose): { start: number; end: number }[] {
  const first = aRange(choose);
  const more = choose([0, 0, 1, 2]) ?? 0;
  const next = (index: number) => ({ start: first.end + 1 + index * 5, end: first.end + 4 + index * 5 });
  return [first, ...[0, 1].slice(0, more).map(next)];
}

const aDate = (choose: Choose) =>
  choose([
    null,
    { edtf: '2025-07-03', words: 'July 3rd' },
    { edtf: '2025-07~', words: '' },
    { edtf: 'soon', words: 'soon' },
  ]) ?? null;
const savedSearchId = idOf('saved_search');
const aQuery = (choose: Choose) =>
  choose(['kyiv', 'kind:passage', 'actor:Kyiv -has:orphan', '"captured the"', '(']) ?? '';
const aName = (choose: Choose) => choose(names) ?? '';
const aTag = (db: ReadableDB, choose: Choose) => {
  const id = choose([true, false]) ? tagId(db, choose) : undefined;
  return id === undefined ? { name: aName(choose) } : { id };
};
const aKind = (choose: Choose) => choose(['actor', 'place', 'object'] as const) ?? 'actor';
const anEntity = (db: ReadableDB, choose: Choose) => {
  const id = choose([true, true, false]) ? entityId(db, choose) : undefined;
  return id === undefined ? { kind: aKind(choose), actorKind: '' as const, name: aName(choose) } : { id };
};
const anEvent = (db: ReadableDB, choose: Choose) => {
  const id = choose([true, false]) ? eventId(db, choose) : undefined;
  if (id !== undefined) return { id };
  return {
    title: aName(choose),
    typeId: typeId(db, choose) ?? null,
    date: aDate(choose),
    placeId: entityId(db, choose) ?? null,
  };
};

function editedAnchors(db: ReadableDB, id: string, choose: Choose) {
  return pluck<string>(db, 'SELECT id FROM annotation WHERE article_id = ?', [id])
    .filter(() => choose([true, false]))
    .map((annotationId) => ({ annotationId, part: 0, range: choose([null, aRange(choose)]) ?? null }));
}

function revisionArgs(db: ReadableDB, choose: Choose): CommandArgs<'saveRevision'> | null {
  const row = get<{ id: string; revision_id: string }>(
    db,
    'SELECT id, revision_id FROM article WHERE id = ?',
    [articleId(db, choose) ?? ''],
  );
  if (!row) return null;
  const anchors = editedAnchors(db, row.id, choose);
  return {
    articleId: row.id,
    baseRevisionId: row.revision_id,
    content: choose(contents) ?? '',
    reason: 'Corrected',
    anchors,
  };
}

function annotateArgs(db: ReadableDB, choose: Choose): CommandArgs<'annotate'> | null {
  const row = get<{ id: string; revision_id: string }>(
    db,
    'SELECT id, revision_id FROM article WHERE id = ?',
    [articleId(db, choose) ?? ''],
  );
  if (!row) return null;
  const existing = choose([true, false, false]) ? annotationId(db, choose) : undefined;
  const on =
    existing === undefined
      ? { articleId: row.id, revisionId: row.revision_id, parts: someParts(choose) }
      : { annotationId: existing };
  return {
    on,
    entities: choose([[], [anEntity(db, choose)]]),
    events: choose([[], [anEvent(db, choose)]]),
    tags: choose([[], [aTag(db, choose)]]),
    colour: choose([undefined, null, 'blue' as const]),
    comment: choose([undefined, '', 'Who says so?']),
  };
}

function setPartsArgs(db: ReadableDB, choose: Choose): CommandArgs<'setParts'> | null {
  const row = get<{ id: string; revisionId: string }>(
    db,
    'SELECT n.id, a.revision_id AS revisionId FROM annotation n JOIN article a ON a.id = n.article_id WHERE n.id = ?',
    [annotationId(db, choose) ?? ''],
  );
  return row ? { annotationId: row.id, revisionId: row.revisionId, parts: someParts(choose) } : null;
}

function noteContent(db: ReadableDB, choose: Choose): string {
  const cited = choose([entityId(db, choose), eventId(db, choose)]);
  const kind = cited !== undefined && cited === eventId(db, choose) ? 'event' : 'entity';
  return cited === undefined
    ? '<p>Nothing yet</p>'
    : `<p>See <cite data-kind="${kind}" data-id="${cited}">it</cite>.</p>`;
}

const trashIds = (db: ReadableDB, choose: Choose) =>
  withId(idOf('trash')(db, choose), (id) => ({ ids: [id] }));

const makers: { readonly [N in CommandName]: Make<N> } = {
  undo: () => ({}),
  redo: () => ({}),
  repairNotebook: () => ({ repairs: [{ repair: 'index' as const, id: '' }] }),
  renameNotebook: (_, choose) => ({ title: aName(choose) }),
  createArticle: (_, choose) => ({ title: aName(choose) }),
  updateArticle: (db, choose) =>
    withId(articleId(db, choose), (id) => ({
      id,
      set: { title: aName(choose), published: aDate(choose), fields: { a: aName(choose) } },
    })),
  setRead: (db, choose) =>
    withId(articleId(db, choose), (id) => ({ ids: [id], read: choose([true, false]) ?? true })),
  trashArticles: (db, choose) => withId(articleId(db, choose), (id) => ({ ids: [id] })),
  setExclusion: (db, choose) =>
    withId(articleId(db, choose), (id) => ({
      articleId: id,
      range: aRange(choose),
      state: choose(['excluded', 'kept'] as const) ?? 'kept',
    })),
  saveRevision: revisionArgs,
  saveDraft: (db, choose) =>
    withId(choose([articleId(db, choose), noteId(db, choose)]), (id) => ({
      ownerId: id,
      content: choose(contents) ?? '',
      baseRevisionId: '',
      anchors: editedAnchors(db, id, choose),
    })),
  discardDraft: (db, choose) =>
    withId(choose(pluck<string>(db, 'SELECT owner_id FROM draft')), (id) => ({ ownerId: id })),
  annotate: annotateArgs,
  unlink: (db, choose) =>
    withId(annotationId(db, choose), (id) => ({
      annotationId: id,
      entityIds: pluck<string>(db, 'SELECT entity_id FROM mention WHERE annotation_id = ?', [id]).slice(
        0,
        choose([0, 1]),
      ),
      eventIds: pluck<string>(db, 'SELECT event_id FROM evidence WHERE annotation_id = ?', [id]).slice(
        0,
        choose([0, 1]),
      ),
      tagIds: pluck<string>(db, 'SELECT tag_id FROM annotation_tag WHERE annotation_id = ?', [id]),
    })),
  setParts: setPartsArgs,
  confirmAnchor: (db, choose) =>
    withId(
      choose(pluck<string>(db, `SELECT annotation_id FROM anchor ORDER BY state <> 'changed'`)),
      (id) => ({
        annotationId: id,
      }),
    ),
  attachPart: (db, choose) => {
    const args = setPartsArgs(db, choose);
    const range = args?.parts[0];
    return args && range
      ? { annotationId: args.annotationId, revisionId: args.revisionId, part: choose([0, 1]) ?? 0, range }
      : null;
  },
  removePart: (db, choose) => {
    const args = setPartsArgs(db, choose);
    return (
      args && {
        annotationId: args.annotationId,
        revisionId: args.revisionId,
        part: choose([0, 1]) ?? 0,
      }
    );
  },
  detachAnchor: (db, choose) =>
    withId(
      choose(pluck<string>(db, `SELECT annotation_id FROM anchor ORDER BY state <> 'changed'`)),
      (id) => ({
        annotationId: id,
      }),
    ),
  trashAnnotations: (db, choose) => withId(annotationId(db, choose), (id) => ({ ids: [id] })),
  tagPassages: (db, choose) =>
    withId(annotationId(db, choose), (id) => ({
      ids: [id, annotationId(db, choose) ?? id],
      tag: aTag(db, choose),
    })),
  untagPassages: (db, choose) =>
    withId(tagId(db, choose), (id) => ({ ids: pluck<string>(db, 'SELECT id FROM annotation'), tagId: id })),
  moveToTag: (db, choose) =>
    withId(tagId(db, choose), (id) => ({
      ids: pluck<string>(db, 'SELECT id FROM annotation'),
      fromId: id,
      to: aTag(db, choose),
    })),
  linkPassages: (db, choose) => ({
    ids: pluck<string>(db, 'SELECT id FROM annotation'),
    entityId: entityId(db, choose),
    event: choose([anEvent(db, choose), undefined]),
  }),
  colourPassages: (db, choose) => ({
    ids: pluck<string>(db, 'SELECT id FROM annotation'),
    colour: choose([null, 'blue' as const, 'pink' as const]) ?? null,
  }),
  createTag: (db, choose) => ({ name: aName(choose), parentId: choose([null, tagId(db, choose)]) ?? null }),
  updateTag: (db, choose) =>
    withId(tagId(db, choose), (id) => ({
      id,
      colour: choose(['blue', 'pink'] as const),
      name: choose([undefined, aName(choose)]),
      parentId: choose([undefined, null, tagId(db, choose)]),
    })),
  trashTag: (db, choose) => withId(tagId(db, choose), (id) => ({ id })),
  mergeTags: (db, choose) => {
    const roots = pluck<string>(db, 'SELECT id FROM tag WHERE root_id IS NULL ORDER BY id');
    const keepId = choose(roots);
    const mergeId = choose(roots.filter((id) => id !== keepId));
    return keepId === undefined || mergeId === undefined ? null : { keepId, mergeId };
  },
  splitTag: (db, choose) =>
    withId(choose(pluck<string>(db, 'SELECT id FROM tag ORDER BY merged_into IS NULL, id')), (id) => ({
      id,
    })),
  tagArticles: (db, choose) =>
    withId(articleId(db, choose), (id) => ({ articleIds: [id], tag: aTag(db, choose) })),
  untagArticles: (db, choose) => {
    const pair = choose(
      all<{ articleId: string; tagId: string }>(
        db,
        'SELECT article_id AS articleId, tag_id AS tagId FROM article_tag',
      ),
    );
    return pair ? { articleIds: [pair.articleId], tagId: pair.tagId } : null;
  },
  createEntity: (_, choose) => ({ kind: aKind(choose), actorKind: '', name: aName(choose) }),
  updateEntity: (db, choose) =>
    withId(entityId(db, choose), (id) => ({
      id,
      name: aName(choose),
      kind: choose([undefined, aKind(choose)]),
      identifiers: choose([undefined, [], [{ scheme: 'wikidata', value: 'Q1' }]]),
      parentId: choose([undefined, null, entityId(db, choose)]),
    })),
  addAlias: (db, choose) => withId(entityId(db, choose), (id) => ({ entityId: id, name: aName(choose) })),
  updateAlias: (db, choose) =>
    withId(idOf('entity_name')(db, choose), (id) => ({ id, name: aName(choose), kind: choose(nameKinds) })),
  removeAlias: (db, choose) => withId(idOf('entity_name')(db, choose), (id) => ({ id })),
  mergeEntities: (db, choose) =>
    withId(actorFirst(db, choose), (id) => ({ keepId: id, mergeId: actorFirst(db, choose) ?? id })),
  splitEntity: (db, choose) =>
    withId(choose(pluck<string>(db, 'SELECT id FROM entity ORDER BY merged_into IS NULL, id')), (id) => ({
      id,
    })),
  addEntityRelation: entityRelationArgs,
  updateEntityRelation: (db, choose) =>
    withId(idOf('entity_relation')(db, choose), (id) => ({ id, title: aName(choose) })),
  turnEntityRelation: (db, choose) => withId(idOf('entity_relation')(db, choose), (id) => ({ id })),
  removeEntityRelation: (db, choose) => withId(idOf('entity_relation')(db, choose), (id) => ({ id })),
  trashEntities: (db, choose) => withId(entityId(db, choose), (id) => ({ ids: [id] })),
  createEvent: (db, choose) => ({
    title: aName(choose),
    typeId: typeId(db, choose) ?? null,
    date: aDate(choose),
    placeId: null,
  }),
  updateEvent: (db, choose) =>
    withId(eventId(db, choose), (id) => ({
      id,
      description: aName(choose),
      date: choose([undefined, aDate(choose)]),
      placeId: entityId(db, choose),
    })),
  addParticipation: (db, choose) =>
    withId(eventId(db, choose), (id) =>
      withId(actorFirst(db, choose), (actorId) => ({
        eventId: id,
        actorId,
        role: choose(['target', 'speaker']) ?? '',
        annotationId: annotationId(db, choose) ?? null,
      })),
    ),
  updateParticipation: (db, choose) =>
    withId(idOf('participation')(db, choose), (id) => ({ id, role: 'target' })),
  removeParticipation: (db, choose) => withId(idOf('participation')(db, choose), (id) => ({ id })),
  trashEvents: (db, choose) => withId(eventId(db, choose), (id) => ({ ids: [id] })),
  addAccount: addAccountArgs,
  updateAccount: updateAccountArgs,
  preferAccount: (db, choose) =>
    withId(idOf('account')(db, choose), (id) => ({ id, reason: choose(['Two say so', '', null]) ?? null })),
  removeAccount: (db, choose) => withId(idOf('account')(db, choose), (id) => ({ id })),
  recordAccount: (db, choose) => {
    const args = annotateArgs(db, choose);
    return (
      args && {
        on: args.on,
        event: anEvent(db, choose),
        account: aStatement(db, choose),
        cue: aRange(choose),
      }
    );
  },
  addEventRelation: eventRelationArgs,
  updateEventRelation: (db, choose) =>
    withId(idOf('event_relation')(db, choose), (id) => ({ id, comment: aName(choose) })),
  removeEventRelation: (db, choose) => withId(idOf('event_relation')(db, choose), (id) => ({ id })),
  createEventType: (_, choose) => ({ name: aName(choose) }),
  updateEventType: (db, choose) =>
    withId(typeId(db, choose), (id) => ({
      id,
      name: choose([aName(choose), undefined]),
      parentId: choose([undefined, null, typeId(db, choose)]),
    })),
  moveEventType: (db, choose) =>
    withId(typeId(db, choose), (id) => ({ id, by: choose([-1, 1] as const) ?? 1 })),
  createRole: (_, choose) => ({ name: aName(choose) }),
  updateRole: (db, choose) => withId(idOf('role')(db, choose), (id) => ({ id, name: aName(choose) })),
  moveRole: (db, choose) =>
    withId(idOf('role')(db, choose), (id) => ({ id, by: choose([-1, 1] as const) ?? 1 })),
  removeRole: (db, choose) => withId(idOf('role')(db, choose), (id) => ({ id })),
  useReadyCodebook: (_, choose) => ({
    codebook: choose(['acled', 'rights', 'plain'] as const) ?? 'plain',
    replace: choose([true, false]) ?? true,
  }),
  trashEventType: (db, choose) => withId(typeId(db, choose), (id) => ({ id })),
  createNote: (db, choose) => ({ title: aName(choose), content: noteContent(db, choose) }),
  saveNote: (db, choose) =>
    withId(noteId(db, choose), (id) => ({ id, title: aName(choose), content: noteContent(db, choose) })),
  trashNotes: (db, choose) => withId(noteId(db, choose), (id) => ({ ids: [id] })),
  restoreTrash: trashIds,
  emptyTrash: trashIds,
  saveSearch: (_, choose) => ({ name: aName(choose), query: aQuery(choose) }),
  renameSavedSearch: (db, choose) => withId(savedSearchId(db, choose), (id) => ({ id, name: aName(choose) })),
  deleteSavedSearch: (db, choose) => withId(savedSearchId(db, choose), (id) => ({ id })),
  lookAtSavedSearch: (db, choose) => withId(savedSearchId(db, choose), (id) => ({ id })),
  rememberSearch: (_, choose) => ({ query: aQuery(choose) }),
  clearSearchHistory: () => ({}),
  tagFound: (db, choose) =>
    withId(tagId(db, choose), (id) => ({
      query: aQuery(choose),
      kinds: ['passage', 'article'],
      tagIds: [id],
    })),
};

/** Arguments for a command, or null when the notebook holds nothing it could be about. */
export function argumentsFor(name: string, db: ReadableDB, choose: Choose): unknown {
  return makers[name as CommandName](db, choose);
}
