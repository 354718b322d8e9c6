/** The linking flow in one step: words become evidence for an event and for what is said of it. */
import type { CommandArgs } from '../../../shared/contract';
import type { Recorded } from '../../../shared/contract/accounts';
import { CasebookError } from '../../../shared/model/result';
import { annotate } from '../annotations/annotate';
import { findAnnotation, placeOfAnnotation } from '../annotations/annotations';
import type { WritableDB } from '../core/sql';
import { addAccount } from './change-account';
import { makeEntities, withMade } from './make-entities';

type Args = CommandArgs<'recordAccount'>;

/** A passage of its own on some words of the article that a passage is in. */
function annotateBeside(db: WritableDB, annotationId: string, words: NonNullable<Args['cue']>): string {
  const { articleId, revisionId } = placeOfAnnotation(db, annotationId);
  return annotate(db, { on: { articleId, revisionId, parts: [words] } }).annotationId;
}

/** See the contract. Throws what annotating and adding an account throw; then nothing of it is done. */
export function recordAccount(
  db: WritableDB,
  { on, event, account, cue, making, also = [] }: Args,
): Recorded {
  const { annotationId, eventIds } = annotate(db, { on, events: [event] });
  const [eventId] = eventIds;
  if (eventId === undefined) throw new CasebookError('internal', 'The event was not linked.');
  const made = makeEntities(db, making);
  const cues = cue ? [annotateBeside(db, annotationId, cue)] : [];
  const { id } = addAccount(db, { ...withMade(account, made), eventId, evidence: [annotationId], cues });
  for (const { account: further, words } of also) {
    const evidence = [words ? annotateBeside(db, annotationId, words) : annotationId];
    addAccount(db, { ...withMade(further, made), eventId, evidence });
  }
  return { annotationId, eventId, accountId: id, annotation: findAnnotation(db, annotationId) };
}
