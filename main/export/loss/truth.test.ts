/**
 * The loss table cannot lie: of a notebook that has every feature each format is written, with it and without it. What a
 * format says it loses changes nothing and leaves no words; what it says it keeps does both.
 */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { ExportOptions } from '../../../shared/contract/exports';
import { type TemporaryNotebook, temporaryNotebook } from '../../store/core/temporary-notebook';
import type { Format, MakeContext } from '../formats/format';
import { formats } from '../formats/formats';
import type { ExportData } from '../gather/export-data';
import { type Feature, featureNames, features, partOf } from './features';
import { handlingOf, lossesOf } from './losses-of';
import { fillTellingly, tokens } from './testing/telling-notebook';
import { without } from './testing/without';

let notebook: TemporaryNotebook;
let data: ExportData;

beforeAll(() => {
  notebook = temporaryNotebook();
  data = fillTellingly(notebook);
});
afterAll(() => notebook.remove());

/** The words of the files in an archive, one after another. */
async function unzipped(bytes: Buffer): Promise<string> {
  const words: string[] = [];
  const archive = await new Promise<import('yauzl').ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))),
  );
  archive.on('entry', (entry: import('yauzl').Entry) =>
    archive.openReadStream(entry, (error, stream) => {
      if (error) throw error;
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        words.push(entry.fileName, Buffer.concat(pieces).toString('utf8'));
        archive.readEntry();
      });
    }),
  );
  archive.readEntry();
  await once(archive, 'end');
  return words.join('\n');
}

/** Everything that a format writes, as words; without what it says of its losses. */
async function written(format: Format, from: ExportData, options: ExportOptions): Promise<string> {
  const make = await format.load();
  const context: MakeContext = {
    main: `telling.${format.extension}`,
    textsFolder: 'telling-texts',
    options,
    losses: [],
    each: (things) => things,
  };
  const words: string[] = [];
  for await (const { name, data: content } of make(from, context)) {
    const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    const bytes: Buffer[] = [];
    for await (const piece of pieces) bytes.push(Buffer.from(piece as Uint8Array));
    const all = Buffer.concat(bytes);
    words.push(name, all.subarray(0, 2).toString() === 'PK' ? await unzipped(all) : all.toString('utf8'));
  }
  // Lines that a calendar has folded are put together again.
  return words.join('\n').replaceAll('\r\n ', '');
}

/**
 * Drawn from the same report as Markdown, but slowly, or read from the notebook itself, whose test is the round trip: only
 * their words are looked for.
 */
const madeAlike: readonly string[] = ['html', 'docx', 'odt', 'pdf', 'notebook-json', 'obsidian', 'xlsx'];

/** What is wrong with what a format says of a feature; nothing when it is true. */
async function lies(
  format: Format,
  feature: Feature,
  whole: string,
  options: ExportOptions,
): Promise<string[]> {
  // Where the text is, the sentence around a quotation is.
  const isImplied = feature === 'contexts' && handlingOf(format, 'article-texts', options, data) !== 'lost';
  if (isImplied) return [];
  const isLost = handlingOf(format, feature, options, data) === 'lost';
  const token = tokens[feature];
  const isInCodebook =
    (feature === 'article-tags' || feature === 'passage-tags') &&
    handlingOf(format, 'unused-tags', options, data) !== 'lost';
  const isThere = token !== undefined && whole.includes(token) && !(isLost && isInCodebook);
  const wrong = [
    ...(isLost && isThere ? [`${feature}: said to be lost, but “${token}” is there`] : []),
    ...(!isLost && token !== undefined && !isThere
      ? [`${feature}: said to be there, but no “${token}”`]
      : []),
  ];
  if (madeAlike.includes(format.id) || (format.group === 'reading' && options.texts === false)) return wrong;
  const matters = (await written(format, without[feature](data), options)) !== whole;
  return [
    ...wrong,
    ...(isLost && matters ? [`${feature}: said to be lost, but what is written depends on it`] : []),
    ...(!isLost && !matters ? [`${feature}: said to be there, but nothing changes without it`] : []),
    ...(isLost && isThere ? [`${feature}: said to be lost, but “${token}” is there`] : []),
    ...(!isLost && token !== undefined && !isThere
      ? [`${feature}: said to be there, but no “${token}”`]
      : []),
  ];
}

it('has a notebook that bears every feature', () => {
  const missing = featureNames.filter((feature) => features[feature].of(data).length === 0);
  expect(missing).toEqual([]);
});

function optionsOf({ asks }: Format): readonly ExportOptions[] {
  if (asks?.includes('texts')) return [{ texts: true }, { texts: false }];
  return asks?.includes('files') ? [{ files: true }, { files: false }] : [{}];
}

describe('what is said of each format is true of what it writes', () => {
  for (const format of formats) {
    for (const options of optionsOf(format)) {
      const without = Object.keys(options).find((name) => options[name as keyof ExportOptions] === false);
      it(`${format.id}${without === undefined ? '' : ` without ${without}`}`, async () => {
        const whole = await written(format, data, options);
        expect(await written(format, data, options)).toBe(whole);
        const found = [];
        for (const feature of featureNames) found.push(...(await lies(format, feature, whole, options)));
        expect(found).toEqual([]);
      });
    }
  }
});

/** The table of the documentation, from the same rows. */
function keptTable(): string {
  const rows = formats.map((format) => {
    const all = featureNames.filter((feature) => partOf[feature] === undefined);
    const of = (handling: string) =>
      all
        .filter((feature) => handlingOf(format, feature, {}, data) === handling)
        .map((name) => features[name].many);
    const [kept, words, lost] = [of('kept'), of('as words'), of('lost')];
    const most = Math.max(kept.length, words.length, lost.length);
    const cell = (list: readonly string[]) => (list.length === most ? '*all else*' : list.join(', ') || '–');
    return `| \`${format.id}\` | ${cell(kept)} | ${cell(words)} | ${cell(lost)} |`;
  });
  return ['| format | as data | as words only | not kept |', '|---|---|---|---|', ...rows].join('\n');
}

it('is what the documentation says (CASEBOOK_WRITE_DOCS=1 writes it)', () => {
  const path = join('docs', 'exports.md');
  const document = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = document.split('<!-- what is kept: from the table of formats -->');
  const [told, after] = rest.split('<!-- to here -->');
  const [marks, table] = [
    ['<!-- what is kept: from the table of formats -->', '<!-- to here -->'],
    keptTable(),
  ];
  if (process.env['CASEBOOK_WRITE_DOCS'])
    writeFileSync(path, [before, marks[0], `\n\n${table}\n\n`, marks[1], after].join(''));
  else expect(told?.trim()).toBe(table);
});

it('tells what is lost in words and numbers', () => {
  const csv = formats.find(({ id }) => id === 'csv-passages');
  const losses = csv ? lossesOf(csv, data, {}) : [];
  expect(losses.find(({ feature }) => feature === 'notes')).toEqual({
    feature: 'notes',
    handling: 'lost',
    count: 1,
    words: '1 note',
    items: ['Tknote'],
  });
  expect(losses.some(({ feature }) => feature === 'comments')).toBe(false);
});
