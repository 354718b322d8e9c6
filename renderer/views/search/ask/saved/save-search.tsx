/** Keeps the query on the screen under a name; says the name of one that is kept already. */
import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { useAnswer } from '../../../../client/query';
import { longestQuery } from '../../../../shell/frame/search/remember-search';
import { showSideTab } from '../../../../shell/frame/search/side-tab';
import { useCommand } from '../../../../shell/use-command';
import { Button } from '../../../../ui/actions/button';
import { Popover } from '../../../../ui/overlays/popover';
import { saveSearch, useLastSaved } from './saved-changes';
import { SearchNameField } from './search-name-field';

const longestName = 80;

export function SaveSearch({ query }: { readonly query: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { data: info } = useAnswer('getNotebook', {});
  // Only what was read already: to list them is to ask them all.
  const { data: saved = [] } = useAnswer('savedSearches', {}, false);
  const last = useLastSaved((state) => state.query);
  const isKnown = last === query.trim() || saved.some((one) => one.query === query.trim());
  const canSave = !isKnown && info?.readOnly === false && query.length <= longestQuery;
  useCommand('save-search', () => setIsOpen(true), canSave);
  const close = () => setIsOpen(false);
  const save = async (name: string) => {
    const problem = await saveSearch(name, query);
    if (problem === null) close();
    return problem;
  };
  if (isKnown)
    return (
      <Button
        look="quiet"
        icon={<BookmarkCheck size={14} aria-hidden />}
        onPress={() => showSideTab('saved')}
      >
        Saved
      </Button>
    );
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        icon={<Bookmark size={14} aria-hidden />}
        isDisabled={!canSave}
        onPress={() => setIsOpen(true)}
      >
        Save search
      </Button>
      <Popover label="Save search" isOpen={isOpen} onClose={close} anchorRef={button} placement="bottom">
        <div className="w-72 max-w-full">
          <SearchNameField
            label="Name"
            initial={query.trim().slice(0, longestName)}
            action="Save"
            onTake={save}
            onCancel={close}
          />
        </div>
      </Popover>
    </>
  );
}
