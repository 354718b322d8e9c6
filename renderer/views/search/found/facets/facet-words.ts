import type { FacetField } from '../../../../../shared/contract/search';

/** What stands above the values of each; kinds have tabs of their own. */
export const facetTitles: Readonly<Record<Exclude<FacetField, 'kind'>, string>> = {
  together: 'Named together with',
  actor: 'Actors',
  place: 'Places',
  event: 'Events',
  type: 'Types of event',
  tag: 'Tags',
  mode: 'How it is said',
  claimant: 'Who says so',
  certainty: 'Certainty',
  role: 'Roles',
  publisher: 'Publishers',
  by: 'Authors',
  year: 'Published',
  lang: 'Languages',
  colour: 'Colours',
  has: 'Has',
};

export type ShownField = keyof typeof facetTitles;
export const shownFields = Object.keys(facetTitles) as readonly ShownField[];
