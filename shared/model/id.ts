/**
 * Identifiers: UUID version 7 (RFC 9562), which sort by the time they were made; those made in one process ascend
 * strictly, also within a millisecond and when the clock is set back.
 */

/** Fills the bytes with cryptographically strong random numbers. */
export type RandomSource = (bytes: Uint8Array) => void;

interface WebCrypto {
  getRandomValues(bytes: Uint8Array): Uint8Array;
}

let randomSource: RandomSource | undefined;
let lastMs = 0;
let counter = 0;

/** Sets where random bytes come from; needed where the runtime has no `globalThis.crypto`. */
export function setRandomSource(source: RandomSource): void {
  randomSource = source;
}

function fillRandom(bytes: Uint8Array): void {
  const crypto = (globalThis as { readonly crypto?: WebCrypto }).crypto;
  if (randomSource) randomSource(bytes);
  else if (crypto) crypto.getRandomValues(bytes);
  else throw new Error('no source of random numbers: call setRandomSource first');
}

/** The 12 bits after the version count up within a millisecond, from a random start with room above it. */
function nextTick(random: number): void {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = random & 0x7ff;
  } else if (counter < 0xfff) {
    counter++;
  } else {
    lastMs++;
    counter = random & 0x7ff;
  }
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A new UUIDv7 in lower-case hex with hyphens. Throws where there is no source of random numbers. */
export function newId(): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  nextTick(((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0));
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = (((bytes[8] ?? 0) & 0x3f) | 0x80).toString(16);
  let rest = '';
  for (let at = 9; at < bytes.length; at++) rest += hex[bytes[at] ?? 0] ?? '';
  const count = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
}
