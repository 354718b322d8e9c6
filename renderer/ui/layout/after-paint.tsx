import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { nextPaint } from './next-paint';

export interface AfterPaintProps {
  readonly children: ReactNode;
  /** Keeps the room until then. */
  readonly holding?: ReactNode;
}

/** Draws what is in it only when the frame has been painted in which it came: what is looked at first is not kept waiting. */
export function AfterPaint({ children, holding = null }: AfterPaintProps) {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    let isHere = true;
    void nextPaint().then(() => {
      if (isHere) startTransition(() => setIsPainted(true));
    });
    return () => {
      isHere = false;
    };
  }, []);
  return isPainted ? children : holding;
}
