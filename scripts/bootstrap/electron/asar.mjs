/**
 * Packs small files into Electron's archive format: a header (JSON, in Chromium's pickle framing) and the files one
 * after another. Folders, links and integrity blocks are left out: the one archive written here has none.
 *
 * @param {Readonly<Record<string, Buffer>>} files by name
 * @returns {Buffer}
 */
export function packAsar(files) {
  let offset = 0;
  const entries = Object.entries(files).map(([name, content]) => {
    const entry = [name, { size: content.length, offset: String(offset) }];
    offset += content.length;
    return entry;
  });
  const json = Buffer.from(JSON.stringify({ files: Object.fromEntries(entries) }));
  return Buffer.concat([frame(json), ...Object.values(files)]);
}

/** Two pickles: one that holds the length of the other, and one that holds the text, padded to four bytes. */
function frame(json) {
  const padding = (4 - (json.length % 4)) % 4;
  const head = Buffer.alloc(16);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(json.length + padding + 8, 4);
  head.writeUInt32LE(json.length + padding + 4, 8);
  head.writeUInt32LE(json.length, 12);
  return Buffer.concat([head, json, Buffer.alloc(padding)]);
}
