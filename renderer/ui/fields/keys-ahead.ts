/**
 * Keys that are pressed in a list of choices before its items are those of the words typed. Acted on at once they would take
 * one of the items before; let go, fast hands would have to press again. They wait, and are pressed again when the items are there.
 */
import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useState } from 'react';

const waitingKeys: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Enter']);

const none: readonly string[] = [];

export interface KeysAhead {
  /** For the field, before anybody else has the key. */
  readonly onKeyDownCapture: (event: ReactKeyboardEvent) => void;
  /** Other words were typed, or the field was left: what waits was not meant for that. */
  readonly forget: () => void;
}

/** `isStale`: the items are those of other words. */
export function useKeysAhead(field: RefObject<HTMLInputElement | null>, isStale: boolean): KeysAhead {
  const [waiting, setWaiting] = useState(none);
  useEffect(() => {
    const [key, ...rest] = waiting;
    if (isStale || key === undefined) return;
    // A frame later the list has taken in its items, or what the key before has done.
    const frame = requestAnimationFrame(() => {
      setWaiting(rest);
      field.current?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    return () => cancelAnimationFrame(frame);
  }, [field, isStale, waiting]);
  return {
    onKeyDownCapture: (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
      const isPlain = !ctrlKey && !metaKey && !altKey && !shiftKey && !nativeEvent.isComposing;
      // What a person presses waits behind what waits already.
      const mustWait = isStale || (waiting.length > 0 && nativeEvent.isTrusted);
      if (!mustWait || !isPlain || !waitingKeys.has(key)) return;
      event.preventDefault();
      event.stopPropagation();
      setWaiting((keys) => [...keys, key]);
    },
    forget: () => setWaiting(none),
  };
}
