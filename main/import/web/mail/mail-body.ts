/** What a mail says: of each choice of forms the fuller one, in order, and what stands beside it. */
import type { Block } from '../../../../shared/document/blocks';
import { plainText } from '../../../../shared/document/plain-text';
import { textToBlocks } from '../../../../shared/document/text-to-blocks';
import type { DecodedReading } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { readHtml } from '../../html/read-html';
import type { PictureFinder } from '../picture-finder';
import type { MimePart } from './mime-part';
import { isHtmlPart, isWords, partName, partsOf, partText } from './part-words';
import { picturesAmong } from './parts-by-address';
import { unflowed } from './unflowed';

export interface MailBody {
  readonly blocks: readonly Block[];
  readonly warnings: readonly string[];
  readonly encoding: DecodedReading['encoding'] | null;
  /** Names of what stands beside the words. */
  readonly attachments: readonly string[];
}

interface Reading {
  /** The encoding that the user chose, or ''. */
  readonly chosen: string;
  readonly picture: PictureFinder;
}

const nothing: MailBody = { blocks: [], warnings: [], encoding: null, attachments: [] };

/** Throws `import-refused` for a mail that is encrypted. */
export function mailBody(root: MimePart, chosen: string): MailBody {
  return bodyOf(root, { chosen, picture: picturesAmong(root, '') });
}

function bodyOf(part: MimePart, reading: Reading): MailBody {
  checkReadable(part);
  if (part.mediaType === 'multipart/alternative')
    return fullest(part.children.map((child) => bodyOf(child, reading)));
  if (part.mediaType === 'multipart/related') return relatedBody(part, reading);
  if (part.children.length > 0) return join(part.children.map((child) => bodyOf(child, reading)));
  if (part.mediaType.startsWith('multipart/')) return nothing;
  if (isSignature(part))
    return { ...nothing, warnings: ['This mail is signed. The signature was not checked.'] };
  return isWords(part) ? wordsOf(part, reading) : { ...nothing, attachments: [partName(part)] };
}

const isSignature = ({ mediaType }: MimePart): boolean =>
  /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/.test(mediaType);

function checkReadable({ mediaType }: MimePart): void {
  const isEncrypted =
    mediaType === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(mediaType);
  if (isEncrypted)
    throw refuse('This mail is encrypted. Open it in your mail program and save it decrypted.');
}

/** The pictures of a page in a mail are in the page, not beside it. */
function relatedBody(part: MimePart, reading: Reading): MailBody {
  const pages = part.children.filter((child) => [...partsOf(child)].some(isWords));
  const [first = part.children[0]] = pages;
  if (first === undefined) return nothing;
  const others = part.children.filter((child) => child !== first && !child.mediaType.startsWith('image/'));
  return join([bodyOf(first, reading), ...others.map((child) => bodyOf(child, reading))]);
}

/** A page that says as much as the text is the better form of it; a page that says "open in a browser" is not. */
function fullest(forms: readonly MailBody[]): MailBody {
  const lengthOf = ({ blocks }: MailBody): number => plainText(blocks).replace(/\s+/g, '').length;
  const longest = Math.max(0, ...forms.map(lengthOf));
  const full =
    forms.findLast((form) => longest > 0 && lengthOf(form) >= 0.8 * longest) ?? forms.at(-1) ?? nothing;
  return { ...full, attachments: forms.flatMap(({ attachments }) => attachments) };
}

function join(bodies: readonly MailBody[]): MailBody {
  return {
    blocks: bodies.flatMap(({ blocks }) => blocks),
    warnings: bodies.flatMap(({ warnings }) => warnings),
    encoding: bodies.find(({ encoding }) => encoding !== null)?.encoding ?? null,
    attachments: bodies.flatMap(({ attachments }) => attachments),
  };
}

function wordsOf(part: MimePart, { chosen, picture }: Reading): MailBody {
  const { text, encoding, origin } = partText(part, chosen);
  const read = isHtmlPart(part) ? pageOf(text, picture) : { blocks: textBlocks(text, part), warnings: [] };
  return { ...read, encoding: { encoding, encodingOrigin: origin }, attachments: [] };
}

function pageOf(text: string, pictureBeside: PictureFinder): Pick<MailBody, 'blocks' | 'warnings'> {
  return readHtml(text, { source: 'clipboard:mail', isPaste: true, pictureBeside });
}

const encryptedText = /^\s*-----BEGIN PGP MESSAGE-----/;

function textBlocks(text: string, { parameters }: MimePart): readonly Block[] {
  if (encryptedText.test(text))
    throw refuse('This mail is encrypted. Open it in your mail program and save it decrypted.');
  const isFlowed = parameters.get('format')?.toLowerCase() === 'flowed';
  const words = isFlowed ? unflowed(text, parameters.get('delsp')?.toLowerCase() === 'yes') : text;
  return words.trim() === '' ? [] : textToBlocks(words);
}
