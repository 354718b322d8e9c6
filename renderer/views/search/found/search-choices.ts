/** How a person likes to see what was found, kept from one search to the next and over restarts. */
import { create } from 'zustand';
import type { FacetField } from '../../../../shared/contract/search';

export interface SearchChoices {
  /** Hits stand under their articles. */
  readonly byArticle: boolean;
  /** Sections beside the hits that are folded away. */
  readonly folded: readonly FacetField[];
  /** Which dates the bars count. */
  readonly dates: 'published' | 'date';
}

const name = 'search:choices';
const usual: SearchChoices = {
  byArticle: false,
  folded: ['role', 'certainty', 'by', 'lang', 'colour', 'has'],
  dates: 'published',
};

/** What was kept; what cannot be read any more is as at first. */
function kept(): SearchChoices {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    return { ...usual, ...(stored as Partial<SearchChoices>) };
  } catch {
    return usual;
  }
}

export const useSearchChoices = create<SearchChoices>()(kept);

/** Changes some of them, for good. */
export function chooseSearch(changed: Partial<SearchChoices>): void {
  useSearchChoices.setState(changed);
  localStorage.setItem(name, JSON.stringify(useSearchChoices.getState()));
}
