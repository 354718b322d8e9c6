// Which Debian or Ubuntu package holds a shared library. `t64` marks the libraries that newer releases carry under a
// second name (their time_t change); the newer name is asked for first. What is not in the table is told by its name.

/** @type {readonly (readonly [soname: string, debianPackage: string, isT64?: true])[]} */
const TABLE = [
  ['libX11.so.6', 'libx11-6'],
  ['libX11-xcb.so.1', 'libx11-xcb1'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libXcursor.so.1', 'libxcursor1'],
  ['libXdamage.so.1', 'libxdamage1'],
  ['libXext.so.6', 'libxext6'],
  ['libXfixes.so.3', 'libxfixes3'],
  ['libXi.so.6', 'libxi6'],
  ['libXrandr.so.2', 'libxrandr2'],
  ['libXrender.so.1', 'libxrender1'],
  ['libXss.so.1', 'libxss1'],
  ['libXtst.so.6', 'libxtst6'],
  ['libasound.so.2', 'libasound2', true],
  ['libatk-1.0.so.0', 'libatk1.0-0', true],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0', true],
  ['libatspi.so.0', 'libatspi2.0-0', true],
  ['libcairo.so.2', 'libcairo2'],
  ['libcups.so.2', 'libcups2', true],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libdrm.so.2', 'libdrm2'],
  ['libexpat.so.1', 'libexpat1'],
  ['libgbm.so.1', 'libgbm1'],
  ['libgdk_pixbuf-2.0.so.0', 'libgdk-pixbuf-2.0-0'],
  ['libgio-2.0.so.0', 'libglib2.0-0', true],
  ['libglib-2.0.so.0', 'libglib2.0-0', true],
  ['libgmodule-2.0.so.0', 'libglib2.0-0', true],
  ['libgobject-2.0.so.0', 'libglib2.0-0', true],
  ['libgtk-3.so.0', 'libgtk-3-0', true],
  ['libgdk-3.so.0', 'libgtk-3-0', true],
  ['libnspr4.so', 'libnspr4'],
  ['libnss3.so', 'libnss3'],
  ['libnssutil3.so', 'libnss3'],
  ['libsmime3.so', 'libnss3'],
  ['libpango-1.0.so.0', 'libpango-1.0-0'],
  ['libpangocairo-1.0.so.0', 'libpangocairo-1.0-0'],
  ['libpulse.so.0', 'libpulse0'],
  ['libsecret-1.so.0', 'libsecret-1-0'],
  ['libudev.so.1', 'libudev1'],
  ['libxcb.so.1', 'libxcb1'],
  ['libxcb-dri3.so.0', 'libxcb-dri3-0'],
  ['libxkbcommon.so.0', 'libxkbcommon0'],
  ['libxshmfence.so.1', 'libxshmfence1'],
  ['libuuid.so.1', 'libuuid1'],
];

/** The libraries that every Electron is linked to: what to ask for before it is there to be examined. */
export const ELECTRON_SONAMES = [
  'libnss3.so',
  'libatk-bridge-2.0.so.0',
  'libcups.so.2',
  'libdrm.so.2',
  'libgtk-3.so.0',
  'libgbm.so.1',
  'libasound.so.2',
  'libXcomposite.so.1',
  'libXdamage.so.1',
  'libXrandr.so.2',
  'libxkbcommon.so.0',
];

/**
 * The names a library's package may have, the likeliest first; none when the library is not known.
 *
 * @param {string} soname e.g. "libcups.so.2"
 * @returns {readonly string[]}
 */
export function packagesFor(soname) {
  const row = TABLE.find(([name]) => name === soname);
  if (!row) return [];
  return row[2] ? [`${row[1]}t64`, row[1]] : [row[1]];
}

/** The libraries that `ldd` says are missing. */
export function missingSonames(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}
