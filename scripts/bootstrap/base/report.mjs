// Words for the person who waits. All of them go to standard error: standard output belongs to the task.

const SILENT_MS = 1_500;
const REPEAT_MS = 10_000;

/** @param {string} text one line */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** @param {number} startedAt milliseconds, of Date.now() */
export function secondsSince(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs a step and tells about it if it takes long: once when it has been running for a moment, then every ten
 * seconds with what `progress` says, and when it is done.
 *
 * @template T
 * @param {string} label e.g. "Downloading Electron"
 * @param {() => Promise<T>} work
 * @param {() => string} [progress] a few words, e.g. "48 MB"
 * @returns {Promise<T>}
 */
export async function step(label, work, progress = () => '') {
  const startedAt = Date.now();
  let told = false;
  const tell = () => {
    const words = [told ? secondsSince(startedAt) : '', progress()].filter(Boolean).join(', ');
    say(`· ${label} …${words ? ` (${words})` : ''}`);
    told = true;
  };
  const first = setTimeout(tell, SILENT_MS);
  const every = setInterval(tell, REPEAT_MS);
  try {
    const value = await work();
    if (told) say(`✓ ${label} (${secondsSince(startedAt)})`);
    return value;
  } finally {
    clearTimeout(first);
    clearInterval(every);
  }
}
