/** Pictures that stand in content as data URLs, as bytes with their size. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

type ReadSize = (bytes: DataView) => Size | null;

/** Start-of-frame segments tell the size of a JPEG. */
function jpegSize(bytes: DataView): Size | null {
  for (let at = 2; at + 9 < bytes.byteLength && bytes.getUint8(at) === 0xff; ) {
    const marker = bytes.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { heightPx: bytes.getUint16(at + 5), widthPx: bytes.getUint16(at + 7) };
    at += 2 + bytes.getUint16(at + 2);
  }
  return null;
}

const sizes: Readonly<Record<string, ReadSize>> = {
  png: (bytes) =>
    bytes.byteLength < 24 ? null : { widthPx: bytes.getUint32(16), heightPx: bytes.getUint32(20) },
  gif: (bytes) =>
    bytes.byteLength < 10 ? null : { widthPx: bytes.getUint16(6, true), heightPx: bytes.getUint16(8, true) },
  jpeg: jpegSize,
};

/** The picture of a data URL; null: it is none that word processors show (PNG, JPEG, GIF). */
export function readPicture(src: string): Picture | null {
  const [, extension = '', base64 = ''] = /^data:image\/(png|jpeg|gif);base64,([\s\S]*)$/.exec(src) ?? [];
  const readSize = sizes[extension];
  if (!readSize) return null;
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const size = readSize(new DataView(bytes.buffer));
  if (!size || size.widthPx < 1 || size.heightPx < 1) return null;
  return Object.assign({ bytes, extension, mediaType: `image/${extension}` }, size);
}

/** The size in which it fits into a column, in centimetres at 96 pixels an inch. */
export function fittedSizeCm({ widthPx, heightPx }: Size): {
  readonly width: number;
  readonly height: number;
} {
  const [width, height] = [(widthPx / 96) * 2.54, (heightPx / 96) * 2.54];
  const scale = Math.min(1, 16 / width, 22 / height);
  return { width: width * scale, height: height * scale };
}
