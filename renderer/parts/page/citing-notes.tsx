import type { QueryArgs } from '../../../shared/contract';
import { useAnswer } from '../../client/query';
import { go } from '../../shell/navigation';
import { LinkButton } from '../../ui/actions/button';
import { SideSection } from './side-section';

/** The notes that cite a thing; nothing where there are none. */
export function CitingNotes({ of }: { readonly of: QueryArgs<'listCitingNotes'> }) {
  const { data: notes = [] } = useAnswer('listCitingNotes', of);
  if (notes.length === 0) return null;
  return (
    <SideSection title="Cited in notes" detail={notes.length}>
      <ul className="flex flex-col gap-1">
        {notes.map(({ id, title }) => (
          <li key={id} className="min-w-0 flex">
            <LinkButton title={title} onPress={() => go({ kind: 'note', id })}>
              {title || 'Untitled'}
            </LinkButton>
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
