/** A part of a dossier: its heading stays in sight while one scrolls through it; a long list begins with its first rows. */
import type { ReactNode } from 'react';
import type { Place } from '../../../shell/navigation';
import { Button } from '../../../ui/actions/button';
import { MoreRows } from '../../../ui/lists/more-rows';
import { useKept } from './use-kept';

export interface DossierSectionProps {
  readonly title: string;
  /** How many there are. */
  readonly total: number;
  /** At the end of the heading's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function DossierSection({ title, total, action, children }: DossierSectionProps) {
  return (
    <section
      aria-label={title}
      data-section={title}
      className="border-b border-rule pb-3 [--passages-top:2.25rem]"
    >
      <div className="sticky top-0 z-2 bg-paper min-h-9 px-4 py-1 flex flex-wrap items-center gap-x-2 min-w-0">
        <h2 tabIndex={-1} className="font-semibold whitespace-nowrap">
          {title}
        </h2>
        {total > 0 && <span className="text-xs text-muted tabular-nums">{total.toLocaleString('en')}</span>}
        <div className="ms-auto flex items-center gap-3 shrink-0">{action}</div>
      </div>
      {children}
    </section>
  );
}

/** Brings a section to the top, with the focus. */
export function goToSection(title: string): void {
  const section = document.querySelector(`[data-section="${CSS.escape(title)}"]`);
  const pane = section?.closest('[data-scrolls]');
  if (!section || !pane) return;
  pane.scrollTop += section.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  section.querySelector('h2')?.focus({ preventScroll: true });
}

/** Rows shown before somebody asks for all of them. */
const firstShown = 12;

export interface Unfolding<Row> {
  readonly shown: readonly Row[];
  /** Stands below the rows. */
  readonly end: ReactNode;
}

interface Unfolded<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly more: () => void;
}

/** The first rows of a list, and all of them when asked for; those not read yet are read as one scrolls. */
export function useUnfolding<Row>(place: Place, name: string, list: Unfolded<Row>): Unfolding<Row> {
  const [isOpen, setIsOpen] = useKept(place, `${name} open`, false);
  const { rows, total, more } = list;
  if (total <= firstShown) return { shown: rows, end: null };
  const fold = (
    <div className="px-4 pt-1.5">
      <Button look="quiet" onPress={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Show fewer' : `Show all ${total.toLocaleString('en')}`}
      </Button>
    </div>
  );
  if (!isOpen) return { shown: rows.slice(0, firstShown), end: fold };
  const left = total - rows.length;
  return { shown: rows, end: left > 0 ? <MoreRows left={left} onMore={more} /> : fold };
}
