import { useEffect, useRef } from 'react';
import { rememberSearch } from '../../../shell/frame/search/remember-search';

/** Puts the query on the list of past searches when the screen is left: what was typed until something was opened. */
export function useRemember(query: string): void {
  const latest = useRef(query);
  latest.current = query;
  useEffect(() => () => rememberSearch(latest.current), []);
}
