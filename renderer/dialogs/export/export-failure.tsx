import type { ErrorCode } from '../../../shared/model/result';
import { errorWords } from '../../client/error-words';
import { MessageBox } from '../../ui/feedback/message-box';

/** What to do where the general advice would speak of the notebook instead of the file that was to be written. */
const waysOut: Readonly<Partial<Record<ErrorCode, string>>> = {
  // What the window asks for is right but for the templates, which people write.
  'bad-arguments': 'Correct the template, or choose another.',
  'not-found': 'Choose something else to export, or another format.',
  conflict: 'Choose another name.',
  'file-denied': 'Choose another place or name.',
  'disk-full': 'Free some space, or choose another disk.',
  'file-missing': 'Choose another place.',
};

/** Why something of an export was not done, and what helps. */
export function ExportFailure({ title, error }: { readonly title: string; readonly error: unknown }) {
  const { code, detail, wayOut } = errorWords(error);
  return (
    <MessageBox title={title}>
      <p>
        <bdi>{detail}</bdi>
      </p>
      <p>{waysOut[code] ?? wayOut}</p>
    </MessageBox>
  );
}
