/** The control for links, with the dialog that asks for the address. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { HISTORY_PUSH_TAG } from 'lexical';
import { Link } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { app } from '../../client/client';
import { useKeys } from '../../shell/keys/shortcuts';
import { run } from '../../shell/notices';
import { useCommand } from '../../shell/use-command';
import { Button, IconButton } from '../../ui/actions/button';
import { TextField } from '../../ui/fields/text-field';
import { Dialog } from '../../ui/overlays/dialog';
import { $putLink, addressOf } from './put-link';

interface LinkDialogProps {
  readonly href: string | null;
  readonly onClose: () => void;
  readonly onPut: (address: string | null) => void;
}

function LinkDialog({ href, onClose, onPut }: LinkDialogProps) {
  const [typed, setTyped] = useState(href ?? '');
  const address = addressOf(typed);
  const wrong =
    typed.trim() && !address ? 'An address that begins with https://, http:// or mailto:' : undefined;
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && address && !event.nativeEvent.isComposing) onPut(address);
  };
  const footer = (
    <>
      {href !== null && <Button onPress={() => void run(app.openAddress({ address: href }))}>Open…</Button>}
      {href !== null && <Button onPress={() => onPut(null)}>Remove link</Button>}
      <Button onPress={onClose}>Cancel</Button>
      <Button look="primary" isDisabled={!address} onPress={() => onPut(address)}>
        {href === null ? 'Link' : 'Change'}
      </Button>
    </>
  );
  return (
    <Dialog title="Link" isOpen onClose={onClose} footer={footer} size="small">
      <TextField
        label="Address"
        value={typed}
        onChange={setTyped}
        onKeyDown={press}
        error={wrong}
        placeholder="https://"
        autoFocus
      />
    </Dialog>
  );
}

/** Puts a link on the selected words, changes it, opens it or takes it off; without words, the address becomes some. */
export function LinkButton({ href }: { readonly href: string | null }) {
  const [editor] = useLexicalComposerContext();
  const [isOpen, setOpen] = useState(false);
  const keys = useKeys('edit-link');
  useCommand('edit-link', () => setOpen(true));
  const close = () => {
    setOpen(false);
    // After the dialog has given the focus back.
    setTimeout(() => editor.focus());
  };
  const put = (address: string | null) => {
    editor.update(() => $putLink(address), { tag: HISTORY_PUSH_TAG });
    close();
  };
  return (
    <>
      <IconButton
        label="Link"
        keys={keys}
        icon={<Link size={15} />}
        active={href !== null}
        onPress={() => setOpen(true)}
      />
      {isOpen && <LinkDialog href={href} onClose={close} onPut={put} />}
    </>
  );
}
