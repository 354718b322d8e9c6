/** What the owner of a notebook hands to whoever doubts a redacted source: its text and the salt, which make the commitment. */
import { all, pluck, type ReadableDB } from '../../store/core/sql';
import type { Dossier } from './dossier-types';
import { commitmentOf, saltOf } from './redaction';

/** As `verify.mjs --proof` takes it. */
export interface DossierProof {
  /** The id of the source in the dossier. */
  readonly source: string;
  readonly salt: string;
  readonly text: string;
}

/** The proof of an article's text in a dossier; null where the dossier has no source that is redacted and is this one. */
export function proofOf(
  db: ReadableDB,
  { madeAt, sources }: Pick<Dossier, 'madeAt' | 'sources'>,
  articleId: string,
): DossierProof | null {
  const notebookId = pluck<string>(db, 'SELECT id FROM notebook')[0] ?? '';
  const select = 'SELECT id, text FROM revision WHERE article_id = ? ORDER BY number DESC';
  for (const { id: revisionId, text } of all<{ id: string; text: string }>(db, select, [articleId])) {
    const salt = saltOf({ notebookId, articleId, revisionId, madeAt });
    const commitment = commitmentOf(salt, text);
    const source = sources.find((each) => each.text.commitment === commitment);
    if (source) return { source: source.id, salt, text };
  }
  return null;
}
