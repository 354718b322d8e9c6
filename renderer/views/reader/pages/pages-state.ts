/** Whether the pages stand beside the text, and how large: for all articles, and the next time too. */
import { create } from 'zustand';

interface PagesState {
  readonly isShown: boolean;
  /** Width of a page against that of its pane. */
  readonly zoom: number;
}

const key = 'pages';

function remembered(): PagesState {
  const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
  return { isShown: stored === 'shown', zoom: 1 };
}

export const usePagesState = create<PagesState>()(remembered);

export function togglePages(): void {
  const isShown = !usePagesState.getState().isShown;
  localStorage.setItem(key, JSON.stringify(isShown ? 'shown' : 'hidden'));
  usePagesState.setState({ isShown });
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** The next size, larger (1) or smaller (-1). */
export function stepZoom(step: 1 | -1): void {
  const { zoom } = usePagesState.getState();
  const next = step > 0 ? zooms.find((one) => one > zoom) : zooms.findLast((one) => one < zoom);
  if (next !== undefined) usePagesState.setState({ zoom: next });
}
