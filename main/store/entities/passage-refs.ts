/** Annotations as they are met outside of their article: with its title and date, and where they stand in its current text. */
import type { AnchorState, PartRef, PassageRef, Quote } from '../../../shared/model/annotation';
import { all, type ReadableDB } from '../core/sql';

interface PassageRow extends Omit<PassageRef, 'quote' | 'state' | 'parts' | 'start' | 'end'> {
  readonly parts: string;
}

interface PartRow extends Quote {
  readonly start: number | null;
  readonly end: number | null;
  readonly state: AnchorState | null;
}

const statesFromWorst: readonly AnchorState[] = ['orphan', 'changed', 'moved', 'exact'];

function worstState(parts: readonly PartRef[]): AnchorState {
  const states = parts.map(({ state }) => state);
  return statesFromWorst.find((state) => states.includes(state)) ?? 'orphan';
}

/** A part without an anchor in the current text counts as an orphan. */
function toPartRef({ exact, prefix, suffix, state }: PartRow): PartRef {
  return { quote: { exact, prefix, suffix }, state: state ?? 'orphan' };
}

function toPassageRef({ parts: json, ...row }: PassageRow): PassageRef {
  const rows = JSON.parse(json) as PartRow[];
  const parts = rows.map(toPartRef);
  const quote = {
    exact: rows.map(({ exact }) => exact).join(' … '),
    prefix: rows[0]?.prefix ?? '',
    suffix: rows.at(-1)?.suffix ?? '',
  };
  const [first] = rows;
  return { ...row, quote, state: worstState(parts), parts, start: first?.start ?? 0, end: first?.end ?? 0 };
}

const partsJson = `(SELECT json_group_array(json_object('exact', s.exact, 'prefix', s.prefix, 'suffix', s.suffix,
    'start', c.start, 'end', c."end", 'state', c.state) ORDER BY s.part)
  FROM selector AS s LEFT JOIN anchor AS c
    ON c.annotation_id = s.annotation_id AND c.part = s.part AND c.revision_id = article.revision_id
  WHERE s.annotation_id = annotation.id)`;

/** Label of the page or the chapter that the first part with words begins on, or ''. */
const labelOf = (kind: 'page' | 'chapter'): string => `coalesce((SELECT l.label
  FROM anchor AS k JOIN locator AS l ON l.revision_id = k.revision_id AND l.kind = '${kind}' AND l.start <= k.start
  WHERE k.annotation_id = annotation.id AND k.revision_id = article.revision_id AND k.state <> 'orphan'
  ORDER BY k.part, l.start DESC, l.number DESC LIMIT 1), '')`;

const refColumns = `annotation.id AS "annotationId", article.id AS "articleId", article.title AS "articleTitle",
  article.publisher, article.published_edtf AS published, annotation.comment, annotation.coder, ${labelOf('page')} AS page,
  ${labelOf('chapter')} AS chapter, ${partsJson} AS parts`;

/**
 * A page of the passages whose annotation ids `idsSql` selects, by their article's date (undated last), then by place
 * in its text. The parameters are those of `idsSql`.
 */
export function passageRefs(
  db: ReadableDB,
  idsSql: string,
  params: readonly string[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
): PassageRef[] {
  const rows = all<PassageRow>(
    db,
    `WITH page AS MATERIALIZED (
       SELECT annotation.id FROM (${idsSql}) AS wanted
       CROSS JOIN annotation ON annotation.id = wanted.annotation_id
       CROSS JOIN article ON article.id = annotation.article_id
       LEFT JOIN anchor ON anchor.annotation_id = annotation.id AND anchor.part = 0 AND anchor.revision_id = article.revision_id
       ORDER BY article.published_earliest IS NULL, article.published_earliest, article.id, anchor.start, annotation.id
       LIMIT ? OFFSET ?)
     SELECT ${refColumns}
     FROM page CROSS JOIN annotation USING (id) CROSS JOIN article ON article.id = annotation.article_id`,
    [...params, limit, offset],
  );
  return rows.map(toPassageRef);
}

/** The given passages, in the order of their annotation ids; those that are gone are left out. */
export function passageRefsOf(db: ReadableDB, ids: readonly string[]): PassageRef[] {
  const rows = all<PassageRow>(
    db,
    `SELECT ${refColumns}
     FROM json_each(?) AS wanted CROSS JOIN annotation ON annotation.id = wanted.value
     CROSS JOIN article ON article.id = annotation.article_id ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );
  return rows.map(toPassageRef);
}
