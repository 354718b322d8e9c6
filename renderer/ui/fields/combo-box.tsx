/**
 * Something found as one types among more than can be listed, or made in place from the words typed. The items are
 * the caller's, for the words it is told (`onInputChange`); nothing is filtered here.
 */
import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import {
  ComboBox as AriaComboBox,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { classNames } from '../class-names';
import { useKeysAhead } from './keys-ahead';
import { optionLook } from './select';
import { inputLook, labelLook } from './text-field';

export interface ComboItem {
  readonly id: string;
  readonly label: string;
  /** A few words in grey after the label. */
  readonly detail?: string;
  readonly icon?: ReactNode;
}

export interface ComboBoxProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  /** For the words typed now. */
  readonly items: readonly ComboItem[];
  /** The items are those of an earlier text: a click is let go and keys wait, so that neither takes one of the words before. */
  readonly isStale?: boolean;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onPick: (id: string) => void;
  /** Offers "Create …" as the last row when no item bears exactly these words. */
  readonly onCreate?: (text: string) => void;
  /** The word before the quoted words in that row; "Create" by default. */
  readonly createLabel?: string;
  readonly autoFocus?: boolean;
  /** The list opens with the focus, or with the first letter typed. */
  readonly opensOn?: 'focus' | 'input';
}

const createId = '\u0000create';

function withCreate(props: ComboBoxProps): readonly ComboItem[] {
  const { items, text, onCreate, createLabel = 'Create' } = props;
  const words = text.trim();
  const known = items.some((item) => item.label.toLocaleLowerCase() === words.toLocaleLowerCase());
  if (!onCreate || words === '' || known) return items;
  return [
    ...items,
    { id: createId, label: `${createLabel} “${words}”`, icon: <Plus size={14} aria-hidden /> },
  ];
}

/** What Enter means where no row is pointed at: the one that bears the words, or to make one where nothing else is offered. */
function meant(items: readonly ComboItem[], text: string): ComboItem | undefined {
  const words = text.trim().toLocaleLowerCase();
  const [first] = items;
  if (words === '') return undefined;
  return (
    items.find(({ label }) => label.toLocaleLowerCase() === words) ??
    (items.length === 1 && first?.id === createId ? first : undefined)
  );
}

function Option({ item }: { readonly item: ComboItem }) {
  return (
    <ListBoxItem id={item.id} textValue={item.label} className={optionLook}>
      {item.icon}
      <span className="truncate" dir="auto">
        {item.label}
      </span>
      {item.detail && <span className="ms-auto ps-3 text-xs text-faint truncate">{item.detail}</span>}
    </ListBoxItem>
  );
}

export function ComboBox(props: ComboBoxProps) {
  const { label, labelHidden, placeholder, text, onTextChange, onPick, onCreate, autoFocus } = props;
  const { opensOn = 'focus', isStale = false } = props;
  const items = withCreate(props);
  // The list closes for what was picked, and stays closed when its name comes back as the text.
  const [picked, setPicked] = useState<Key | null>(null);
  // React Aria opens a list that Escape has closed again, because the text is not that of what is picked.
  const [isDismissed, setDismissed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const ahead = useKeysAhead(field, isStale);
  const type = (words: string) => {
    ahead.forget();
    setPicked(null);
    setDismissed(false);
    onTextChange(words);
  };
  const choose = (key: Key | null) => {
    // Leaving the field says once more what was picked.
    if (key === null || isStale || key === picked) return;
    setPicked(key);
    if (key === createId) onCreate?.(text.trim());
    else onPick(String(key));
  };
  const takeMeant = (event: KeyboardEvent<HTMLInputElement>) => {
    const { ariaExpanded } = event.currentTarget;
    const isPointing = event.currentTarget.hasAttribute('aria-activedescendant');
    const item = meant(items, text);
    if (isStale || !item || isPointing || ariaExpanded !== 'true' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    choose(item.id);
  };
  return (
    <AriaComboBox
      aria-label={labelHidden ? label : undefined}
      items={items}
      inputValue={text}
      onInputChange={type}
      value={picked}
      onChange={choose}
      defaultFilter={() => true}
      menuTrigger={isDismissed ? 'manual' : opensOn}
      // Typed ahead of every answer, words would leave the list closed for good: it opens, unseen, for what will come.
      allowsEmptyCollection={isStale}
      className="flex flex-col gap-1 min-w-0"
    >
      {!labelHidden && <Label className={labelLook}>{label}</Label>}
      <Input
        dir="auto"
        autoFocus={autoFocus}
        ref={field}
        onKeyDownCapture={(event) => {
          if (event.key === 'Escape') {
            setDismissed(true);
            ahead.forget();
          }
          ahead.onKeyDownCapture(event);
          if (event.key === 'Enter' && !event.defaultPrevented) takeMeant(event);
        }}
        onBlur={ahead.forget}
        placeholder={placeholder}
        className={classNames(inputLook, 'h-7')}
      />
      <Popover
        offset={4}
        className={classNames(
          'w-(--trigger-width) min-w-64 rounded-lg border border-rule bg-raised p-1 shadow-lg',
          items.length === 0 && 'invisible',
        )}
      >
        <ListBox<ComboItem> className="outline-none max-h-72 overflow-auto">
          {(item) => <Option item={item} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
