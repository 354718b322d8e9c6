/**
 * A mail as an article: who wrote it, when, about what, and its words. What is attached is named, not read; signatures
 * are not checked and nothing is decrypted, but both are said.
 */
import { normaliseBlocks } from '../../../../shared/document/normalise-blocks';
import type { ArticleMetadata } from '../../../../shared/model/article';
import type { DecodedReading, FormatInput } from '../../formats/format';
import { webAddress } from '../../html/page-links';
import { publishedDate } from '../../metadata/published-date';
import { type MailAddress, mailAddresses } from './mail-addresses';
import { type MailBody, mailBody } from './mail-body';
import { decodeWords, type MimeHeaders } from './mime-header';
import { type MimeMessage, parseMessage } from './mime-part';
import { isSavedPage, readMhtml } from './read-mhtml';

/** A saved page (MHTML) has the form of a mail: which of the two it is, its headers say. Throws `import-refused`. */
export function readMessage(input: Pick<FormatInput, 'bytes' | 'source' | 'encoding'>): DecodedReading {
  const message = parseMessage(input.bytes);
  return isSavedPage(message) ? readMhtml(input, message) : readMail(message, input.encoding);
}

/** `chosen`: the encoding that the user chose, or ''. Throws `import-refused` for one that is encrypted. */
export function readMail({ root, isTruncated }: MimeMessage, chosen: string): DecodedReading {
  const body = mailBody(root, chosen);
  return {
    blocks: normaliseBlocks(body.blocks),
    metadata: metadataOf(root.headers),
    warnings: warningsOf(body, isTruncated),
    encoding: body.encoding ?? { encoding: 'utf-8', encodingOrigin: 'guessed' },
  };
}

const mostNamed = 20;

function warningsOf({ warnings, attachments }: MailBody, isTruncated: boolean): string[] {
  const named = attachments.slice(0, mostNamed).map((name) => `“${name}”`);
  const more = attachments.length > mostNamed ? ` and ${attachments.length - mostNamed} more` : '';
  const count = attachments.length === 1 ? 'An attachment was' : `${attachments.length} attachments were`;
  return [
    ...new Set(warnings),
    ...(attachments.length > 0 ? [`${count} not read: ${named.join(', ')}${more}.`] : []),
    ...(isTruncated ? ['The mail ends in the middle: what is after its end is missing.'] : []),
  ];
}

function metadataOf(headers: MimeHeaders): ArticleMetadata {
  const text = (name: string): string =>
    decodeWords(headers.get(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const from = mailAddresses(headers.get('from') ?? headers.get('sender') ?? '');
  return {
    title: text('subject'),
    authors: [...new Set(from.map(({ name, address }) => name || address))],
    publisher: '',
    url: webAddress((headers.get('archived-at') ?? '').replace(/^<|>$/g, ''), null)?.href ?? '',
    language: (headers.get('content-language') ?? '').split(',')[0]?.trim() ?? '',
    published: publishedDate(text('date').replace(/^[a-z]{3},\s*/i, '')),
    fields: fieldsOf(headers, from, text('message-id')),
  };
}

function fieldsOf(headers: MimeHeaders, from: readonly MailAddress[], id: string): ArticleMetadata['fields'] {
  const people = (name: string): string =>
    mailAddresses(headers.get(name) ?? '')
      .map(inWords)
      .join(', ');
  const fields = [
    ['From', from.map(inWords).join(', ')],
    ['To', people('to')],
    ['Cc', people('cc')],
    ['Sent', (headers.get('date') ?? '').replace(/\s+/g, ' ')],
    ['Message ID', id],
  ] as const;
  return Object.fromEntries(
    fields.filter(([, value]) => value !== '').map(([name, value]) => [name, value.slice(0, 2000)]),
  );
}

const inWords = ({ name, address }: MailAddress): string =>
  name === '' || address === '' ? name || address : `${name} <${address}>`;
