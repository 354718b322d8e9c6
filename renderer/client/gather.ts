/**
 * Gathers what comes in quick succession: the first is passed on at once, what follows within the pause is passed on
 * together at its end. So one change is seen without delay, and a thousand (an import) are not a thousand readings.
 */
export function gather<Item>(
  pauseMs: number,
  pass: (items: ReadonlySet<Item>) => void,
): (items: Iterable<Item>) => void {
  const waiting = new Set<Item>();
  let pausing = false;
  const passOn = () => {
    pausing = waiting.size > 0;
    if (!pausing) return;
    const items = new Set(waiting);
    waiting.clear();
    setTimeout(passOn, pauseMs);
    pass(items);
  };
  return (items) => {
    for (const item of items) waiting.add(item);
    if (!pausing) passOn();
  };
}
