/** Passages as a report says them: their words in their sentence, their source, and what is said about them. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { ExportArticle, ExportPart, ExportPassage } from '../../gather/export-data';
import type { ContentKind, ReportFact, ReportPassage, ReportSource } from './report';

/** Facts that say something. */
export function facts(...pairs: readonly (readonly [label: string, value: string | null])[]): ReportFact[] {
  return pairs.flatMap(([label, value]) => (value === null || value.trim() === '' ? [] : { label, value }));
}

/** How an article is named as a source. */
export function sourceName({ title, publisher, published }: ExportArticle): string {
  const day = published === null ? 'undated' : describeEdtf(published);
  return [title || 'Untitled article', publisher, day].filter((words) => words !== '').join(', ');
}

/** An address that a reader can follow, or ''. */
export const webAddress = (url: string): string => (/^https?:/i.test(url) ? url : '');

const stateWords: Readonly<Record<ExportPart['state'], string>> = {
  exact: '',
  moved: '',
  changed: 'The words have changed since they were marked; the place is to be confirmed.',
  orphan: 'These words are no longer in the text.',
};

/** Of several parts in different states, each is said with its words. */
function stateOf({ parts }: ExportPassage): string {
  const states = [...new Set(parts.map(({ state }) => stateWords[state]))];
  if (states.length === 1) return states.join('');
  return parts
    .filter(({ state }) => stateWords[state] !== '')
    .map(({ state, words }) => `“${words}”: ${stateWords[state]}`)
    .join(' ');
}

function sourceOf(passage: ExportPassage, article: ExportArticle | undefined): ReportSource {
  const pages = [...new Set(passage.parts.map(({ locator }) => locator))].filter((page) => page !== '');
  if (!article) return { name: '', voice: '', url: '', page: pages.join(', ') };
  const voice = article.publisher || article.title || 'Untitled article';
  return { name: sourceName(article), voice, url: webAddress(article.url), page: pages.join(', ') };
}

function passageFacts(passage: ExportPassage): readonly ReportFact[] {
  const named = (kind: string) =>
    passage.entities
      .filter((entity) => entity.kind === kind)
      .map(({ name }) => name)
      .join(', ');
  return facts(
    ['Actors', named('actor')],
    ['Places', named('place')],
    ['Objects', named('object')],
    ['Events', passage.events.map(({ name }) => name).join(', ')],
    ['Tags', passage.tags.join(', ')],
    ['Colour', passage.colour],
  );
}

/** A passage as it is said; without what the report is not to hold. */
export function reportPassage(
  passage: ExportPassage,
  article: ExportArticle | undefined,
  contents: ReadonlySet<ContentKind>,
): ReportPassage {
  const withComments = contents.has('comments');
  return {
    id: passage.id,
    before: passage.parts[0]?.before ?? '',
    after: passage.parts.at(-1)?.after ?? '',
    parts: passage.parts.map(({ words }) => words),
    source: sourceOf(passage, article),
    comment: withComments ? passage.comment : '',
    coder: contents.has('coder') ? passage.coder : '',
    made: passage.createdAt.slice(0, 10),
    colour: passage.colour ?? '',
    state: stateOf(passage),
    facts: withComments ? passageFacts(passage) : [],
  };
}
