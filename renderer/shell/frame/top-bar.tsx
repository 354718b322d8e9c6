import { ArrowLeft, ArrowRight, Redo2, Undo2 } from 'lucide-react';
import { useAnswer } from '../../client/query';
import { IconButton } from '../../ui/actions/button';
import { useNavigation } from '../navigation';
import { commandWords } from '../undo-words';
import { runCommand } from '../use-command';
import { SearchBox } from './search/search-box';

function Steps() {
  const canGoBack = useNavigation((state) => state.past.length > 0);
  const canGoForward = useNavigation((state) => state.future.length > 0);
  return (
    <div className="flex gap-0.5">
      <IconButton
        label="Back"
        keys="Alt+ArrowLeft"
        icon={<ArrowLeft size={16} />}
        isDisabled={!canGoBack}
        onPress={() => runCommand('back')}
      />
      <IconButton
        label="Forward"
        keys="Alt+ArrowRight"
        icon={<ArrowRight size={16} />}
        isDisabled={!canGoForward}
        onPress={() => runCommand('forward')}
      />
    </div>
  );
}

function History({ undo, redo }: { readonly undo: string | null; readonly redo: string | null }) {
  const label = (word: string, name: string | null) => (name ? `${word}: ${commandWords(name)}` : word);
  return (
    <div className="flex gap-0.5">
      <IconButton
        label={label('Undo', undo)}
        keys="$mod+Z"
        icon={<Undo2 size={15} />}
        isDisabled={!undo}
        onPress={() => runCommand('undo')}
      />
      <IconButton
        label={label('Redo', redo)}
        keys="$mod+Shift+Z"
        icon={<Redo2 size={15} />}
        isDisabled={!redo}
        onPress={() => runCommand('redo')}
      />
    </div>
  );
}

/** Back and forward, the notebook's name, the search box, undo and redo. */
export function TopBar() {
  const { data: info } = useAnswer('getNotebook', {});
  return (
    <header className="h-10 shrink-0 flex items-center gap-3 px-2 border-b border-rule bg-sunken">
      <Steps />
      <div className="flex items-center gap-2 min-w-0 w-56 max-[820px]:w-36">
        <span className="truncate font-medium" dir="auto" title={info?.path}>
          {info?.title}
        </span>
        {info?.readOnly && (
          <span
            className="text-xs text-warning border border-warning rounded px-1 whitespace-nowrap"
            title="Nothing can be changed in it here"
          >
            read only
          </span>
        )}
      </div>
      <div className="flex-1 flex justify-center min-w-0">
        <SearchBox />
      </div>
      <div className="flex justify-end w-56 max-[820px]:w-auto">
        <History undo={info?.undo ?? null} redo={info?.redo ?? null} />
      </div>
    </header>
  );
}
