/** Computes what a format would not keep of what is exported: what there is, against what the format's row says of it. */
import type { ExportLoss, ExportOptions, Handling } from '../../../shared/contract/exports';
import type { FormatMaker } from '../formats/format';
import type { ExportData } from '../gather/export-data';
import { type Feature, featureNames, features } from './features';

/** What the report needs of a format. */
type Keeper = Pick<FormatMaker, 'kept' | 'asWords' | 'handles'>;

/** How a format handles a feature. */
export function handlingOf(
  { kept, asWords = [], handles }: Keeper,
  feature: Feature,
  options: ExportOptions,
): Handling {
  const own = handles?.(feature, options);
  if (own) return own;
  if (kept.includes(feature)) return 'kept';
  return asWords.includes(feature) ? 'as words' : 'lost';
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
export function lossesOf(format: Keeper, data: ExportData, options: ExportOptions): ExportLoss[] {
  return featureNames.flatMap((feature) => {
    const handling = handlingOf(format, feature, options);
    return handling === 'kept' ? [] : lossOf(feature, handling, data);
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
