/** A web archive (WARC) as the articles of its pages, with the address and the time at which each was saved. */
import type { ImportedItem } from '../../../../shared/model/imported/imported-item';
import { CasebookError } from '../../../../shared/model/result';
import type { FormatInput } from '../../formats/format';
import { refuse } from '../../formats/refuse';
import { pictureFinder } from '../picture-finder';
import { createByteReader } from './byte-reader';
import { inflated, type Unpacking } from './inflated';
import { type PassedOver, passedOverInWords } from './page-choice';
import { type WarcPage, warcPages } from './warc-pages';
import { warcPictures } from './warc-pictures';
import { type WarcEnding, warcRecords } from './warc-records';

type Input = Pick<FormatInput, 'bytes' | 'largeFile' | 'source' | 'capturedAt' | 'importWithin'>;

const none: ReadonlySet<string> = new Set();

/**
 * Throws `import-refused` for what holds no page. `listed`: the addresses of the pages that are wanted, without fragments;
 * empty: all that look like pages.
 */
export async function* openWarc(
  input: Input,
  listed: ReadonlySet<string> = none,
): AsyncGenerator<ImportedItem, void, void> {
  const unpacking: Unpacking = { isBroken: false };
  const result: WarcEnding = { ending: 'whole' };
  const passed = new Map<Exclude<PassedOver, null>, number>();
  const records = warcRecords(createByteReader(inflated(input, unpacking)), result);
  const pictures = await warcPictures(input);
  let count = 0;
  for await (const page of warcPages(records, listed, passed)) {
    count += 1;
    yield await itemOf(page, input, pictures);
  }
  const left = [
    unpacking.isBroken || result.ending !== 'whole' ? broken(result) : '',
    passedOverInWords(passed),
  ];
  const message = left.filter((words) => words !== '').join(' ');
  if (count === 0) throw refuse(`There is no page in this web archive. ${message}`.trim());
  if (message !== '') yield { kind: 'refused', source: input.source, message };
}

function broken({ ending }: WarcEnding): string {
  if (ending === 'strange') return 'A part of the archive is damaged: what stands before it was taken.';
  return 'The archive ends in the middle: what was whole was taken.';
}

async function itemOf(
  { address, mediaType, capturedAt, bytes, problem }: WarcPage,
  input: Input,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<ImportedItem> {
  if (bytes === null) return { kind: 'refused', source: address, message: problem };
  try {
    const pictureBeside = pictureFinder((place) => pictures.get(place), address);
    const time = capturedAt === '' ? input.capturedAt : capturedAt;
    const document = await input.importWithin({
      bytes,
      source: address,
      mediaType,
      capturedAt: time,
      pictureBeside,
    });
    return { kind: 'article', key: address, document, bytes, tags: [] };
  } catch (cause) {
    if (!(cause instanceof CasebookError)) throw cause;
    return { kind: 'refused', source: address, message: cause.message };
  }
}
