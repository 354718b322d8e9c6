/** The bar above a text that finds words in it; what replaces them is put below by the editor. */
import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { FindQuery } from '../../../shared/find/find-in-text';
import { useKeys } from '../../shell/keys/shortcuts';
import { useCommand } from '../../shell/use-command';
import { IconButton } from '../../ui/actions/button';
import { TextField } from '../../ui/fields/text-field';
import type { FindSession, FindState } from './find-session';
import './find.css';

const size = 15;

const choices: readonly {
  readonly option: Exclude<keyof FindQuery, 'words'>;
  readonly label: string;
  readonly icon: ReactNode;
}[] = [
  { option: 'matchCase', label: 'Match case', icon: <CaseSensitive size={size} /> },
  { option: 'wholeWord', label: 'Whole words', icon: <WholeWord size={size} /> },
  { option: 'isPattern', label: 'Regular expression', icon: <Regex size={size} /> },
];

function countWords({ query, answer, current }: FindState): string {
  if (query.words === '' || answer.kind !== 'found') return '';
  const { matches, isCut } = answer;
  if (matches.length === 0) return 'No matches';
  const total = matches.length.toLocaleString('en');
  return `${(current + 1).toLocaleString('en')} of ${isCut ? `the first ${total}` : total}`;
}

function problemOf({ query, answer }: FindState): string | undefined {
  if (query.words === '') return undefined;
  if (answer.kind === 'slow') return 'This pattern takes too long';
  return answer.kind === 'invalid' ? `Not a regular expression: ${answer.reason}` : undefined;
}

/** Focused and selected whole each time the key is pressed. */
function WordsField({ session, asked }: { readonly session: FindSession; readonly asked: number }) {
  const words = useStore(session.store, ({ query }) => query.words);
  const problem = useStore(session.store, problemOf);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    session.step(event.shiftKey ? -1 : 1);
  };
  return (
    <div className="flex-1 basis-24 min-w-24 max-w-96">
      <TextField
        label="Find"
        labelHidden
        placeholder="Find"
        autoFocus
        value={words}
        onChange={(value) => session.change({ words: value })}
        onKeyDown={press}
        error={problem}
        inputRef={field}
      />
    </div>
  );
}

function Options({ session }: { readonly session: FindSession }) {
  const query = useStore(session.store, (state) => state.query);
  return choices.map(({ option, label, icon }) => (
    <IconButton
      key={option}
      label={label}
      icon={icon}
      active={query[option]}
      onPress={() => session.change({ [option]: !query[option] })}
    />
  ));
}

function Steps({ session }: { readonly session: FindSession }) {
  const isEmpty = useStore(
    session.store,
    ({ answer }) => answer.kind !== 'found' || answer.matches.length === 0,
  );
  const [next, previous] = [useKeys('find-next'), useKeys('find-previous')];
  return (
    <>
      <IconButton
        label="Previous match"
        keys={previous}
        icon={<ChevronUp size={size} />}
        isDisabled={isEmpty}
        onPress={() => session.step(-1)}
      />
      <IconButton
        label="Next match"
        keys={next}
        icon={<ChevronDown size={size} />}
        isDisabled={isEmpty}
        onPress={() => session.step(1)}
      />
    </>
  );
}

export interface FindBarProps {
  readonly session: FindSession;
  /** How often finding was asked for: the field takes the focus each time. */
  readonly asked: number;
  readonly onClose: () => void;
  /** A second row. */
  readonly children?: ReactNode;
}

export function FindBar({ session, asked, onClose, children }: FindBarProps) {
  const count = useStore(session.store, countWords);
  useCommand('find-next', () => session.step(1));
  useCommand('find-previous', () => session.step(-1));
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <search
      aria-label="Find in the text"
      onKeyDownCapture={press}
      className="flex flex-col gap-1 px-3 py-1 border-b border-rule bg-sunken shrink-0"
    >
      <div className="flex flex-wrap items-start gap-1">
        <WordsField session={session} asked={asked} />
        <Options session={session} />
        <span role="status" className="self-center min-w-16 px-1 text-xs text-muted tabular-nums">
          {count}
        </span>
        <Steps session={session} />
        <span className="ms-auto">
          <IconButton label="Close" keys="Escape" icon={<X size={size} />} onPress={onClose} />
        </span>
      </div>
      {children}
    </search>
  );
}
