/** A tag as it is shown beside something. */
export interface TagRef {
  readonly id: string;
  readonly name: string;
  readonly colour: Colour | null;
}

/** The highlight palette: names, so that light and dark themes can each draw them well. */
export const colours = ['yellow', 'green', 'blue', 'pink', 'purple', 'orange', 'grey'] as const;
export type Colour = (typeof colours)[number];

/** A label in the researcher's codebook. */
export interface Tag extends TagRef {
  readonly parentId: string | null;
  readonly description: string;
  /** Tags that were merged into it, each of which can be split off again. */
  readonly merged: readonly { readonly id: string; readonly name: string }[];
  /** Articles and annotations that bear it. */
  readonly useCount: number;
}
