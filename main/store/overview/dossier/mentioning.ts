/** Where an entity is named, takes part or speaks: the articles, and what its passages can be narrowed by. The passages themselves are `listPassages`. */
import type { QueryArgs } from '../../../../shared/contract';
import type { Page } from '../../../../shared/contract/articles';
import type { MentioningArticle, PassageChoices } from '../../../../shared/contract/entities';
import { all, countOf, type ReadableDB } from '../../core/sql';
import { passagesAbout } from '../../core/within';
import { rootId } from '../../entities/entities';
import { membersInside } from './whose';

/** The passages about the entity, each once. */
const passages = passagesAbout(membersInside);

const articles = `SELECT annotation.article_id AS id, count(*) AS passages
  FROM (${passages}) AS passage CROSS JOIN annotation ON annotation.id = passage.id GROUP BY annotation.article_id`;

/** The articles with passages about an entity, by date of publication. */
export function listMentioningArticles(
  db: ReadableDB,
  { entityId, offset, limit }: QueryArgs<'listMentioningArticles'>,
): Page<MentioningArticle> {
  const id = rootId(db, entityId);
  const page = `SELECT article.id, article.title, article.publisher, article.published_edtf AS published,
      counted.passages AS "passageCount"
    FROM (${articles}) AS counted CROSS JOIN article ON article.id = counted.id
    ORDER BY article.published_earliest IS NULL, article.published_earliest, article.id LIMIT @limit OFFSET @offset`;
  return {
    rows: all<MentioningArticle>(db, page, { id, offset, limit }),
    total: countOf(db, `SELECT count(*) FROM (${articles})`, { id }),
  };
}

/** Choices of one kind that are offered. */
const offered = 200;

/** Each kind of choice: an id, a label, and how to come to it from `passage`; `known` where there is none for some. */
const kinds = {
  years: `SELECT substr(article.published_earliest, 1, 4) AS id, substr(article.published_earliest, 1, 4) AS label,
      count(*) AS count FROM passage CROSS JOIN annotation USING (id) CROSS JOIN article ON article.id = annotation.article_id
    WHERE article.published_earliest GLOB '[0-9]*'
      AND substr(article.published_earliest, 1, 4) = substr(article.published_latest, 1, 4)
    GROUP BY 1 ORDER BY 1 DESC`,
  publishers: `SELECT article.publisher AS id, article.publisher AS label, count(*) AS count
    FROM passage CROSS JOIN annotation USING (id) CROSS JOIN article ON article.id = annotation.article_id
    WHERE article.publisher <> '' GROUP BY 1 ORDER BY 3 DESC, 1`,
  events: `SELECT event.id, event.title AS label, count(*) AS count
    FROM passage CROSS JOIN evidence ON evidence.annotation_id = passage.id CROSS JOIN event ON event.id = evidence.event_id
    GROUP BY event.id ORDER BY 3 DESC, event.folded, event.id`,
  tags: `SELECT tag.id, tag.name AS label, count(DISTINCT passage.id) AS count
    FROM passage CROSS JOIN stored_annotation_tag AS x ON x.annotation_id = passage.id
    CROSS JOIN tag AS stored ON stored.id = x.tag_id CROSS JOIN tag ON tag.id = coalesce(stored.root_id, stored.id)
    GROUP BY tag.id ORDER BY 3 DESC, tag.folded, tag.id`,
} as const;

/** What the passages of an entity can be narrowed by; two hundred of each kind at most. */
export function getPassageChoices(
  db: ReadableDB,
  { entityId }: QueryArgs<'getPassageChoices'>,
): PassageChoices {
  const id = rootId(db, entityId);
  const read = (kind: keyof typeof kinds) =>
    all<PassageChoices['tags'][number]>(
      db,
      `WITH passage AS MATERIALIZED (${passages}) ${kinds[kind]} LIMIT ${offered}`,
      { id },
    );
  return {
    years: read('years'),
    publishers: read('publishers'),
    events: read('events'),
    tags: read('tags'),
  };
}
