/** The way into the search box from elsewhere: a piece of a query is put at its end, to go on from there. */
import { useEffect, useRef } from 'react';

/** A piece of a query, and what of it is selected to be typed over (UTF-16 offsets in `text`). */
export interface QueryPiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

let door: ((piece: QueryPiece) => void) | undefined;

/** The box that pieces go into while it is drawn. */
export function useBoxDoor(put: (piece: QueryPiece) => void): void {
  const latest = useRef(put);
  latest.current = put;
  useEffect(() => {
    const own = (piece: QueryPiece) => latest.current(piece);
    door = own;
    return () => {
      if (door === own) door = undefined;
    };
  }, []);
}

/** Puts a piece at the end of what stands in the box, and the keyboard with it. */
export function putIntoBox(piece: QueryPiece): void {
  door?.(piece);
}
