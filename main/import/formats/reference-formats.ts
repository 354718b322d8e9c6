/** The rows of the table for lists of references and for passages that were marked elsewhere. */

import { isKindle } from '../references/highlights/kindle';
import { isReadwise } from '../references/highlights/readwise';
import { decodeText } from '../text/decode/decode-text';
import { extensionsOf } from './extensions';
import type { CollectionFormat, FormatInput, ImportFormat } from './format';

const textOf = (bytes: Uint8Array, { encoding }: FormatInput): string =>
  decodeText(bytes, { chosen: encoding }).text.replace(/^\ufeff/, '');

/** The readers are loaded when the first such file is met. */
async function* opened(name: string, input: FormatInput): ReturnType<CollectionFormat['open']> {
  const { openReferenceFile } = await import('../references/open-reference-file');
  yield* openReferenceFile(name, input);
}

type Row = Pick<CollectionFormat, 'words' | 'extensions' | 'mediaTypes' | 'recognise'>;

const row = (name: string, said: Row): CollectionFormat => ({
  kind: 'collection',
  name,
  open: (input) => opened(name, input),
  ...said,
});

/** In the order in which they are asked. */
export const referenceFormats: readonly ImportFormat[] = [
  row('bibtex', {
    words: 'a list of references (BibTeX)',
    extensions: extensionsOf.bibtex,
    mediaTypes: ['application/x-bibtex'],
    recognise: (head, input) => /^\s*(?:%[^\n]*\s+)*@\s*\w+\s*[{(]/.test(textOf(head, input)),
  }),
  row('ris', {
    words: 'a list of references (RIS)',
    extensions: extensionsOf.ris,
    mediaTypes: ['application/x-research-info-systems'],
    recognise: (head, input) => /^\s*TY {1,2}- \w+[ \t]*$/m.test(textOf(head, input).slice(0, 500)),
  }),
  row('json', {
    words: 'a list of references or annotations (JSON)',
    extensions: extensionsOf.json,
    mediaTypes: ['application/ld+json', 'application/vnd.citationstyles.csl+json', 'application/json'],
    recognise: (head, input) =>
      /^\s*[[{]\s*(?:[{"]|$)/.test(textOf(head, input)) &&
      /"(?:@context|target|rows|annotations|type|items)"\s*:/.test(textOf(head, input)),
  }),
  row('readwise', {
    words: 'a table of highlights (Readwise)',
    extensions: [],
    mediaTypes: [],
    recognise: (head, input) => isReadwise(textOf(head, input)),
  }),
  row('kindle', {
    words: 'the clippings of a Kindle',
    extensions: [],
    mediaTypes: [],
    recognise: (head, input) => isKindle(textOf(head, input)),
  }),
];
