import type { QueryArgs } from '../../shared/contract';
import { useAnswer } from '../client/query';
import { go } from '../shell/navigation';
import { LinkButton } from '../ui/actions/button';

/** In a line: the notes that cite a thing; nothing where there are none. */
export function CitedIn({ of }: { readonly of: QueryArgs<'listCitingNotes'> }) {
  const { data: notes = [] } = useAnswer('listCitingNotes', of);
  if (notes.length === 0) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 text-xs text-muted min-w-0">
      <span>{notes.length === 1 ? 'Cited in a note:' : `Cited in ${notes.length} notes:`}</span>
      {notes.map(({ id, title }) => (
        <LinkButton key={id} title={title} onPress={() => go({ kind: 'note', id })}>
          {title || 'Untitled note'}
        </LinkButton>
      ))}
    </p>
  );
}
