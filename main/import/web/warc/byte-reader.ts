/** Bytes that arrive in pieces, read by line and by length; holds no more than what was asked for. */
export interface ByteReader {
  /** Up to a line feed, without it and a CR before; null at the end. A line longer than `most` is cut there. */
  readonly line: (most: number) => Promise<Buffer | null>;
  /** Fewer where the bytes end before. */
  readonly take: (length: number) => Promise<Buffer>;
  /** How many there were to pass over. */
  readonly skip: (length: number) => Promise<number>;
}

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done === true) return false;
    const piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    return true;
  };
  const give = (length: number, drop = 0): Buffer => {
    const given = held.subarray(0, length);
    held = held.subarray(length + drop);
    return given;
  };
  return {
    line: async (most) => {
      let at = held.indexOf(10);
      while (at < 0 && held.length < most && (await more())) at = held.indexOf(10);
      if (at < 0) return held.length === 0 ? null : give(Math.min(most, held.length));
      const line = give(at, 1);
      return line.at(-1) === 13 ? line.subarray(0, -1) : line;
    },
    take: (length) => collect(length, () => held, give, more),
    skip: async (length) => {
      let left = length;
      while (left > 0 && (held.length > 0 || (await more())))
        left -= give(Math.min(left, held.length)).length;
      return length - left;
    },
  };
}

/** Copies each piece once, however many there are. */
async function collect(
  length: number,
  held: () => Buffer,
  give: (length: number) => Buffer,
  more: () => Promise<boolean>,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let left = length;
  while (left > 0 && (held().length > 0 || (await more()))) {
    const part = give(Math.min(left, held().length));
    parts.push(part);
    left -= part.length;
  }
  return Buffer.concat(parts);
}
