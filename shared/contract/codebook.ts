import * as z from 'zod/mini';
import { readyCodebooks } from '../codebook/ready-codebooks';
import type { EventType, Role } from '../model/event';
import { id, line, nothing, operation } from './define';

/** What {@link codebookCommands.useReadyCodebook} found. */
export interface TakenCodebook {
  /** Names of the list that stood elsewhere in the notebook's already, and stay there. */
  readonly elsewhere: readonly string[];
}

const by = z.union([z.literal(-1), z.literal(1)]);

export const codebookQueries = {
  /** In the researcher's order, each type after the one it belongs to. */
  listEventTypes: operation<readonly EventType[]>()(nothing),
  /** Roles to choose from: in use, most used first, then the rest of the list. */
  listRoles: operation<readonly string[]>()(nothing),
  /** The notebook's list of roles in the researcher's order. */
  listRoleList: operation<readonly Role[]>()(nothing),
};

export const codebookCommands = {
  createEventType: operation<{ readonly id: string }>()(
    z.strictObject({ name: line, parentId: z.optional(z.nullable(id)), description: z.optional(line) }),
  ),
  updateEventType: operation<null>()(
    z.strictObject({
      id,
      name: z.optional(line),
      parentId: z.optional(z.nullable(id)),
      description: z.optional(line),
    }),
  ),
  /** A place earlier (-1) or later (1) among those below the same type. */
  moveEventType: operation<null>()(z.strictObject({ id, by })),
  trashEventType: operation<null>()(z.strictObject({ id })),
  createRole: operation<{ readonly id: string }>()(
    z.strictObject({ name: line, description: z.optional(line) }),
  ),
  /** Another name is written to every participant that has the role. */
  updateRole: operation<null>()(
    z.strictObject({ id, name: z.optional(line), description: z.optional(line) }),
  ),
  moveRole: operation<null>()(z.strictObject({ id, by })),
  /** Takes a role off the list; participants that have it keep it. */
  removeRole: operation<null>()(z.strictObject({ id })),
  /** Adds what a ready list has and the notebook has not; with `replace`, what nothing uses is taken away first. */
  useReadyCodebook: operation<TakenCodebook>()(
    z.strictObject({ codebook: z.enum(readyCodebooks.map((list) => list.id)), replace: z.boolean() }),
  ),
};
