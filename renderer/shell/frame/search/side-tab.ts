/** What stands beside the hits: ways to narrow them, the form, or the saved searches. The choice stays while the program runs. */
import { type RefObject, useEffect } from 'react';
import { create } from 'zustand';
import { useNavigation } from '../../navigation';

export type SideTab = 'narrow' | 'form' | 'saved';

interface SideChoice {
  readonly tab: SideTab;
  /** Counts how often it was gone to by a command: the keyboard goes with it each time. */
  readonly visits: number;
}

export const useSideTab = create<SideChoice>()(() => ({ tab: 'narrow', visits: 0 }));

export function showSideTab(tab: SideTab): void {
  useSideTab.setState({ tab });
}

/** Goes to the search screen, and with the keyboard into one of the things beside the hits. */
export function goToSideTab(tab: SideTab): void {
  const { place, go } = useNavigation.getState();
  if (place.kind !== 'search') go({ kind: 'search', query: '' });
  useSideTab.setState(({ visits }) => ({ tab, visits: visits + 1 }));
}

let visitsTaken = 0;

/** A pane takes the keyboard, once it is ready, when a command led to it. */
export function useTakesKeyboard(pane: RefObject<HTMLElement | null>, isReady: boolean): void {
  const visits = useSideTab((state) => state.visits);
  useEffect(() => {
    if (!isReady || visits === visitsTaken) return;
    visitsTaken = visits;
    pane.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [isReady, visits, pane]);
}
