/** Binary property lists made by code, for tests of what reads them. */

type Value = string | Buffer | readonly Value[] | { readonly [key: string]: Value };

/** From the description of the format: markers, two bytes a reference, four an offset. */
export function bplist(value: Value): Uint8Array {
  const objects: Buffer[] = [];
  const marker = (kind: number, length: number): Buffer => {
    if (length < 15) return Buffer.from([(kind << 4) | length]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(length);
    return Buffer.concat([Buffer.from([(kind << 4) | 15, 0x12]), size]);
  };
  const reference = (at: number): Buffer => Buffer.from([at >> 8, at & 255]);
  const add = (one: Value): number => {
    const at = objects.push(Buffer.alloc(0)) - 1;
    if (typeof one === 'string') {
      const wide = Buffer.from(one, 'utf16le').swap16();
      objects[at] = Buffer.concat([marker(6, one.length), wide]);
    } else if (Buffer.isBuffer(one)) objects[at] = Buffer.concat([marker(4, one.length), one]);
    else if (Array.isArray(one))
      objects[at] = Buffer.concat([
        marker(10, one.length),
        ...one.map((part: Value) => reference(add(part))),
      ]);
    else {
      const entries = Object.entries(one as Record<string, Value>);
      const keys = entries.map(([key]) => reference(add(key)));
      objects[at] = Buffer.concat([
        marker(13, entries.length),
        ...keys,
        ...entries.map(([, part]) => reference(add(part))),
      ]);
    }
    return at;
  };
  add(value);
  let place = 8;
  const table = objects.map((object) => {
    const offset = Buffer.alloc(4);
    offset.writeUInt32BE(place);
    place += object.length;
    return offset;
  });
  const trailer = Buffer.alloc(32);
  trailer.set([4, 2], 6);
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(place), 24);
  return new Uint8Array(Buffer.concat([Buffer.from('bplist00'), ...objects, ...table, trailer]));
}
