/** One page of the PDF: drawn when it comes near, with the passages that stand on it; let go of when it is far away. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { sliceByCodePoints } from '../../../../shared/text/offsets';
import { foundParts } from '../passages/passage-order';
import { useReader, useReaderState } from '../reader-context';
import { paintedPassage } from '../text/painted-passages';
import { drawnTexts, drawPage } from './file/draw-page';
import type { OpenPages } from './file/open-pages';
import type { PageSize } from './page-layout';
import type { PagePlaces } from './page-places';
import { type Box, boxesOf, type DrawnText } from './words-on-page';

export interface PageSheetProps {
  readonly pages: OpenPages;
  readonly places: PagePlaces;
  readonly index: number;
  /** CSS pixels. */
  readonly top: number;
  readonly size: PageSize;
  /** The page's own size, in points. */
  readonly onSize: (index: number, size: PageSize) => void;
}

type Drawn =
  | { readonly kind: 'drawing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'drawn'; readonly page: PDFPageProxy };

/** Drawing begins when scrolling has come to rest on a page. */
const restMs = 60;

function useDrawing({ pages, index, size, onSize }: PageSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<Drawn>({ kind: 'drawing' });
  const width = Math.round(size.width);
  useEffect(() => {
    let cancel = () => {};
    let isOver = false;
    const draw = async (): Promise<void> => {
      const page = await pages.page(index);
      const { width: pageWidth, height } = page.getViewport({ scale: 1 });
      if (isOver || !canvas.current) return;
      onSize(index, { width: pageWidth, height });
      const drawing = drawPage(page, canvas.current, width);
      cancel = drawing.cancel;
      await drawing.done;
      if (!isOver) setDrawn({ kind: 'drawn', page });
    };
    const timer = setTimeout(() => void draw().catch(() => isOver || setDrawn({ kind: 'damaged' })), restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
      cancel();
    };
  }, [pages, index, width, onSize]);
  return { canvas, drawn };
}

function useTexts(pages: OpenPages, drawn: Drawn): readonly DrawnText[] {
  const [texts, setTexts] = useState<readonly DrawnText[]>([]);
  useEffect(() => {
    if (drawn.kind !== 'drawn') return;
    let isOver = false;
    void drawnTexts(pages.pdfjs, drawn.page).then(
      (found) => isOver || setTexts(found),
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [pages, drawn]);
  return texts;
}

interface Mark {
  readonly id: string;
  readonly colour: string;
  readonly boxes: readonly Box[];
}

/** Passages on a page, each with the boxes of its words there. */
function useMarks(texts: readonly DrawnText[], places: PagePlaces, index: number): readonly Mark[] {
  const { annotations, revision } = useReader();
  return useMemo(() => {
    const { start, end } = places.rangeOf(index);
    if (texts.length === 0 || start === end) return [];
    return annotations.flatMap((annotation) => {
      const boxes = foundParts(annotation)
        .filter((part) => part.start < end && part.end > start)
        .flatMap((part) => {
          const from = Math.max(part.start, start);
          const words = sliceByCodePoints(revision.text, from, Math.min(part.end, end));
          return boxesOf(texts, words, sliceByCodePoints(revision.text, start, from));
        });
      const { colour } = paintedPassage(annotation);
      const shown = colour ? `var(--page-${colour})` : 'var(--page-plain)';
      return boxes.length === 0 ? [] : [{ id: annotation.id, colour: shown, boxes }];
    });
  }, [texts, places, index, annotations, revision]);
}

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;

export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
  const { pages, places, index, top, size } = props;
  const { canvas, drawn } = useDrawing(props);
  const marks = useMarks(useTexts(pages, drawn), places, index);
  const focused = useReaderState((state) => state.focused);
  const view = drawn.kind === 'drawn' ? drawn.page.getViewport({ scale: 1 }) : null;
  return (
    <div
      role="img"
      aria-label={`Page ${places.labelOf(index)}${marks.length > 0 ? `, with ${marks.length === 1 ? 'a passage' : `${marks.length} passages`}` : ''}`}
      data-page={index}
      data-drawn={drawn.kind === 'drawn'}
      className="page-sheet absolute left-0 right-0 mx-auto overflow-hidden"
      style={{ top, width: size.width, height: size.height }}
    >
      <canvas ref={canvas} className="block size-full" />
      {drawn.kind === 'damaged' && (
        <p className="absolute inset-0 grid place-items-center text-black">This page cannot be drawn.</p>
      )}
      {view &&
        marks.map(({ id, colour, boxes }) =>
          boxes.map((box) => (
            <span
              key={`${id} ${box.left} ${box.top}`}
              data-annotation={id}
              className={`page-mark ${focused.includes(id) ? 'page-mark-focused' : ''}`}
              style={{
                background: colour,
                left: percent(box.left, view.width),
                top: percent(box.top, view.height),
                width: percent(box.width, view.width),
                height: percent(box.height, view.height),
              }}
            />
          )),
        )}
    </div>
  );
});
