/** The second row of the bar: what replaces the words that are found, one by one or all in one step. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { TextSelect } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { reportError } from '../../shell/notices';
import { Button, IconButton } from '../../ui/actions/button';
import { TextField } from '../../ui/fields/text-field';
import type { FindSession } from './find-session';
import { replaceAll, replaceCurrent } from './replacing';
import { selectedStretch } from './selected-stretch';

function countWords(count: number | null): string {
  if (count === null) return 'Nothing was replaced: look again';
  return `${count.toLocaleString('en')} replaced`;
}

/** Kept from one replacing to the next, as what is looked for is. */
let lastTemplate = '';

function ScopeButton({ session }: { readonly session: FindSession }) {
  const [editor] = useLexicalComposerContext();
  const scope = useStore(session.store, (state) => state.scope);
  return (
    <IconButton
      label="Only in the selected words"
      icon={<TextSelect size={15} />}
      active={scope !== null}
      onPress={() => session.limit(scope ? null : selectedStretch(editor))}
    />
  );
}

export function ReplaceRow({ session }: { readonly session: FindSession }) {
  const [editor] = useLexicalComposerContext();
  const [template, setTemplate] = useState(lastTemplate);
  const [said, setSaid] = useState('');
  // The buttons stay pressable without a match: the one that replaced the last would lose the focus.
  const replace = (how: typeof replaceAll) => {
    if (!session.currentMatch) return setSaid('Nothing to replace');
    how(editor, session, template).then((count) => setSaid(countWords(count)), reportError);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    replace(event.ctrlKey || event.metaKey ? replaceAll : replaceCurrent);
  };
  const change = (value: string) => {
    lastTemplate = value;
    setTemplate(value);
  };
  return (
    <div className="flex flex-wrap items-start gap-1">
      <div className="flex-1 basis-24 min-w-24 max-w-96">
        <TextField
          label="Replace with"
          labelHidden
          placeholder="Replace with"
          value={template}
          onChange={change}
          onKeyDown={press}
        />
      </div>
      <ScopeButton session={session} />
      <Button onPress={() => replace(replaceCurrent)}>Replace</Button>
      <Button onPress={() => replace(replaceAll)}>Replace all</Button>
      <span role="status" className="self-center px-1 text-xs text-muted">
        {said}
      </span>
    </div>
  );
}
