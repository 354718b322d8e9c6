/** Typing `@` in a note offers what can be cited; Enter, Tab or a click puts the citation in. The text keeps the caret. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { mergeRegister } from '@lexical/utils';
import {
  $createTextNode,
  $getNodeByKey,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { $createCitationNode } from '../nodes/citation-node';
import { CitationList } from './citation-list';
import type { CitationOption } from './citation-options';
import type { TypedQuery } from './typed-query';
import { useCitationOptions } from './use-citation-options';

/** Puts the citation in the place of the `@` and what was typed after it. */
function $cite({ key, offset, text }: TypedQuery, option: CitationOption): void {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node)) return;
  const pieces = node.splitText(offset, offset + 1 + text.length);
  const typed = pieces[offset === 0 ? 0 : 1];
  const space = $createTextNode(' ');
  typed?.replace($createCitationNode(option, option.label)).insertAfter(space);
  space.select();
}

interface Keys {
  readonly step: (by: 1 | -1) => void;
  readonly choose: () => void;
  readonly dismiss: () => void;
}

function registerKeys(editor: LexicalEditor, { step, choose, dismiss }: Keys): () => void {
  const on = <Event extends KeyboardEvent | null>(command: LexicalCommand<Event>, act: () => void) =>
    editor.registerCommand(
      command,
      (event) => {
        if (event?.isComposing) return false;
        event?.preventDefault();
        event?.stopPropagation();
        act();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  return mergeRegister(
    on(KEY_ARROW_DOWN_COMMAND, () => step(1)),
    on(KEY_ARROW_UP_COMMAND, () => step(-1)),
    on(KEY_ENTER_COMMAND, choose),
    on(KEY_TAB_COMMAND, choose),
    on(KEY_ESCAPE_COMMAND, dismiss),
  );
}

/** Tells those who hear the screen which row Enter would take. */
function useAnnounce(listId: string, active: number, isOpen: boolean): void {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const root = editor.getRootElement();
    if (!root || !isOpen) return;
    root.setAttribute('aria-autocomplete', 'list');
    root.setAttribute('aria-controls', listId);
    root.setAttribute('aria-activedescendant', `${listId}-${active}`);
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'])
        root.removeAttribute(name);
    };
  }, [editor, listId, active, isOpen]);
}

export function CitationMenu() {
  const [editor] = useLexicalComposerContext();
  const { query, options, isStale, dismiss } = useCitationOptions();
  const [active, setActive] = useState(0);
  const [isTaking, setIsTaking] = useState(false);
  const listId = useId();
  const isOpen = query !== null && options.length > 0;
  const row = Math.min(active, Math.max(0, options.length - 1));
  useAnnounce(listId, row, isOpen);
  useEffect(() => {
    setActive(0);
    setIsTaking(false);
  }, [query?.text]);
  useEffect(() => {
    if (!query || options.length === 0) return;
    const take = (option: CitationOption | undefined) =>
      option && editor.update(() => $cite(query, option), { discrete: true });
    // Never a row of the words before: Enter waits for those of what was typed.
    if (isTaking && !isStale) {
      setIsTaking(false);
      take(options[row]);
      return;
    }
    return registerKeys(editor, {
      step: (by) => setActive((row + by + options.length) % options.length),
      choose: () => (isStale ? setIsTaking(true) : take(options[row])),
      dismiss,
    });
  }, [editor, query, options, isStale, isTaking, row, dismiss]);
  if (!isOpen) return null;
  return createPortal(
    <CitationList
      id={listId}
      query={query}
      options={options}
      active={row}
      onPoint={setActive}
      onChoose={(option) => editor.update(() => $cite(query, option))}
    />,
    document.body,
  );
}
