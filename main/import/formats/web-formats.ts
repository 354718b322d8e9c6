/** The rows of the table for what was saved of the web and for mail. */
import { isArchiveOf } from '../archive/archive-names';
import { greatestCollectionByteLength, greatestMailboxByteLength } from '../limits';
import { looksLikeMessage } from '../web/mail/looks-like-message';
import { looksLikeMailbox, openMailbox } from '../web/mail/open-mailbox';
import { looksLikeWarc } from '../web/warc/looks-like-warc';
import { isBinaryPlist } from '../web/webarchive/binary-plist';
import { extensionsOf } from './extensions';
import type { CollectionFormat, DocumentFormat, FormatInput, ImportFormat } from './format';

const mail: DocumentFormat = {
  kind: 'document',
  name: 'mail',
  words: 'a mail or a page saved in one file (MHTML)',
  extensions: extensionsOf.mail,
  mediaTypes: ['message/rfc822', 'multipart/related', 'application/x-mimearchive'],
  hasSignature: true,
  recognise: looksLikeMessage,
  read: async (input) => (await import('../web/mail/read-mail')).readMessage(input),
};

const webarchive: DocumentFormat = {
  kind: 'document',
  name: 'webarchive',
  words: 'a page saved by Safari',
  extensions: extensionsOf.webarchive,
  mediaTypes: ['application/x-webarchive'],
  hasSignature: true,
  recognise: isBinaryPlist,
  read: async (input) => (await import('../web/webarchive/read-webarchive')).readWebarchive(input),
};

const mailbox: CollectionFormat = {
  kind: 'collection',
  name: 'mailbox',
  words: 'a mailbox of several mails',
  extensions: extensionsOf.mailbox,
  mediaTypes: ['application/mbox'],
  hasSignature: true,
  greatestByteLength: greatestMailboxByteLength,
  recognise: (_, { bytes }) => looksLikeMailbox(bytes),
  open: openMailbox,
};

const warc: CollectionFormat = {
  kind: 'collection',
  name: 'warc',
  words: 'a web archive (WARC)',
  extensions: extensionsOf.warc,
  mediaTypes: ['application/warc', 'application/warc+gzip'],
  hasSignature: true,
  greatestByteLength: greatestCollectionByteLength,
  recognise: looksLikeWarc,
  open: (input) => opened(input, async () => (await import('../web/warc/open-warc')).openWarc),
};

const wacz: CollectionFormat = {
  kind: 'collection',
  name: 'wacz',
  words: 'a web archive (WACZ)',
  extensions: extensionsOf.wacz,
  mediaTypes: ['application/wacz', 'application/x-wacz'],
  hasSignature: true,
  greatestByteLength: greatestCollectionByteLength,
  recognise: (_, input) => isArchiveOf(input, /archive\/[^/]{1,200}\.warc/),
  open: (input) => opened(input, async () => (await import('../web/warc/open-wacz')).openWacz),
};

/** The reader is loaded when the first such file is met. */
async function* opened(
  input: FormatInput,
  load: () => Promise<CollectionFormat['open']>,
): ReturnType<typeof openMailbox> {
  yield* (await load())(input);
}

/** In the order in which they are asked. */
export const webFormats: readonly ImportFormat[] = [warc, wacz, mailbox, mail, webarchive];
