/** Reads a file in a thread as an import does, drops what it brings, and tells the most memory that the process had in use. */
import { resolve } from 'node:path';
import { createImportPool } from '../../main/import/pool/import-pool';

/** `args`: the file's path. Prints how many items came, and kilobytes. */
export async function main([source = '']: readonly string[]): Promise<number> {
  const pool = createImportPool(resolve('out/main/import-worker.cjs'), { size: 1 });
  let items = 0;
  for await (const _ of pool.openFile(source, { capturedAt: '2026-01-01T00:00:00.000Z' })) items += 1;
  await pool.close();
  process.stdout.write(`\n${items} ${process.resourceUsage().maxRSS}\n`);
  return 0;
}
