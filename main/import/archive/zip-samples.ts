/** Archives made by code, honest and hostile, for the tests of everything that reads them. */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32';

/** A file of a made archive; what is given beside its content is written whether it is true or not. */
export interface SampleFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Unpacked size that the archive tells instead of the real one. */
  readonly saidLength?: number;
  readonly flags?: number;
  readonly isStored?: boolean;
  /** Take the bytes of the file of this index instead of writing any. */
  readonly sharesBytesOf?: number;
}

interface Written {
  readonly offset: number;
  readonly central: Buffer;
}

/** The bytes of a ZIP archive of these files. */
export function makeZip(files: readonly SampleFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const written: Written[] = [];
  let offset = 0;
  for (const file of files) {
    const shared = file.sharesBytesOf === undefined ? undefined : written[file.sharesBytesOf];
    const { local, central } = headersOf(file, shared?.offset ?? offset);
    written.push({ offset: shared?.offset ?? offset, central });
    if (shared !== undefined) continue;
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(written.map(({ central }) => central));
  return Buffer.concat([...parts, directory, endOf(files.length, directory.length, offset)]);
}

/** Files by their names; the one that says what the archive is stands as it is, as in real ones. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return makeZip(
    Object.entries(files).map(([name, content]) => ({ name, content, isStored: name === 'mimetype' })),
  );
}

function headersOf(file: SampleFile, offset: number): { readonly local: Buffer; readonly central: Buffer } {
  const name = Buffer.from(file.name);
  const content = Buffer.from(file.content);
  const packed = file.isStored === true ? content : deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE((file.flags ?? 0) | 0x800, 2);
  common.writeUInt16LE(file.isStored === true ? 0 : 8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(file.saidLength ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]),
    central: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, name]),
  };
}

function endOf(count: number, directoryLength: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}
