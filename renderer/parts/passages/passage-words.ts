import type { AnchorState, PassageRef } from '../../../shared/model/annotation';

const stateWords: Readonly<Record<AnchorState, string>> = {
  exact: '',
  moved: 'words have moved',
  changed: 'words have changed since',
  orphan: 'words are gone from the text',
};

const longestNamed = 60;

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return `“${line.length > longestNamed ? `${line.slice(0, longestNamed)}…` : line}”`;
}

/** What has become of a passage's words since it was made, in a sentence; of several parts, of which. '' when nothing has. */
export function describeState({ state, parts }: Pick<PassageRef, 'state' | 'parts'>): string {
  if (parts.every((part) => part.state === state)) return stateWords[state] && `The ${stateWords[state]}`;
  const states = (['orphan', 'changed', 'moved'] as const).flatMap((one) => {
    const named = parts.filter((part) => part.state === one).map(({ quote }) => shorten(quote.exact));
    return named.length > 0 ? [`Some ${stateWords[one]}: ${named.join(', ')}`] : [];
  });
  return states.join('. ');
}

/** Where in its source a passage begins: "p. 12", a chapter, or both; '' where that is not known. */
export function placeWords({ page, chapter }: Pick<PassageRef, 'page' | 'chapter'>): string {
  return [page && `p. ${page}`, chapter].filter(Boolean).join(', ');
}

/** Passages that follow each other in one article, together. */
export function byArticle(passages: readonly PassageRef[]): readonly (readonly PassageRef[])[] {
  const groups: PassageRef[][] = [];
  for (const passage of passages) {
    const last = groups.at(-1);
    if (last?.[0]?.articleId === passage.articleId) last.push(passage);
    else groups.push([passage]);
  }
  return groups;
}
