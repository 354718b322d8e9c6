/** A cell by its place; -1 is the total. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const pageRows = 15;

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where a key leads from a cell, as in a spreadsheet; null: it is no key that moves. */
export function placeAfterKey(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): GridPlace | null {
  const far = ctrlKey || metaKey;
  const to: Readonly<Record<string, GridPlace>> = {
    ArrowDown: { row: far ? size.rows : row + 1, column },
    ArrowUp: { row: far ? -1 : row - 1, column },
    ArrowRight: { row, column: far ? size.columns : column + 1 },
    ArrowLeft: { row, column: far ? -1 : column - 1 },
    PageDown: { row: row + pageRows, column },
    PageUp: { row: row - pageRows, column },
    Home: { row: far ? -1 : row, column: -1 },
    End: { row: far ? size.rows : row, column: size.columns },
  };
  const next = altKey ? undefined : to[key];
  if (!next) return null;
  return {
    row: Math.max(-1, Math.min(size.rows - 1, next.row)),
    column: Math.max(-1, Math.min(size.columns - 1, next.column)),
  };
}
