/** The linking flow in one step: words become evidence for an event and for what is said of it. */
import type { CommandArgs } from '../../../shared/contract';
import type { Recorded } from '../../../shared/contract/accounts';
import { CasebookError } from '../../../shared/model/result';
import { annotate } from '../annotations/annotate';
import { findAnnotation, placeOfAnnotation } from '../annotations/annotations';
import type { WritableDB } from '../core/sql';
import { addAccount } from './change-account';

type Args = CommandArgs<'recordAccount'>;

function cueAnnotation(db: WritableDB, annotationId: string, cue: NonNullable<Args['cue']>): string {
  const { articleId, revisionId } = placeOfAnnotation(db, annotationId);
  return annotate(db, { on: { articleId, revisionId, parts: [cue] } }).annotationId;
}

/** See the contract. Throws what annotating and adding an account throw; then nothing of it is done. */
export function recordAccount(db: WritableDB, { on, event, account, cue, making }: Args): Recorded {
  const { annotationId, eventIds } = annotate(db, { on, events: [event] });
  const [eventId] = eventIds;
  if (eventId === undefined) throw new CasebookError('internal', 'The event was not linked.');
  const cues = cue ? [cueAnnotation(db, annotationId, cue)] : [];
  const { id } = addAccount(db, { ...account, eventId, evidence: [annotationId], cues, making });
  return { annotationId, eventId, accountId: id, annotation: findAnnotation(db, annotationId) };
}
