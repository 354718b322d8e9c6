/** What each command does right now: the screen that is shown says so; menus and keys ask here. */
import { useEffect, useRef } from 'react';
import type { CommandId } from '../../shared/commands/command-list';

type Handler = () => void;

/** Newest last: a dialog's handler goes before its screen's. */
const handlers = new Map<string, Handler[]>();

/** Gives a command its meaning for as long as the component is mounted. `enabled` false: the one below has it. */
export function useCommand(id: CommandId, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    if (!enabled) return;
    const own = () => latest.current();
    handlers.set(id, [...(handlers.get(id) ?? []), own]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== own),
      );
    };
  }, [id, enabled]);
}

/** Does a command; false when nothing on screen knows it. */
export function runCommand(id: string): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}
