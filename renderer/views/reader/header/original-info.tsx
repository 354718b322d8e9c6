/** Where an article's bytes came from and what they were; here they can be read again in another encoding. */
import { useState } from 'react';
import type { ArticleDetail, OriginalInfo as Original } from '../../../../shared/model/article';
import { app } from '../../../client/client';
import { notify, run } from '../../../shell/notices';
import { timeWords } from '../../../shell/time-words';
import { Button } from '../../../ui/actions/button';
import { Select } from '../../../ui/fields/select';
import { useOpenText } from '../reader-context';
import { encodingChoices } from './encoding-choices';

const origins: Readonly<Record<Original['encodingOrigin'], string>> = {
  declared: 'as it says itself',
  guessed: 'guessed from the bytes',
  chosen: 'chosen by you',
};

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="select-text break-all">{children}</dd>
    </>
  );
}

function EncodingField({ article, original, onDone }: OriginalInfoProps) {
  const [encoding, setEncoding] = useState(original.encoding);
  const [isBusy, setIsBusy] = useState(false);
  const readAgain = async () => {
    setIsBusy(true);
    const done = await run(app.changeEncoding({ articleId: article.id, encoding }));
    setIsBusy(false);
    if (done === undefined) return;
    notify({ text: 'Read again: this is a new revision' });
    onDone();
  };
  return (
    <div className="flex items-end gap-2 mt-3">
      <Select
        label="Encoding"
        value={encoding}
        choices={encodingChoices(original.encoding)}
        onChange={setEncoding}
      />
      <Button isDisabled={isBusy || encoding === original.encoding} onPress={() => void readAgain()}>
        Read the original again
      </Button>
    </div>
  );
}

export interface OriginalInfoProps {
  readonly article: ArticleDetail;
  readonly original: Original;
  readonly onDone: () => void;
}

export function OriginalInfo(props: OriginalInfoProps) {
  const { original } = props;
  const { canChange } = useOpenText();
  return (
    <section aria-label="The original" className="mt-5 pt-4 border-t border-rule">
      <h3 className="font-medium mb-2">The original</h3>
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1 text-xs">
        <Fact name="From">{original.source}</Fact>
        <Fact name="Captured">{timeWords(original.capturedAt)}</Fact>
        <Fact name="Kind">{original.mediaType}</Fact>
        <Fact name="Size">{`${original.byteLength.toLocaleString()} bytes`}</Fact>
        <Fact name="SHA-256">{original.sha256}</Fact>
        <Fact name="Encoding">{`${original.encoding}, ${origins[original.encodingOrigin]}`}</Fact>
      </dl>
      {canChange && original.mediaType.startsWith('text/') && <EncodingField {...props} />}
    </section>
  );
}
