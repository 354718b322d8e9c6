/**
 * Words being typed in another notebook, not saved yet: they come along with what is new here, and with what says here what it
 * says there; beside other words of ours they would take the place of what nobody has seen.
 */
import { get, insert, pluck, type ReadableDB, type WritableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import { readRecords } from '../../notebook/records/read-records';
import { kindNamed } from '../../notebook/records/record-kinds';
import type { JsonObject } from '../../notebook/records/record-types';
import { type IdMap, ours } from './compare/identities';
import { mapContent } from './map-record';

/** What becomes of their drafts. */
export interface DraftPlan {
  /** As they would stand in our notebook. */
  readonly added: readonly JsonObject[];
  /** Those that are here with the same words. */
  readonly same: number;
  readonly left: number;
}

const drafts = kindNamed('drafts');

/** The id of what a draft is of, in our notebook; null where it is left out. */
function ownerOf(ids: IdMap, theirDb: ReadableDB, ownerId: string): string | null {
  const isNote = get(theirDb, 'SELECT 1 FROM note WHERE id = ?', [ownerId]) !== undefined;
  return ours(ids, isNote ? 'notes' : 'articles', ownerId);
}

const contentOf = (db: ReadableDB, noteId: string): string | undefined =>
  pluck<string>(db, 'SELECT content FROM note WHERE id = ?', [noteId])[0];

/** The same text of an article, or the same note, is current in both. */
function saysTheSame(ourDb: ReadableDB, theirDb: ReadableDB, draft: JsonObject, ownerId: string): boolean {
  const current = pluck<string>(ourDb, 'SELECT revision_id FROM article WHERE id = ?', [ownerId])[0];
  if (current !== undefined) return current === draft['baseRevisionId'];
  const content = contentOf(ourDb, ownerId);
  return content !== undefined && content === contentOf(theirDb, ownerId);
}

/** In ids of ours; passages that are left out have no place in it. */
function mapDraft(ids: IdMap, draft: JsonObject, ownerId: string): JsonObject {
  const base = asText(draft['baseRevisionId']);
  const anchors = (draft['anchors'] as readonly JsonObject[]).flatMap((anchor) => {
    const annotationId = ours(ids, 'annotations', asText(anchor['annotationId']));
    return annotationId === null ? [] : [Object.assign({}, anchor, { annotationId })];
  });
  const baseRevisionId = base === '' ? '' : (ours(ids, 'revisions', base) ?? 'left out');
  const content = mapContent(ids, asText(draft['content']));
  return Object.assign({}, draft, { ownerId, content, baseRevisionId, anchors });
}

/** Plans what becomes of their drafts. `isNew`: whether the article or note of this id of theirs is none of ours. */
export function planDrafts(
  { ourDb, theirDb, ids }: { readonly ourDb: ReadableDB; readonly theirDb: ReadableDB; readonly ids: IdMap },
  isNew: (ownerId: string) => boolean,
): DraftPlan {
  const added: JsonObject[] = [];
  let [same, left] = [0, 0];
  for (const draft of readRecords(theirDb, drafts, { bytes: false })) {
    const theirId = asText(draft['ownerId']);
    const ownerId = ownerOf(ids, theirDb, theirId);
    const our =
      ownerId === null
        ? undefined
        : pluck<string>(ourDb, 'SELECT content FROM draft WHERE owner_id = ?', [ownerId])[0];
    const mapped = ownerId === null ? null : mapDraft(ids, draft, ownerId);
    if (our !== undefined && our === mapped?.['content']) same++;
    else if (our !== undefined || mapped === null || ownerId === null) left++;
    else if (isNew(theirId) || saysTheSame(ourDb, theirDb, mapped, ownerId)) added.push(mapped);
    else left++;
  }
  return { added, same, left };
}

/** Writes drafts that are not there. */
export function writeDrafts(db: WritableDB, added: readonly JsonObject[]): void {
  for (const { ownerId, content, baseRevisionId, anchors, savedAt } of added)
    insert(db, 'draft', {
      owner_id: asText(ownerId),
      content: asText(content),
      base_revision_id: asText(baseRevisionId),
      anchors: JSON.stringify(anchors),
      saved_at: asText(savedAt),
    });
}
