import type { ReactNode } from 'react';
import { errorWords } from '../client/error-words';
import { MessageBox } from '../ui/feedback/message-box';

/** An error in place of what it kept from being shown. */
export function ErrorMessage({ error, actions }: { readonly error: unknown; readonly actions?: ReactNode }) {
  const { title, detail, wayOut } = errorWords(error);
  return (
    <MessageBox title={title} actions={actions}>
      <p>{detail}</p>
      <p>{wayOut}</p>
    </MessageBox>
  );
}
