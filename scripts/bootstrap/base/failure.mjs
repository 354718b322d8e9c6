import { stripVTControlCharacters } from 'node:util';

/** A step of the set-up that could not be done: what happened, and what the reader can do about it. */
export class SetupFailure extends Error {
  /** @param {string} message @param {string} wayOut @param {string} [details] */
  constructor(message, wayOut, details = '') {
    super(message);
    this.name = 'SetupFailure';
    this.wayOut = wayOut;
    this.details = details;
  }
}

/** Known causes, each recognised in the words of the program that failed. The first that fits is told. */
const CAUSES = [
  [
    /ENOSPC|no space left/i,
    'The disk is full.',
    'Free about 2 GB (the cache folder can be deleted: see docs/development.md) and run the command again.',
  ],
  [
    /EACCES|EPERM|permission denied|are you root/i,
    'A file or folder may not be written.',
    'Check who owns this folder and the cache folder, and run the command again as that user.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|getaddrinfo|Temporary failure resolving/i,
    'The network, or the server asked, cannot be reached.',
    'Check the connection and the proxy settings (npm config get proxy), then run the command again: what was done is kept.',
  ],
  [
    /EINTEGRITY|checksum/i,
    'A downloaded file is not the one expected.',
    'Run `npm cache clean --force` and the command again. If it stays so, do not use the file and report it.',
  ],
  [
    /EUSAGE[\s\S]*from lock file/,
    'The lock file does not hold all packages.',
    'Run `npm install` and then `node scripts/complete-lock.mjs`, and commit package-lock.json.',
  ],
  [
    /\bE404\b|404 Not Found/i,
    'The package is not on the registry that npm is set to.',
    'Check `npm config get registry`; the public one is https://registry.npmjs.org/.',
  ],
  [
    /Could not get lock|dpkg was interrupted/i,
    'Another program is installing packages, or an installation was interrupted.',
    'Wait for it or run `dpkg --configure -a`, then run the command again.',
  ],
];

/**
 * Turns the output of a program that failed into a failure with a way out.
 *
 * @param {string} step what was being done, e.g. "Installing the dependencies"
 * @param {string} output what the program wrote
 */
export function failureFrom(step, output) {
  const cause = CAUSES.find(([pattern]) => pattern.test(output));
  const tail = shorten(output.trim().split('\n')).join('\n');
  return cause
    ? new SetupFailure(`${step} failed. ${cause[1]}`, cause[2], tail)
    : new SetupFailure(
        `${step} failed.`,
        'The last lines of its output are above; docs/development.md has more.',
        tail,
      );
}

/** What a program says first and last: npm tells the cause first, a compiler last. */
function shorten(lines) {
  const telling = lines.filter((line) => !/^npm (warn|notice)/.test(line));
  return telling.length <= 16 ? telling : [...telling.slice(0, 8), '…', ...telling.slice(-8)];
}

/** The failure as the lines a person reads. Unknown errors are shown whole, as they are a mistake of ours. */
export function describeFailure(error, inColour = process.stderr.isTTY) {
  if (!(error instanceof SetupFailure)) return `${error?.stack ?? error}\n`;
  const details = error.details ? `${error.details.replace(/^/gm, '    ')}\n` : '';
  const shown = inColour ? details : stripVTControlCharacters(details);
  return `\n${shown}casebook: ${error.message}\n          ${error.wayOut}\n`;
}
