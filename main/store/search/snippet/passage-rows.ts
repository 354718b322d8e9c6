/**
 * Passages as their hits are described: read for a whole page at once, and of the texts of their articles only what is around
 * their words. Greyed stretches are blank.
 */
import type { HitArticle } from '../../../../shared/contract/search';
import type { AnchorState } from '../../../../shared/model/annotation';
import { createOffsetMap } from '../../../../shared/text/offsets';
import { all, type ReadableDB } from '../../core/sql';
import { blankRanges, greyedRanges } from '../index/items/item-words';
import type { Stretch } from './find-matches';

/** Some of a text with what stands around it, and where in that it stands (UTF-16). */
export interface Surroundings extends Stretch {
  readonly text: string;
}

/** A part of a passage; places are code points of the current text. */
export interface PassagePart {
  readonly exact: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly state: AnchorState | null;
  /** Null: its words are gone from the text. */
  readonly around: Surroundings | null;
}

/** A passage with its article. */
export interface PassageRow {
  readonly comment: string;
  readonly article: HitArticle;
  /** In their order. */
  readonly parts: readonly PassagePart[];
}

/** So many code points before and after a part are read: more than a sentence has that is shown whole. */
const reach = 420;

interface Row extends HitArticle {
  readonly passage: string;
  readonly comment: string;
  readonly revisionId: string;
  readonly part: number | null;
  readonly exact: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly state: AnchorState | null;
  readonly words: string | null;
}

/** The parts of passages, whose ids are the array `@ids`, each with the words around it. */
const partsSql = `SELECT t.id AS passage, t.comment, a.id, a.title, a.publisher, a.published_edtf AS published,
    a.revision_id AS revisionId, s.part, s.exact, n.start, n."end", n.state,
    CASE WHEN n.state <> 'orphan' THEN
      substr(r.text, max(0, n.start - ${reach}) + 1, n."end" - max(0, n.start - ${reach}) + ${reach}) END AS words
  FROM json_each(@ids) j CROSS JOIN annotation t ON t.id = j.value JOIN article a ON a.id = t.article_id
  LEFT JOIN selector s ON s.annotation_id = t.id
  LEFT JOIN anchor n ON n.annotation_id = t.id AND n.part = s.part AND n.revision_id = a.revision_id
  LEFT JOIN revision r ON r.id = n.revision_id`;

type Ranges = ReturnType<typeof greyedRanges>;

function surroundingsOf({ words, start, end }: Row, greyed: Ranges): Surroundings | null {
  if (words === null || start === null || end === null) return null;
  const from = Math.max(0, start - reach);
  const offsets = createOffsetMap(words);
  const shifted = greyed.map((range) => ({
    start: offsets.toCodePoint(offsets.toUtf16(range.start - from)),
    end: offsets.toCodePoint(offsets.toUtf16(range.end - from)),
  }));
  return {
    text: blankRanges(words, shifted),
    start: offsets.toUtf16(start - from),
    end: offsets.toUtf16(end - from),
  };
}

/** The passages with these ids; one that has gone is left out. */
export function passageRows(db: ReadableDB, ids: readonly string[]): ReadonlyMap<string, PassageRow> {
  const rows = ids.length === 0 ? [] : all<Row>(db, partsSql, { ids: JSON.stringify(ids) });
  const revisions = new Set(rows.map(({ revisionId }) => revisionId));
  const greyed = new Map([...revisions].map((id) => [id, greyedRanges(db, id)]));
  const passages = new Map<string, PassageRow & { readonly parts: PassagePart[] }>();
  for (const row of rows.sort((one, other) => (one.part ?? 0) - (other.part ?? 0))) {
    const { passage, comment, id, title, publisher, published, exact, start, end, state } = row;
    const known = passages.get(passage) ?? {
      comment,
      article: { id, title, publisher, published },
      parts: [],
    };
    passages.set(passage, known);
    if (row.part === null) continue;
    const around = surroundingsOf(row, greyed.get(row.revisionId) ?? []);
    known.parts.push({ exact, start, end, state, around });
  }
  return passages;
}
