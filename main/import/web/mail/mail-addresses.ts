/** The people in a mail's header: `"Lee, Ann" <ann@example.org>, bo@example.org (Bo Ek)`. */
import { decodeWords } from './mime-header';

export interface MailAddress {
  /** Decoded; '' where only an address is given. */
  readonly name: string;
  readonly address: string;
}

const mostAddresses = 500;

/** In order. Groups (`team: a@b, c@d;`) give their members. */
export function mailAddresses(header: string): MailAddress[] {
  return splitAtCommas(header.slice(0, 100_000)).flatMap((one) => {
    const person = personOf(one.trim());
    return person.name === '' && person.address === '' ? [] : [person];
  });
}

const pieces = /"(?:[^"\\]|\\.)*"|<[^<>]*>|\([^()]*\)|[,;]|[^"<(,;]+|["<(]/g;

function splitAtCommas(header: string): string[] {
  const people: string[] = [''];
  for (const [piece] of header.matchAll(pieces)) {
    if (people.length > mostAddresses) break;
    if (piece === ',' || piece === ';') people.push('');
    else people[people.length - 1] += piece;
  }
  return people.map((one) => one.replace(/^[^"<@:]*:/, ''));
}

function personOf(one: string): MailAddress {
  const address = (/<([^<>]*)>/.exec(one)?.[1] ?? /[^\s<>"(),]+@[^\s<>"(),]+/.exec(one)?.[0] ?? '').trim();
  const comment = /\(([^()]*)\)/.exec(one)?.[1] ?? '';
  const before = one.replace(/<[^<>]*>|\([^()]*\)/g, '').trim();
  const name = tidyName(before) === address ? '' : tidyName(before);
  return { name: name === '' ? tidyName(comment) : name, address };
}

function tidyName(said: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(said)?.[1]?.replace(/\\(.)/g, '$1');
  return decodeWords(quoted ?? said)
    .replace(/\s+/g, ' ')
    .trim();
}
