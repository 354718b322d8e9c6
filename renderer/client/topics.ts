import type { QueryName } from '../../shared/contract';
import type { Topic } from '../../shared/contract/app';
import { queryTopics } from '../../shared/contract/topics';

/** The topics that a query of this name reads; none for a name that is no query. */
export function topicsRead(name: string): readonly Topic[] {
  return Object.hasOwn(queryTopics, name) ? queryTopics[name as QueryName] : [];
}
