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

/** Some of them follow the place: apart, for the same reason as the screen. */
function Commands() {
  useNotebookCommands();
  useIntakeCommands();
  usePasteImport();
  return null;
}

/** Alone follows the place: what stands around a screen is not drawn again for another one. */
function Screen() {
  const place = useNavigation((state) => state.place);
  const main = useRef<HTMLElement>(null);
  // Who hears the screen is taken to the new one; a screen that focuses something of its own comes later.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [place.kind]);
  return (
    <main ref={main} tabIndex={-1} className="flex flex-col flex-1 min-w-0 min-h-0 outline-none">
      <ScreenBoundary place={place}>
        <Suspense fallback={<Spinner />}>
          <ScreenOf place={place} />
        </Suspense>
      </ScreenBoundary>
    </main>
  );
}

/** An open notebook: the bar, the list of places, and the screen. */
export function NotebookWindow() {
  return (
    <div className="h-full flex flex-col">
      <Commands />
      <TopBar />
      <div className="flex flex-1 min-h-0">
        <Sidebar />
        <Screen />
      </div>
      <ImportPanel />
    </div>
  );
}
