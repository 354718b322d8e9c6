import type { ExportScope } from '../../../shared/contract/exports';
import { useAnswer } from '../../client/query';

/** What can be exported, as it is called. */
export const scopeLabels: Readonly<Record<ExportScope['kind'], string>> = {
  everything: 'The whole notebook',
  article: 'This article',
  entity: 'This dossier',
  event: 'This event',
  note: 'This note',
  passages: 'The chosen passages',
  search: 'What was found',
};

/** The name of what an export is about. */
export function useScopeName(scope: ExportScope): string {
  const args = { id: 'id' in scope ? scope.id : '-' };
  const article = useAnswer('getArticle', args, scope.kind === 'article').data?.title;
  const entity = useAnswer('getEntity', args, scope.kind === 'entity').data?.name;
  const event = useAnswer('getEvent', args, scope.kind === 'event').data?.title;
  const note = useAnswer('getNote', args, scope.kind === 'note').data?.title;
  switch (scope.kind) {
    case 'everything':
      return 'All articles with their passages, all entries, events and notes.';
    case 'passages':
      return scope.ids.length === 1 ? '1 passage' : `${scope.ids.length.toLocaleString('en')} passages`;
    case 'search':
      return scope.query;
    default:
      return { article, entity, event, note }[scope.kind] || 'Untitled';
  }
}
