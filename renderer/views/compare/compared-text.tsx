/** The two texts side by side: aligned rows, unchanged runs folded, a place in them that can be shown. */
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useState } from 'react';
import type {
  ComparedRevision,
  MeaningChange,
  RevisionComparison,
} from '../../../shared/comparison/revision-comparison';
import { timeWords } from '../../shell/time-words';
import '../../reading/reading.css';
import './compare.css';
import { ComparedRowView } from './compared-row';
import { type Difference, foldOf, shownItems } from './differences';
import { createNearView, NearViewContext } from './use-near-view';
import { firstRowsOf, rowsOf, useSides } from './use-sides';

/** What the screen may ask of the texts. */
export interface ComparedTextHandle {
  /** Brings a row into view, or an element in it. */
  readonly reveal: (row: number, selector?: string) => void;
}

export interface ComparedTextProps {
  readonly comparison: RevisionComparison;
  readonly differences: readonly Difference[];
  /** The number of the difference one is at. */
  readonly current: number | null;
  /** The annotation one is at. */
  readonly focused: MeaningChange | null;
  readonly ref: Ref<ComparedTextHandle>;
}

/** Rows that come near take their true height: what was scrolled to is looked for again in so many frames. */
const settlingFrames = 6;
/** Rows are filled in short tasks: what is in them is waited for in so many frames. */
const fillingFrames = 60;

function revealIn(scroller: Element, row: number, selector: string, frame = 0, until = settlingFrames): void {
  const element = scroller.querySelector(`[data-row="${row}"]`);
  const inside = selector ? element?.querySelector(selector) : element;
  const target = inside ?? element;
  if (target) {
    const view = scroller.getBoundingClientRect();
    const rect = target.getBoundingClientRect();
    if (rect.top < view.top + 60 || Math.min(rect.bottom, rect.top + 80) > view.bottom - 24)
      scroller.scrollTop += rect.top - view.top - view.height * 0.36;
  }
  const last = inside || frame >= fillingFrames ? until : frame + settlingFrames;
  if (frame < last) requestAnimationFrame(() => revealIn(scroller, row, selector, frame + 1, last));
}

function Head({ revision: { number, createdAt } }: { readonly revision: ComparedRevision }) {
  return (
    <div role="columnheader" className="compared-head">
      Revision {number} · {timeWords(createdAt)}
    </div>
  );
}

function numbersByRow(differences: readonly Difference[]): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const rows = new Map<number, Map<number, number>>();
  for (const [number, { row, piece }] of differences.entries()) {
    const numbers = rows.get(row) ?? new Map<number, number>();
    rows.set(row, numbers.set(piece ?? -1, number));
  }
  return rows;
}

const noRows: ReadonlySet<number> = new Set();
const noNumbers: ReadonlyMap<number, number> = new Map();

function Fold({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  return (
    <div role="row" className="compared-fold">
      <div role="cell" aria-colspan={2}>
        <button type="button" onClick={onOpen}>
          … {count.toLocaleString('en')} unchanged paragraphs
        </button>
      </div>
    </div>
  );
}

export function ComparedText({ comparison, differences, current, focused, ref }: ComparedTextProps) {
  const { rows, from, to } = comparison;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const sides = useSides(from, to);
  const items = useMemo(() => shownItems(rows, opened), [rows, opened]);
  const numbers = useMemo(() => numbersByRow(differences), [differences]);
  const near = useMemo(() => scroller && createNearView(scroller), [scroller]);
  useEffect(() => () => near?.stop(), [near]);
  const open = (first: number) => setOpened((before) => new Set(before).add(first));
  const reveal = useCallback(
    (row: number, selector = '') => {
      const fold = foldOf(items, row);
      if (fold !== null) setOpened((before) => new Set(before).add(fold));
      // The fold's rows are there after the next drawing.
      if (scroller) requestAnimationFrame(() => revealIn(scroller, row, selector));
    },
    [items, scroller],
  );
  useImperativeHandle(ref, () => ({ reveal }), [reveal]);
  const focusedRows = useMemo(() => (sides ? rowsOf(focused, rows, sides) : noRows), [focused, rows, sides]);
  const firstRows = useMemo(
    () => (sides && scroller ? firstRowsOf(items, rows, sides, scroller.clientHeight) : noRows),
    [items, rows, sides, scroller],
  );
  const place = current === null ? undefined : differences[current];
  return (
    <NearViewContext value={near}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section
        ref={setScroller}
        tabIndex={0}
        aria-label="Text of both revisions"
        className="compared-scroller"
      >
        <div role="table" aria-label="Paragraphs side by side" className="reading-text compared-text">
          <div role="row" className="compared-row compared-heads">
            <Head revision={from} />
            <Head revision={to} />
          </div>
          {sides &&
            items.map((item) =>
              item.kind === 'fold' ? (
                <Fold key={`fold ${item.first}`} count={item.count} onOpen={() => open(item.first)} />
              ) : (
                <ComparedRowView
                  key={item.row}
                  row={rows[item.row] as (typeof rows)[number]}
                  index={item.row}
                  old={sides.old}
                  now={sides.now}
                  numbers={numbers.get(item.row) ?? noNumbers}
                  current={place?.row === item.row ? current : null}
                  focused={focusedRows.has(item.row) ? (focused?.annotationId ?? null) : null}
                  isFirst={firstRows.has(item.row)}
                  onGo={reveal}
                />
              ),
            )}
        </div>
      </section>
    </NearViewContext>
  );
}
