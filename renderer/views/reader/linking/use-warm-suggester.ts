/**
 * Asks for suggestions of a few words once an article has been open for a moment, and lets the answers go: the patterns of a
 * language are made when they are first needed, and the first time that the panel opens should not wait for them.
 */
import { useEffect } from 'react';
import { codePoints } from '../../../../shared/text/offsets';
import { queries } from '../../../client/client';
import { useOpenText } from '../reader-context';

const restMs = 1200;
const leastCharacters = 160;
/** Where in the text: as shares of it. */
const places = [0.1, 0.2, 0.3];
const words = 24;

/** Languages that are ready, as long as the window is open. */
const warmed = new Set<string>();

export function useWarmSuggester(): void {
  const { article, revision, canChange } = useOpenText();
  const { language, id: articleId } = article;
  const { id: revisionId, text } = revision;
  useEffect(() => {
    if (!canChange || warmed.has(language) || text.length < leastCharacters) return;
    const timer = setTimeout(() => {
      warmed.add(language);
      for (const place of places) {
        const start = Math.floor(text.length * place);
        const range = { start: codePoints(start), end: codePoints(start + words) };
        // An article that is gone by now has nothing to get ready for.
        queries.suggestAccount({ articleId, revisionId, range }).catch(() => undefined);
      }
    }, restMs);
    return () => clearTimeout(timer);
  }, [articleId, revisionId, language, text, canChange]);
}
