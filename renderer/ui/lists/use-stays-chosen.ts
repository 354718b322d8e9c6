import { useEffect, useState } from 'react';

/** A second click that comes sooner makes a double click: nothing may come under the mouse meanwhile. */
const doubleClickMs = 500;

/** Whether rows have been chosen for so long that they are not about to be opened. */
export function useStaysChosen(isChosen: boolean): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (!isChosen) return;
    const timer = setTimeout(() => setStays(true), doubleClickMs);
    return () => {
      clearTimeout(timer);
      setStays(false);
    };
  }, [isChosen]);
  return isChosen && stays;
}
