import type { Topic } from '../../../shared/contract/app';
import type { RowChange } from './recorder';

/** Which topics a change in a table touches; every recorded table has a row here. */
const topicsOfTable: Readonly<Record<string, readonly Topic[]>> = {
  notebook: ['notebook'],
  article: ['article'],
  original: ['article'],
  revision: ['revision'],
  exclusion: ['revision'],
  annotation: ['annotation'],
  selector: ['annotation'],
  anchor: ['annotation'],
  former_quote: ['annotation'],
  entity: ['entity'],
  entity_name: ['entity'],
  identifier: ['entity'],
  mention: ['annotation', 'entity'],
  event_type: ['event'],
  event: ['event'],
  participation: ['event'],
  evidence: ['annotation', 'event'],
  tag: ['tag'],
  annotation_tag: ['annotation', 'tag'],
  article_tag: ['article', 'tag'],
  note: ['note'],
  citation: ['note'],
  draft: ['draft'],
  trash: ['trash'],
};

/** The topics that a record of row changes touches, without repeats. */
export function topicsOf(changes: readonly RowChange[]): Topic[] {
  return [...new Set(changes.flatMap(({ table }) => topicsOfTable[table] ?? []))];
}
