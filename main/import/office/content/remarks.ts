/** What a reader of an office format could not take or left out on purpose, gathered while reading and told once, in words. */

/** Counts of what was left out or changed, by what it is. */
type Counted = 'deletion' | 'hidden' | 'object' | 'symbol' | 'drawing';

export interface Remarks {
  readonly counts: Map<Counted, number>;
  /** Pictures that the file has in a kind that is not shown, or not at all: their descriptions, or ''. */
  readonly missingPictures: string[];
  /** Addresses of pictures that the file only names. */
  readonly linkedPictures: string[];
  /** Whole sentences. */
  readonly sentences: string[];
}

export const startRemarks = (): Remarks => ({
  counts: new Map(),
  missingPictures: [],
  linkedPictures: [],
  sentences: [],
});

export function count(remarks: Remarks, what: Counted): void {
  remarks.counts.set(what, (remarks.counts.get(what) ?? 0) + 1);
}

const told: readonly (readonly [what: Counted, one: string, many: string])[] = [
  [
    'deletion',
    'One tracked deletion was left out; tracked insertions were kept.',
    '# tracked deletions were left out; tracked insertions were kept.',
  ],
  ['hidden', 'One stretch of hidden text was left out.', '# stretches of hidden text were left out.'],
  ['object', 'One embedded object was left out.', '# embedded objects were left out.'],
  ['drawing', 'One drawing without words was left out.', '# drawings without words were left out.'],
  [
    'symbol',
    'One sign of a symbol font has no letter and stands as □.',
    '# signs of symbol fonts have no letter and stand as □.',
  ],
];

/** The remarks as warnings of the import. */
export function warningsOf({ counts, missingPictures, linkedPictures, sentences }: Remarks): string[] {
  const counted = told.flatMap(([what, one, many]) => {
    const times = counts.get(what) ?? 0;
    if (times === 0) return [];
    return [times === 1 ? one : many.replace('#', String(times))];
  });
  return [...sentences, ...counted, ...missingWords(missingPictures), ...linkedWords(linkedPictures)];
}

function missingWords(descriptions: readonly string[]): string[] {
  if (descriptions.length === 0) return [];
  const some = descriptions.length === 1 ? 'One picture is' : `${descriptions.length} pictures are`;
  return [
    `${some} not in the file, damaged or of a kind that is not shown, and left out${listed(descriptions)}.`,
  ];
}

function linkedWords(addresses: readonly string[]): string[] {
  if (addresses.length === 0) return [];
  const some = addresses.length === 1 ? 'One picture is' : `${addresses.length} pictures are`;
  return [`${some} only linked, not in the file; nothing was fetched${listed(addresses)}.`];
}

const mostNamed = 5;
const longestName = 80;

function listed(names: readonly string[]): string {
  const some = [...new Set(names)].filter((name) => name.trim() !== '').slice(0, mostNamed);
  const cut = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName)}…` : name);
  return some.length === 0 ? '' : `: ${some.map((name) => `“${cut(name)}”`).join(', ')}`;
}
