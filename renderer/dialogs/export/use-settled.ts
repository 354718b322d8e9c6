import { useEffect, useState } from 'react';

/** Whether a value has stayed as it is for a moment: walking through a list asks nothing of what is passed. */
export function useSettled(value: string, pauseMs: number): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled === value;
}
