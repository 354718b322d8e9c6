/** The pages of the PDF that the article was captured from, beside its text. Only pages near what is looked at are drawn. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { codePointLength } from '../../../../shared/text/offsets';
import { ErrorMessage } from '../../../shell/error-message';
import { useCommand } from '../../../shell/use-command';
import { useOpenText } from '../reader-context';
import { type OpenPages, openPages } from './file/open-pages';
import { type PagePlaces, pagePlaces } from './page-places';
import { PageSheet } from './page-sheet';
import { PagesBar } from './pages-bar';
import { usePagesState } from './pages-state';
import { usePageFollowing } from './use-page-following';
import { usePageView } from './use-page-view';
import './pages.css';

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'open'; readonly pages: OpenPages };

/** Opens the article's original for as long as it is shown; a newer capture is opened anew. */
function usePages(articleId: string, originalId: string): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    let isOver = false;
    let close = () => {};
    setOpening({ kind: 'opening' });
    openPages(articleId).then(
      (pages) => {
        if (isOver) return pages.close();
        close = pages.close;
        setOpening({ kind: 'open', pages });
      },
      (error: unknown) => isOver || setOpening({ kind: 'failed', error }),
    );
    return () => {
      isOver = true;
      close();
    };
  }, [articleId, originalId]);
  return opening;
}

interface ColumnProps {
  readonly pages: OpenPages;
  readonly places: PagePlaces;
}

function PageColumn({ pages, places }: ColumnProps) {
  const pane = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { zoom } = usePagesState();
  const view = usePageView(scroller, pages.count, zoom);
  const { goTo, scrolled } = usePageFollowing(pane, places, view);
  const { layout, current, first, last } = view;
  useCommand('next-page', () => goTo(Math.min(current + 1, pages.count - 1)));
  useCommand('previous-page', () => goTo(Math.max(current - 1, 0)));
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <div ref={pane} className="flex flex-col flex-1 min-h-0 min-w-0">
      <PagesBar places={places} count={pages.count} current={current} onPage={goTo} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keyboard too */}
      <div
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label="Pages of the PDF"
        onScroll={scrolled}
        className="flex-1 min-h-0 overflow-auto bg-sunken"
      >
        <div
          className="relative mx-auto"
          style={{ height: layout.height, width: layout.width, maxWidth: zoom <= 1 ? '100%' : undefined }}
        >
          {shown.map((index) => (
            <PageSheet
              key={index}
              pages={pages}
              places={places}
              index={index}
              top={layout.topOf(index)}
              size={layout.sizeOf(index)}
              onSize={view.onSize}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

export function PagesPane() {
  const { article, revision } = useOpenText();
  const opening = usePages(article.id, article.original?.id ?? '');
  const places = useMemo(() => pagePlaces(revision.locators, codePointLength(revision.text)), [revision]);
  if (opening.kind === 'open') return <PageColumn pages={opening.pages} places={places} />;
  if (opening.kind === 'failed')
    return (
      <div className="p-4">
        <ErrorMessage error={opening.error} />
      </div>
    );
  return <div role="status" aria-label="Opening the pages" className="flex-1 bg-sunken" />;
}
