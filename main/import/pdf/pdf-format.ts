import { extensionsOf } from '../formats/extensions';
import type { ImportFormat } from '../formats/format';

/** The sign may stand a little way into the file. */
const signLength = 1024;

/** The row of PDF files; their reader is loaded with the first one. */
export const pdf: ImportFormat = {
  kind: 'document',
  name: 'pdf',
  words: 'a PDF',
  extensions: extensionsOf.pdf,
  mediaTypes: ['application/pdf'],
  hasSignature: true,
  recognise: (head) => Buffer.from(head.subarray(0, signLength)).toString('latin1').includes('%PDF-'),
  read: async ({ bytes }) => {
    const { readPdf } = await import('./read-pdf');
    return readPdf(bytes);
  },
};
