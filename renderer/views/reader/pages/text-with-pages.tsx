import { lazy, type ReactNode, Suspense } from 'react';
import { notify } from '../../../shell/notices';
import { useCommand } from '../../../shell/use-command';
import { SplitPane } from '../../../ui/layout/split-pane';
import { useOpenText } from '../reader-context';
import { togglePages, usePagesState } from './pages-state';

/** Loaded when the first PDF is looked at. */
const PagesPane = lazy(async () => ({ default: (await import('./pages-pane')).PagesPane }));

/** True where the text that is shown was captured from the article's PDF: an earlier capture had other pages. */
export function useHasPages(): boolean {
  const { article, revision } = useOpenText();
  const captures = article.revisions.filter(
    ({ number, originalId }) => originalId && number <= revision.number,
  );
  const { original } = article;
  return original?.mediaType === 'application/pdf' && captures.at(-1)?.originalId === original.id;
}

/** The text, with the pages of its PDF beside it where there is one and they are wanted. */
export function TextWithPages({ children }: { readonly children: ReactNode }) {
  const hasPages = useHasPages();
  const { isShown } = usePagesState();
  useCommand('show-pages', () =>
    hasPages ? togglePages() : notify({ text: 'Only articles that came from a PDF have pages' }),
  );
  if (!hasPages) return children;
  const pages = (
    <Suspense fallback={<div className="flex-1 bg-sunken" />}>
      <PagesPane />
    </Suspense>
  );
  return (
    <SplitPane
      name="pages"
      label="Width of the pages"
      sideWidth={Math.max(260, Math.round(window.innerWidth * 0.32))}
      sideMinWidth={200}
      main={children}
      side={isShown ? pages : null}
    />
  );
}
