/** Rows as a short text: base64 of the gaps between them, seven bits a byte, lowest first. */

/** Writes ascending rows. */
export function writeRowList(rows: readonly number[]): string {
  const bytes: number[] = [];
  let last = 0;
  for (const row of rows) {
    let gap = row - last;
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push((gap & 127) | 128);
    bytes.push(gap);
    last = row;
  }
  return Buffer.from(bytes).toString('base64');
}

/** Reads what {@link writeRowList} wrote. */
export function readRowList(text: string): number[] {
  const rows: number[] = [];
  let row = 0;
  let gap = 0;
  let unit = 1;
  for (const byte of Buffer.from(text, 'base64')) {
    gap += (byte & 127) * unit;
    unit *= 128;
    if (byte > 127) continue;
    row += gap;
    rows.push(row);
    gap = 0;
    unit = 1;
  }
  return rows;
}
