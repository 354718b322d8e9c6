/** The checksum of ZIP files. Node has one of its own only from version 22 on. */

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 as ZIP, PNG and gzip use it, unsigned; of bytes that follow on others whose sum is `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = before ^ -1;
  for (const byte of bytes) rest = (table[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return (rest ^ -1) >>> 0;
}
