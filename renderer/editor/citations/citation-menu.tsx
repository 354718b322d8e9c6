/** Typing `@` in a note offers what can be cited; Enter or a click puts the citation in. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  LexicalTypeaheadMenuPlugin,
  MenuOption,
  useBasicTypeaheadTriggerMatch,
} from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $createTextNode, type TextNode } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from '../../ui/class-names';
import { $createCitationNode } from '../nodes/citation-node';
import { type CitationOption, findCitations } from './citation-options';

class Option extends MenuOption {
  constructor(readonly citation: CitationOption) {
    super(`${citation.target} ${citation.targetId}`);
  }
}

const kindWords: Readonly<Record<CitationOption['target'], string>> = {
  annotation: 'Passage',
  article: 'Article',
  entity: 'Entity',
  event: 'Event',
};

/** The newest answer only: a slow one that was overtaken is dropped. */
function useOptions(text: string | null): Option[] {
  const [options, setOptions] = useState<Option[]>([]);
  useEffect(() => {
    let current = true;
    if (text === null) setOptions([]);
    else {
      findCitations(text).then(
        (found) => current && setOptions(found.map((one) => new Option(one))),
        () => current && setOptions([]),
      );
    }
    return () => {
      current = false;
    };
  }, [text]);
  return options;
}

function OptionRow({
  option,
  isActive,
  onChoose,
  onPoint,
}: {
  readonly option: Option;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}) {
  const { target, label, detail } = option.citation;
  return (
    <li
      ref={(element) => option.setRefElement(element)}
      role="option"
      aria-selected={isActive}
      onMouseEnter={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={undefined}
      className={classNames(
        'flex items-baseline gap-2 px-2 py-1 rounded-sm cursor-default',
        isActive && 'bg-selected',
      )}
    >
      <span className="text-faint text-xs w-14 shrink-0">{kindWords[target]}</span>
      <span className="truncate" dir="auto">
        {label}
      </span>
      <span className="ms-auto text-faint text-xs truncate max-w-40" dir="auto">
        {detail}
      </span>
    </li>
  );
}

export function CitationMenu() {
  const [editor] = useLexicalComposerContext();
  const [text, setText] = useState<string | null>(null);
  const options = useOptions(text);
  const trigger = useBasicTypeaheadTriggerMatch('@', { minLength: 0, maxLength: 60, allowWhitespace: true });
  const choose = useCallback(
    ({ citation }: Option, typed: TextNode | null, close: () => void) => {
      editor.update(() => {
        const node = $createCitationNode(citation, citation.label);
        const space = $createTextNode(' ');
        if (typed) typed.replace(node);
        node.insertAfter(space);
        space.select();
        close();
      });
    },
    [editor],
  );
  return (
    <LexicalTypeaheadMenuPlugin<Option>
      options={options}
      onQueryChange={setText}
      onSelectOption={choose}
      triggerFn={trigger}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              <ul
                role="listbox"
                aria-label="Cite"
                className="w-105 max-h-80 overflow-auto rounded-lg border border-rule bg-raised p-1 shadow-lg text-[13px] font-sans"
              >
                {options.map((option, index) => (
                  <OptionRow
                    key={option.key}
                    option={option}
                    isActive={index === selectedIndex}
                    onChoose={() => selectOptionAndCleanUp(option)}
                    onPoint={() => setHighlightedIndex(index)}
                  />
                ))}
              </ul>,
              anchor.current,
            )
          : null
      }
    />
  );
}
