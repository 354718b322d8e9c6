/** What the owner of a notebook hands to whoever doubts a redacted source: its text and the salt, which make the commitment. */
import { all, pluck, type ReadableDB } from '../../store/core/sql';
import type { Dossier, DossierPassage } from './dossier-types';
import { commitmentOf, placeCommitmentOf, saltOf } from './redaction';

/** As `verify.mjs --proof` takes it. */
export interface DossierProof {
  /** The id of the source in the dossier. */
  readonly source: string;
  readonly salt: string;
  readonly text: string;
  /** Where the passages stand whose places were withheld; `part` counts from 0. */
  readonly places: readonly {
    readonly passage: string;
    readonly part: number;
    readonly start: number;
    readonly end: number;
  }[];
}

/** The proof of an article's text in a dossier; null where the dossier has no source that is redacted and is this one. */
export function proofOf(
  db: ReadableDB,
  { madeAt, sources, passages }: Pick<Dossier, 'madeAt' | 'sources' | 'passages'>,
  articleId: string,
): DossierProof | null {
  const notebookId = pluck<string>(db, 'SELECT id FROM notebook')[0] ?? '';
  const select = 'SELECT id, text FROM revision WHERE article_id = ? ORDER BY number DESC';
  for (const { id: revisionId, text } of all<{ id: string; text: string }>(db, select, [articleId])) {
    const salt = saltOf({ notebookId, articleId, revisionId, madeAt });
    const commitment = commitmentOf(salt, text);
    const source = sources.find((each) => each.text.commitment === commitment);
    if (!source) continue;
    const own = passages.filter((passage) => passage.source === source.id);
    return { source: source.id, salt, text, places: placesOf(db, { revisionId, salt, passages: own }) };
  }
  return null;
}

interface Withheld {
  readonly revisionId: string;
  readonly salt: string;
  readonly passages: readonly DossierPassage[];
}

/** The places that a dossier only commits to, found among those of the revision. */
function placesOf(db: ReadableDB, { revisionId, salt, passages }: Withheld): DossierProof['places'] {
  const select = 'SELECT DISTINCT start, "end" FROM anchor WHERE revision_id = ?';
  const known = new Map(
    all<{ start: number; end: number }>(db, select, [revisionId]).map((place) => [
      placeCommitmentOf(salt, place.start, place.end),
      place,
    ]),
  );
  return passages.flatMap(({ id, parts }) =>
    parts.flatMap(({ place }, part) => {
      const found = place === null ? undefined : known.get(place);
      return found ? [{ passage: id, part, start: found.start, end: found.end }] : [];
    }),
  );
}
