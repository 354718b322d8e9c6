/** A BagIt bag (RFC 8493): the payload below `data/`, and manifests by which an archive sees that nothing is missing or changed. */

import { aboutExport } from '../data/about-export';
import type { MakeExport } from '../formats/format';
import type { ExportData } from '../gather/export-data';
import { type Measure, measuring } from './measured';
import { payload } from './payload';

/** In a manifest `%` and line ends of a name are escaped. */
const manifestName = (name: string): string =>
  name.replace(/[%\r\n]/g, (character) => (character === '%' ? '%25' : character === '\r' ? '%0D' : '%0A'));

const manifest = (measures: readonly Measure[], of: 'sha256' | 'sha512'): string =>
  measures.map((measure) => `${measure[of]}  ${manifestName(measure.name)}\n`).join('');

/** A line is a label and a value; a value's own line ends become spaces. */
const infoLine = (label: string, value: string): string => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`;

function bagInfo(data: ExportData, about: readonly string[], measures: readonly Measure[]): string {
  const bytes = measures.reduce((sum, measure) => sum + measure.bytes, 0);
  return [
    infoLine('Bagging-Date', data.madeAt.slice(0, 10)),
    infoLine('Bag-Software-Agent', 'Casebook <https://casebook.example/>'),
    infoLine('External-Identifier', `urn:uuid:${data.notebook.id}`),
    ...about.map((words) => infoLine('External-Description', words)),
    infoLine('Payload-Oxum', `${bytes}.${measures.length}`),
  ].join('');
}

export const makeBagIt: MakeExport = async function* (data, context) {
  const inside = measuring();
  for (const file of payload(data, context)) yield inside.pass({ ...file, name: `data/${file.name}` });
  const tags = measuring();
  const { measures } = inside;
  yield tags.pass({ name: 'bagit.txt', data: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' });
  yield tags.pass({ name: 'bag-info.txt', data: bagInfo(data, aboutExport(data, context), measures) });
  for (const kind of ['sha256', 'sha512'] as const)
    yield tags.pass({ name: `manifest-${kind}.txt`, data: manifest(measures, kind) });
  for (const kind of ['sha256', 'sha512'] as const)
    yield { name: `tagmanifest-${kind}.txt`, data: manifest(tags.measures, kind) };
};
