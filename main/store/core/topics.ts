import type { Topic } from '../../../shared/contract/app';
import type { RowChange } from './recorder';

/** Which topics a change in a table touches; every recorded table has a row here. */
const topicsOfTable: Readonly<Record<string, readonly Topic[]>> = {
  notebook: ['notebook'],
  article: ['article'],
  original: ['article'],
  revision: ['revision'],
  exclusion: ['revision'],
  locator: ['revision'],
  annotation: ['annotation'],
  selector: ['annotation'],
  anchor: ['annotation'],
  former_quote: ['annotation'],
  entity: ['entity'],
  entity_name: ['entity'],
  identifier: ['entity'],
  stored_mention: ['annotation', 'entity'],
  entity_relation: ['entity'],
  entity_relation_evidence: ['annotation', 'entity'],
  event_type: ['event'],
  event: ['event'],
  role: ['event'],
  account: ['event'],
  account_evidence: ['annotation', 'event'],
  account_claimant: ['event'],
  event_relation: ['event'],
  event_relation_evidence: ['annotation', 'event'],
  evidence: ['annotation', 'event'],
  tag: ['tag'],
  stored_annotation_tag: ['annotation', 'tag'],
  stored_article_tag: ['article', 'tag'],
  note: ['note'],
  citation: ['note'],
  draft: ['draft'],
  trash: ['trash'],
  saved_search: ['search'],
  search_history: ['past-search'],
};

/** The topics that a record of row changes touches, without repeats. */
export function topicsOf(changes: readonly RowChange[]): Topic[] {
  return [...new Set(changes.flatMap(({ table }) => topicsOfTable[table] ?? []))];
}
