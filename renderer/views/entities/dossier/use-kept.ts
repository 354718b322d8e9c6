/** How parts of a page were left – opened, filtered – kept with the step of the history, so that "back" finds them so. */
import { useState } from 'react';
import type { Place } from '../../../shell/navigation';

const kept = new WeakMap<Place, Map<string, unknown>>();

/** As `useState`, for one thing of the page at this step of the history. */
export function useKept<Value>(place: Place, name: string, initial: Value): [Value, (value: Value) => void] {
  let values = kept.get(place);
  if (!values) kept.set(place, (values = new Map()));
  const all = values;
  const [value, setValue] = useState((all.has(name) ? all.get(name) : initial) as Value);
  const set = (next: Value) => {
    all.set(name, next);
    setValue(next);
  };
  return [value, set];
}
