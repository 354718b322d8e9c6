/** The current texts of articles as search shows them, each read and blanked once for a page of results. */
import { createOffsetMap, type OffsetMap } from '../../../../shared/text/offsets';
import { get, type ReadableDB } from '../../core/sql';
import { blankRanges, greyedRanges } from '../index/items/item-words';

export interface ArticleText {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** EDTF, or null. */
  readonly published: string | null;
  readonly revisionId: string;
  readonly text: string;
  /** As long as `text` in UTF-16, greyed stretches blank. */
  readonly blanked: string;
  readonly offsets: OffsetMap;
}

/** Reads an article's current text; null when there is no such article. */
export type ReadArticleText = (articleId: string) => ArticleText | null;

type Row = Omit<ArticleText, 'blanked' | 'offsets'>;

function readText(db: ReadableDB, id: string): ArticleText | null {
  const row = get<Row>(
    db,
    `SELECT a.id, a.title, a.publisher, a.published_edtf AS published, a.revision_id AS revisionId, r.text
     FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?`,
    [id],
  );
  if (!row) return null;
  let offsets: OffsetMap | null = null;
  return {
    ...row,
    blanked: blankRanges(row.text, greyedRanges(db, row.revisionId)),
    get offsets() {
      return (offsets ??= createOffsetMap(row.text));
    },
  };
}

/** A reader that reads each article once. */
export function articleTexts(db: ReadableDB): ReadArticleText {
  const known = new Map<string, ArticleText | null>();
  return (articleId) => {
    const text = known.get(articleId) ?? readText(db, articleId);
    known.set(articleId, text);
    return text;
  };
}
