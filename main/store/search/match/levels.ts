/**
 * What filters of one group are about. Those about an account must hold of one account together, those about an event of
 * one event: "claims" and "June" are not met by one account that claims and another event in June.
 */
import type { QueryNode } from '../../../../shared/query/query';

export type Level = 'words' | 'account' | 'event' | 'row';

/** What a node is about; alternatives that are all about the same are about that. */
export function levelOf(node: QueryNode): Level {
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'near':
      return 'words';
    case 'actor':
      return node.roles.length > 0 ? 'account' : 'row';
    case 'name':
      if (node.field === 'role' || node.field === 'claimant') return 'account';
      return node.field === 'event' || node.field === 'type' ? 'event' : 'row';
    case 'value':
      return node.field === 'mode' || node.field === 'certainty' ? 'account' : 'row';
    case 'date':
      return node.field === 'date' ? 'event' : 'row';
    case 'or': {
      const [first, ...others] = new Set(node.nodes.map(levelOf));
      return first && others.length === 0 && first !== 'words' ? first : 'row';
    }
    default:
      return 'row';
  }
}
