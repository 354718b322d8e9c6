/** The control for links, with the dialog that asks for the address. */
import { TOGGLE_LINK_COMMAND } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { isSafeHref } from '../../../shared/document/normalise-blocks';
import { Button, IconButton } from '../../ui/actions/button';
import { TextField } from '../../ui/fields/text-field';
import { Dialog } from '../../ui/overlays/dialog';

/** Puts a link on the selected words, changes it or takes it off. */
export function LinkButton({ href }: { readonly href: string | null }) {
  const [editor] = useLexicalComposerContext();
  const [address, setAddress] = useState<string | null>(null);
  const close = () => setAddress(null);
  const apply = (url: string | null) => {
    close();
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
    editor.focus();
  };
  const wrong =
    address && !isSafeHref(address) ? 'An address that begins with https://, http:// or mailto:' : undefined;
  const footer = (
    <>
      {href !== null && <Button onPress={() => apply(null)}>Remove link</Button>}
      <Button onPress={close}>Cancel</Button>
      <Button look="primary" isDisabled={!address || wrong !== undefined} onPress={() => apply(address)}>
        Link
      </Button>
    </>
  );
  return (
    <>
      <IconButton
        label="Link"
        icon={<Link size={15} />}
        active={href !== null}
        onPress={() => setAddress(href ?? 'https://')}
      />
      <Dialog title="Link" isOpen={address !== null} onClose={close} footer={footer} size="small">
        <TextField label="Address" value={address ?? ''} onChange={setAddress} error={wrong} autoFocus />
      </Dialog>
    </>
  );
}
