/**
 * Makes a screenshot small enough to live in the repository: a palette of 256 of its colours, every other colour drawn as
 * the nearest of these. Reads what Chromium writes (8 bits a channel, not interlaced), nothing else.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paletteSize = 256;

interface Chunk {
  readonly kind: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    chunks.push({ kind, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function writeChunk({ kind, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The predictor of PNG's filter 4. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const toLeft = Math.abs(guess - left);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

type Predict = (left: number, above: number, corner: number) => number;

const predictors: readonly Predict[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/** Undoes the filters of the rows, in place; each row stays behind the byte that named its filter. */
function unfilter(rows: Buffer, rowLength: number, pixelLength: number): void {
  for (let row = 0; row * (rowLength + 1) < rows.length; row++) {
    const start = row * (rowLength + 1) + 1;
    const predict = predictors[rows[start - 1] ?? 0];
    if (!predict) throw new Error('not a PNG filter');
    // Outside of the picture every byte counts as 0.
    const byteAt = (at: number, isInside: boolean) => (isInside ? (rows[at] ?? 0) : 0);
    for (let at = 0; at < rowLength; at++) {
      const [isAfter, isBelow] = [at >= pixelLength, row > 0];
      const place = start + at;
      const left = byteAt(place - pixelLength, isAfter);
      const above = byteAt(place - rowLength - 1, isBelow);
      const corner = byteAt(place - rowLength - 1 - pixelLength, isAfter && isBelow);
      rows[place] = ((rows[place] ?? 0) + predict(left, above, corner)) & 0xff;
    }
  }
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB, row by row. */
  readonly colours: Uint32Array;
}

function readPixels(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const header = chunks.find(({ kind }) => kind === 'IHDR')?.data;
  const pixelLength = header && { 2: 3, 6: 4 }[header[9] ?? 0];
  if (!header || header[8] !== 8 || !pixelLength || header[12] !== 0) throw new Error('not a screenshot');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(
    Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data)),
  );
  const rowLength = width * pixelLength;
  unfilter(rows, rowLength, pixelLength);
  const colours = new Uint32Array(width * height).map((_, index) => {
    const row = Math.floor(index / width);
    return rows.readUIntBE(row * (rowLength + 1) + 1 + (index % width) * pixelLength, 3);
  });
  return { width, height, colours };
}

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 0xff) - ((other >> 8) & 0xff);
  const blue = (one & 0xff) - (other & 0xff);
  return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  palette.forEach((candidate, index) => {
    if (distance(colour, candidate) < distance(colour, palette[best] ?? 0)) best = index;
  });
  return best;
}

function writeIndexed({ width, height, colours }: Pixels, palette: readonly number[]): Buffer {
  const places = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, index) => {
    const place = places.get(colour) ?? nearest(colour, palette);
    places.set(colour, place);
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = place;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colourBytes = Buffer.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  const chunks = [
    { kind: 'IHDR', data: header },
    { kind: 'PLTE', data: colourBytes },
    { kind: 'IDAT', data: deflateSync(rows, { level: 9, memLevel: 9 }) },
    { kind: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([signature, ...chunks.map(writeChunk)]);
}

/**
 * The most frequent colours, then, one by one, that which is worst drawn by those so far: a small dot of a colour of its
 * own keeps it.
 */
function choosePalette(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  const palette = all.slice(0, paletteSize / 2).map(([colour]) => colour);
  const errors = all.map(([colour]) => distance(colour, palette[nearest(colour, palette)] ?? 0));
  const costOf = (index: number) => (errors[index] ?? 0) * Math.sqrt(all[index]?.[1] ?? 0);
  while (palette.length < Math.min(paletteSize, all.length)) {
    const worst = all.reduce((found, _, index) => (costOf(index) > costOf(found) ? index : found), 0);
    const added = all[worst]?.[0] ?? 0;
    palette.push(added);
    all.forEach(([colour], index) => {
      errors[index] = Math.min(errors[index] ?? 0, distance(colour, added));
    });
  }
  return palette;
}

/** The same picture in fewer bytes. */
export function shrinkPng(png: Buffer): Buffer {
  const pixels = readPixels(png);
  return writeIndexed(pixels, choosePalette(pixels.colours));
}
