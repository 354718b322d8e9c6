import { entitiesWithin } from '../../core/within';

/** What a dossier is about, in SQL: an entity with all that was merged into it, and what lies inside a place. `@id` is its root. */

/** Stored ids that stand for the entity. */
export const members = 'SELECT id FROM entity WHERE coalesce(root_id, id) = @id';

/** Stored ids that stand for the entity or, where it is a place, for what lies in it, however deep. */
export const membersInside = entitiesWithin('@id');
