import { Suspense, useEffect, useRef } from 'react';
import { ImportPanel } from '../../intake/import-panel';
import { useIntakeCommands } from '../../intake/use-intake-commands';
import { usePasteImport } from '../../intake/use-paste-import';
import { Spinner } from '../../ui/feedback/progress';
import { useNavigation } from '../navigation';
import { ScreenOf } from '../screens';
import { useNotebookCommands } from '../use-shell-commands';
import { ScreenBoundary } from './screen-boundary';
import { Sidebar } from './sidebar';
import { TopBar } from './top-bar';

/** An open notebook: the bar, the list of places, and the screen. */
export function NotebookWindow() {
  const place = useNavigation((state) => state.place);
  const main = useRef<HTMLElement>(null);
  useNotebookCommands();
  useIntakeCommands();
  usePasteImport();
  // Who hears the screen is taken to the new one; a screen that focuses something of its own comes later.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [place.kind]);
  return (
    <div className="h-full flex flex-col">
      <TopBar />
      <div className="flex flex-1 min-h-0">
        <Sidebar />
        <main ref={main} tabIndex={-1} className="flex flex-col flex-1 min-w-0 min-h-0 outline-none">
          <ScreenBoundary place={place}>
            <Suspense fallback={<Spinner />}>
              <ScreenOf place={place} />
            </Suspense>
          </ScreenBoundary>
        </main>
      </div>
      <ImportPanel />
    </div>
  );
}
