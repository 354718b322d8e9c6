import { FileDown } from 'lucide-react';
import { useNotebookState } from '../shell/notebook-state';
import { useFileDrop } from './use-file-drop';

/** Says what will happen to the files held above the window. */
export function DropVeil() {
  const held = useFileDrop();
  const isOpen = useNotebookState((state) => state.kind === 'open');
  if (!held) return null;
  return (
    <div className="fixed inset-2 z-50 rounded-xl border-2 border-dashed border-accent bg-paper/85 flex flex-col items-center justify-center gap-2 pointer-events-none">
      <FileDown size={28} aria-hidden className="text-accent" />
      <p className="text-[15px] font-medium">
        {isOpen ? 'Drop to bring it into this notebook' : 'Drop a notebook to open it'}
      </p>
    </div>
  );
}
