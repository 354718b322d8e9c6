/** The rows of the table for what word processors write, and for books. */
import { isArchiveOf } from '../archive/archive-names';
import { extensionsOf } from './extensions';
import type { DocumentFormat, FormatInput, ImportFormat } from './format';

const holds =
  (...names: readonly RegExp[]) =>
  (_: Uint8Array, input: FormatInput): boolean =>
    isArchiveOf(input, ...names);

const docx: DocumentFormat = {
  kind: 'document',
  name: 'docx',
  words: 'a Word document',
  extensions: extensionsOf.docx,
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
    'application/vnd.ms-word.document.macroenabled.12',
  ],
  hasSignature: true,
  // Where the file is cut short, its name must do.
  recognise: (head, input) =>
    holds(/\[Content_Types\]\.xml|_rels\/\.rels/, /word[/\\]\w+\.xml/)(head, input) ||
    (/\.do[ct][xm]$/i.test(input.source) && holds(/\[Content_Types\]\.xml/)(head, input)),
  read: async (input) => (await import('../office/docx/read-docx')).readDocx(input),
};

const odt: DocumentFormat = {
  kind: 'document',
  name: 'odt',
  words: 'an OpenDocument text',
  extensions: extensionsOf.odt,
  mediaTypes: ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text-template'],
  hasSignature: true,
  // Some programs pack what says that it is a text: then the name of the file must do.
  recognise: (head, input) =>
    holds(/mimetypeapplication\/vnd\.oasis\.opendocument\.text/)(head, input) ||
    (/\.o[dt]t$/i.test(input.source) && holds(/content\.xml/, /META-INF\/manifest\.xml/)(head, input)),
  read: async (input) => (await import('../office/odt/read-odt')).readOdt(input),
};

const epub: DocumentFormat = {
  kind: 'document',
  name: 'epub',
  words: 'an EPUB book',
  extensions: extensionsOf.epub,
  mediaTypes: ['application/epub+zip'],
  hasSignature: true,
  recognise: holds(/mimetypeapplication\/epub\+zip|META-INF\/container\.xml/),
  read: async (input) => (await import('../office/epub/read-epub')).readEpub(input),
};

const rtf: DocumentFormat = {
  kind: 'document',
  name: 'rtf',
  words: 'an RTF document',
  extensions: extensionsOf.rtf,
  mediaTypes: ['application/rtf', 'text/rtf', 'text/richtext'],
  hasSignature: true,
  recognise: (head) =>
    /^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(Buffer.from(head.subarray(0, 64)).toString('latin1')),
  read: async (input) => (await import('../office/rtf/read-rtf')).readRtf(input),
};

/** In the order in which they are asked. */
export const officeFormats: readonly ImportFormat[] = [docx, odt, epub, rtf];
