/** How a feature is described: what in a notebook bears it. The tables are beside, by what the features are of. */
import type { ExportData } from '../gather/export-data';

export interface FeatureInfo {
  /** In plain words, for one and for several: "comment", "comments". */
  readonly one: string;
  readonly many: string;
  /** What in the export bears it, each by a name that tells people which it is. */
  readonly of: (data: ExportData) => readonly string[];
}

/** A row of a table of features. */
export const feature = (one: string, many: string, of: FeatureInfo['of']): FeatureInfo => ({ one, many, of });

/** The names of those things for which a condition holds. */
export const namesWhere =
  <Thing>(
    things: (data: ExportData) => readonly Thing[],
    name: (thing: Thing) => string,
    holds: (thing: Thing) => boolean = () => true,
  ) =>
  (data: ExportData): string[] =>
    things(data).flatMap((thing) => (holds(thing) ? name(thing) : []));
