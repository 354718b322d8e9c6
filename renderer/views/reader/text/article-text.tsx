/** The article's words: holds a reading surface and keeps it true to the passages, the focus and the place to land on. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { codePoints } from '../../../../shared/text/offsets';
import { blocksOf } from '../../../client/article-content';
import { ReadingSurface } from '../../../reading/surface/reading-surface';
import '../../../reading/reading.css';
import type { PlaceOf } from '../../../shell/screen-props';
import { AfterPaint } from '../../../ui/layout/after-paint';
import { useArticleAccounts } from '../accounts/article-accounts';
import { describePassage } from '../passages/describe-passage';
import { focusPassage } from '../passages/passage-actions';
import { foundParts } from '../passages/passage-order';
import { type Reader, useOpenText, useReader, useReaderState } from '../reader-context';
import { EndsBar } from './ends-bar';
import { paintedExclusions, paintedPassages } from './painted-passages';
import { PartsBar } from './parts-bar';
import { SayingPopover } from './saying-popover';
import { SelectionBar } from './selection-bar';
import { surfaceEvents } from './surface-events';

function describeAll(reader: Reader, ids: readonly string[]): string {
  return reader.annotations
    .filter(({ id }) => ids.includes(id))
    .map(describePassage)
    .join('. ');
}

/** Makes a surface for each revision that is shown, before the browser paints; answers what scrolls it, once it is there. */
function useSurface(host: RefObject<HTMLDivElement | null>): HTMLElement | null {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);

  const reader = useReader();
  const latest = useRef(reader);
  latest.current = reader;
  const { revision, surface, store } = reader;
  const blocks = blocksOf(revision);
  useLayoutEffect(() => {
    const scrolling = host.current?.closest<HTMLElement>('.reading-scroller');
    if (!host.current || !scrolling) return;
    setScroller(scrolling);
    surface.current = new ReadingSurface(blocks, {
      host: host.current,
      scroller: scrolling,
      label: 'Text of the article',
      describePassages: (ids) => describeAll(latest.current, ids),
      events: surfaceEvents(() => latest.current),
    });
    return () => {
      surface.current?.destroy();
      surface.current = null;
      store.setState({ selection: null, kept: [], picker: null, ends: null });
    };
  }, [blocks, host, surface, store]);
  return scroller;
}

/**
 * Keeps a new text out of the layout while the panes around it are being measured in the same task: a long one would be laid
 * out once for that, and again in the width it gets. It is there before the frame is drawn.
 */
function useLateLayout(host: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const text = host.current;
    if (!text) return;
    text.hidden = true;
    queueMicrotask(() => {
      text.hidden = false;
    });
  }, [host]);
  // What goes to a place in the text comes sooner than a microtask when a key or the mouse has opened it.
  useEffect(() => {
    if (host.current) host.current.hidden = false;
  }, [host]);
}

function usePaint(): void {
  const { annotations, article, revision, surface } = useReader();
  const focused = useReaderState((state) => state.focused);
  const isCurrent = revision.id === article.currentRevisionId;
  const { exclusions } = article;
  const { cues } = useArticleAccounts(article.id);
  useLayoutEffect(() => {
    // Exclusions are known of the current revision alone.
    surface.current?.setPassages(
      paintedPassages(annotations, cues),
      isCurrent ? paintedExclusions(exclusions) : [],
    );
  }, [annotations, cues, exclusions, isCurrent, surface, revision]);
  useLayoutEffect(() => {
    surface.current?.setFocused(focused);
  }, [focused, surface, revision]);
}

/** Goes to the words that the place names, once, when they are there. */
function useLanding(place: PlaceOf<'article'>): void {
  const reader = useReader();
  const landed = useRef<PlaceOf<'article'> | null>(null);
  useEffect(() => {
    if (landed.current === place || !reader.surface.current) return;
    const { annotationId, range } = place;
    const annotation = reader.annotations.find(({ id }) => id === annotationId);
    if (annotationId && !annotation) return;
    landed.current = place;
    if (annotation) {
      focusPassage(reader, annotation);
      const [part] = foundParts(annotation);
      if (part) reader.surface.current.flash(part);
    } else if (range)
      reader.surface.current.land({ start: codePoints(range.start), end: codePoints(range.end) });
    reader.surface.current.focus();
  }, [place, reader]);
}

export interface ArticleTextProps {
  readonly place: PlaceOf<'article'>;
}

export function ArticleText({ place }: ArticleTextProps) {
  const host = useRef<HTMLDivElement>(null);
  const { canChange } = useOpenText();
  const isChangingEnds = useReaderState((state) => state.ends !== null);
  const scroller = useSurface(host);
  useLateLayout(host);
  usePaint();
  useLanding(place);
  return (
    <div className="relative">
      <div ref={host} className="relative" />
      <AfterPaint>
        {canChange && !isChangingEnds && scroller && <SelectionBar host={host} scroller={scroller} />}
        {canChange && scroller && <SayingPopover host={host} scroller={scroller} />}
        {isChangingEnds ? <EndsBar /> : <PartsBar />}
      </AfterPaint>
    </div>
  );
}
