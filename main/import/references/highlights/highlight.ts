/** What readers of quotations share: an annotation that has its words and nothing else to go by. */
import type { ArticleMetadata } from '../../../../shared/model/article';
import type { ImportedAnnotation } from '../../../../shared/model/imported/imported-annotation';

type Said = Partial<Omit<ImportedAnnotation, 'targets'>> & {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

/** A quotation with what was said of it. */
export function highlightOf({ exact, prefix = '', suffix = '', ...said }: Said): ImportedAnnotation {
  return {
    id: '',
    tags: [],
    comments: [],
    entities: [],
    events: [],
    colour: '',
    coder: '',
    createdAt: '',
    problems: [],
    ...said,
    targets: [{ source: '', quote: { exact, prefix, suffix }, position: null }],
  };
}

/** A text of which no more is known than these. */
export function metadataOf(known: Partial<ArticleMetadata>): ArticleMetadata {
  return {
    title: '',
    authors: [],
    publisher: '',
    url: '',
    language: '',
    published: null,
    fields: {},
    ...known,
  };
}

/** ISO 8601 UTC of a time that says its zone; '' for any other. */
export function utcOf(said: string): string {
  if (!/(?:Z|[+-]\d\d:?\d\d)$/.test(said.trim())) return '';
  const time = new Date(said.trim().replace(' ', 'T'));
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

/** Things of one text together, in the order in which the texts first come. */
export function groupBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): readonly (readonly Thing[])[] {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}
