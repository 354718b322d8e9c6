/** Ways to spoil a file that keeps a standard, so that a test can see that its rules refuse each. */

export interface Spoiling {
  readonly what: string;
  readonly from: RegExp | string;
  readonly to: string;
  /** A schema cannot see it, only rules about what leads where. */
  readonly isUnseenBySchema?: boolean;
}

/** The file with one thing spoiled, where it first stands. Throws where the file has no such thing. */
export function spoil(file: string, { what, from, to }: Spoiling): string {
  const spoiled = file.replace(from, to);
  if (spoiled === file) throw new Error(`nothing to spoil: ${what}`);
  return spoiled;
}

/** The official schema refuses a document by throwing. */
export function isRefused(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}
