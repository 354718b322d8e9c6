import { factWords, valueWords } from '../../../shared/accounts/account-words';
import type { Resting } from '../../../shared/comparison/meaning';
import { answer, type Session } from '../../store/worker/session';
import { type Outcome, UsageError, type VerbContext } from '../verb';

interface NumberedRevision {
  readonly id: string;
  readonly number: number;
}

function revisionOf(
  revisions: readonly NumberedRevision[],
  given: string | undefined,
  otherwise: number,
): string {
  const number = given === undefined ? otherwise : Number(given);
  const found = revisions.find((revision) => revision.number === number);
  if (!found) throw new UsageError(`The article has no revision ${given ?? otherwise}.`);
  return found.id;
}

function compare(session: Session, articleId: string, from: string | undefined, to: string | undefined) {
  const { revisions, currentRevisionId } = answer(session, 'getArticle', { id: articleId });
  const current = revisions.find(({ id }) => id === currentRevisionId)?.number ?? 1;
  const newer = to === undefined ? current : Number(to);
  return answer(session, 'compareRevisions', {
    articleId,
    fromRevisionId: revisionOf(revisions, from, newer - 1),
    toRevisionId: revisionOf(revisions, to, current),
  });
}

function restingWords(thing: Resting): string {
  if (thing.kind === 'entity') return thing.name;
  if (thing.kind === 'event') return thing.title;
  return `${thing.title}: ${factWords(thing)} – ${valueWords(thing.value)}`;
}

/** `compare FILE --article ID`: what changed in meaning between two revisions, the current one and the one before it otherwise. */
export function compareRevisions({ option, open, say }: VerbContext): Outcome {
  const articleId = option('article');
  if (articleId === undefined) throw new UsageError('compare needs --article ID.');
  const { from, to, meaning, details, rows } = compare(open('read'), articleId, option('from'), option('to'));
  const changedParagraphs = rows.filter(({ kind }) => kind !== 'same').length;
  say(`Revision ${from.number} to ${to.number}: ${changedParagraphs} paragraphs differ.`);
  say(`${meaning.length} passages changed in meaning, ${details.length} details changed.`);
  const json = {
    articleId,
    from: { id: from.id, number: from.number },
    to: { id: to.id, number: to.number },
    changedParagraphs,
    meaning: meaning.map(({ oldRow: _old, newRow: _new, ...change }) => change),
    details,
  };
  const lines = meaning.map(({ annotationId, state, from: old, to: now, resting }) => {
    const things = resting.map(restingWords);
    return [annotationId, state, old?.words ?? '', now?.words ?? '', things.join('; ')]
      .join('\t')
      .replace(/\n/g, ' ');
  });
  return { json, lines };
}
