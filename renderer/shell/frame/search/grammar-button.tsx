import { CircleHelp } from 'lucide-react';
import { IconButton } from '../../../ui/actions/button';
import { PopoverButton } from '../../../ui/overlays/popover';
import { GrammarList } from './grammar-list';

/** Beside the search box: what can be asked in it. */
export function GrammarButton() {
  return (
    <PopoverButton
      label="What can be asked"
      trigger={<IconButton label="What can be asked" icon={<CircleHelp size={15} />} />}
    >
      {(close) => (
        <div className="w-160 max-w-full max-h-[70vh] overflow-y-auto">
          <p className="px-2 pb-2 text-muted">
            Everything can be mixed. Press an example to put it into the search box.
          </p>
          <GrammarList onTake={close} />
        </div>
      )}
    </PopoverButton>
  );
}
