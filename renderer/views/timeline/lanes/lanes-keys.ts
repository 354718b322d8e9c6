/** What keys do in the lanes: a table. */
import type { KeyboardEvent } from 'react';
import type { Step } from '../model/walk';
import type { TimeView } from './use-time-view';

const steps: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  'Control+Home': 'very first',
  'Control+End': 'very last',
};

const closer = 0.7;

const changes: Readonly<Record<string, (view: TimeView) => void>> = {
  '+': (view) => view.zoom(closer),
  '=': (view) => view.zoom(closer),
  '-': (view) => view.zoom(1 / closer),
  '0': (view) => view.fit(),
  'Shift+ArrowRight': (view) => view.move(0.25),
  'Shift+ArrowLeft': (view) => view.move(-0.25),
};

export interface LanesKeys {
  readonly view: TimeView;
  readonly onStep: (step: Step) => void;
  readonly onOpen: () => void;
}

/** Does what a key means; keys that mean nothing here are left to others. */
export function pressInLanes(event: KeyboardEvent, { view, onStep, onOpen }: LanesKeys): void {
  if (event.altKey) return;
  const modifier =
    event.ctrlKey || event.metaKey ? 'Control+' : event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
  const name = `${modifier}${event.key}`;
  const step = steps[name];
  const change = changes[name];
  if (step) onStep(step);
  else if (change) change(view);
  else if (name === 'Enter') onOpen();
  else return;
  event.preventDefault();
}
