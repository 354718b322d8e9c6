import { type ReactNode, startTransition, useEffect, useState } from 'react';

export interface AfterPaintProps {
  readonly children: ReactNode;
  /** Keeps the room until then. */
  readonly holding?: ReactNode;
}

/** Draws what is in it only when the frame has been painted in which it came: what is looked at first is not kept waiting. */
export function AfterPaint({ children, holding = null }: AfterPaintProps) {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      // The task after the frame's own.
      timer = window.setTimeout(() => startTransition(() => setIsPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted ? children : holding;
}
