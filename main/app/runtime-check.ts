/**
 * A package must run on the Electron it was released with. The older runtime that development falls back to on closed
 * networks no longer gets security fixes: a package built on it refuses to start, unless asked by a flag.
 */
import { app } from 'electron';

/** The oldest Electron that users get. */
const oldestReleased = 45;

/** False: said why on standard error, and the program is to end. */
export function mayRunHere(): boolean {
  const major = Number.parseInt(process.versions['electron'] ?? '0', 10);
  if (!app.isPackaged || major >= oldestReleased || process.argv.includes('--allow-fallback-runtime'))
    return true;
  process.stderr.write(
    `This package was built on Electron ${major}, a runtime for development and tests only. Start it with --allow-fallback-runtime to use it all the same.\n`,
  );
  return false;
}
