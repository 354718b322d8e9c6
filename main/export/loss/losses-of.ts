/** Computes what a format would not keep of what is exported: what there is, against what the format's row says of it. */
import type { ExportLoss, Handling } from '../../../shared/contract/exports';
import type { FormatMaker, MakeOptions } from '../formats/format';
import type { ExportData } from '../gather/export-data';
import { type Feature, featureNames, features, partOf } from './features';

/** What the report needs of a format. */
type Keeper = Pick<FormatMaker, 'kept' | 'asWords' | 'lost' | 'handles'>;

/** How a format handles a feature. */
export function handlingOf(
  format: Keeper,
  feature: Feature,
  options: MakeOptions,
  data: ExportData,
): Handling {
  const { kept, asWords = [], lost = [], handles } = format;
  if (lost.includes(feature)) return 'lost';
  if (kept.includes(feature)) return 'kept';
  if (asWords.includes(feature)) return 'as words';
  const whole = partOf[feature];
  if (whole !== undefined) return handlingOf(format, whole, options, data);
  return handles?.(feature, options, data) ?? 'lost';
}

/** Of more, only the number is told. */
const mostItems = 20;

function lossOf(feature: Feature, handling: ExportLoss['handling'], data: ExportData): ExportLoss[] {
  const { one, many, of } = features[feature];
  const items = of(data);
  if (items.length === 0) return [];
  const words = `${items.length} ${items.length === 1 ? one : many}`;
  return [{ feature, handling, count: items.length, words, items: [...new Set(items)].slice(0, mostItems) }];
}

/** What the format would not keep as data, most telling first. */
export function lossesOf(format: Keeper, data: ExportData, options: MakeOptions): ExportLoss[] {
  return featureNames.flatMap((feature) => {
    const handling = handlingOf(format, feature, options, data);
    const whole = partOf[feature];
    const isToldWithIt = whole !== undefined && handlingOf(format, whole, options, data) === handling;
    return handling === 'kept' || isToldWithIt ? [] : lossOf(feature, handling, data);
  });
}

/** The report in two sentences, for a file that has room for words; '' when nothing is lost. */
export function lossWords(losses: readonly ExportLoss[]): string {
  const list = (handling: Handling) =>
    losses.flatMap((loss) => (loss.handling === handling ? loss.words : [])).join('; ');
  const [lost, words] = [list('lost'), list('as words')];
  return [
    ...(lost === '' ? [] : [`This format does not keep: ${lost}.`]),
    ...(words === '' ? [] : [`It keeps only as words: ${words}.`]),
  ].join(' ');
}
