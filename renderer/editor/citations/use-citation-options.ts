/** What the list of things to cite shows while an `@` is being typed, and when it is no more than an `@`. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CitationOption, findCitations } from './citation-options';
import { $typedQuery, goesOn, isSameQuery, type TypedQuery } from './typed-query';

/** The `@` that is being typed; null after Escape, until another is begun. */
function useTypedQuery(): readonly [TypedQuery | null, () => void] {
  const [editor] = useLexicalComposerContext();
  const [query, setQuery] = useState<TypedQuery | null>(null);
  const dismissed = useRef<TypedQuery | null>(null);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const typed = editor.isComposing() ? null : editorState.read($typedQuery);
        const isDismissed = typed && dismissed.current && goesOn(typed, { ...dismissed.current, text: '' });
        if (!isDismissed) dismissed.current = null;
        const next = isDismissed ? null : typed;
        setQuery((current) => (isSameQuery(current, next) ? current : next));
      }),
    [editor],
  );
  const dismiss = useCallback(() => {
    setQuery((current) => {
      dismissed.current = current;
      return null;
    });
  }, []);
  return [query, dismiss];
}

export interface CitationOptions {
  readonly query: TypedQuery | null;
  readonly options: readonly CitationOption[];
  /** They are those of the words before; those of what is typed are being looked for. */
  readonly isStale: boolean;
  readonly dismiss: () => void;
}

const none: readonly CitationOption[] = [];

interface Found {
  readonly query: TypedQuery | null;
  readonly options: readonly CitationOption[];
}

/** What can be cited by what is typed. Once nothing is found, more words find nothing either, and are just words. */
export function useCitationOptions(): CitationOptions {
  const [query, dismiss] = useTypedQuery();
  const [found, setFound] = useState<Found>({ query: null, options: none });
  const foundNothing = useRef<TypedQuery | null>(null);
  useEffect(() => {
    let isNewest = true;
    const show = (options: readonly CitationOption[]) => {
      if (!isNewest) return;
      setFound({ query, options });
      // Before anything is typed, little is offered.
      foundNothing.current = options.length === 0 && query?.text ? query : null;
    };
    if (!query || (foundNothing.current && goesOn(query, foundNothing.current)))
      setFound({ query, options: none });
    else findCitations(query.text).then(show, () => show(none));
    return () => {
      isNewest = false;
    };
  }, [query]);
  const options = query ? found.options : none;
  return { query, options, isStale: !isSameQuery(found.query, query), dismiss };
}
