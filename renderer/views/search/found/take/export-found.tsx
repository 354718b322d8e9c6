/** Takes all that was found along as a file. */
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { PictureFormat } from '../../../../../shared/contract/app';
import type { FoundFormat } from '../../../../../shared/contract/search';
import { queries } from '../../../../client/client';
import { formatLabels, saveFile } from '../../../../parts/export/export-menu';
import { run } from '../../../../shell/notices';
import { askedNow } from '../../../../shell/settings';
import { Button } from '../../../../ui/actions/button';
import { MenuButton } from '../../../../ui/actions/menu-button';

const formats: readonly { readonly id: FoundFormat; readonly file: PictureFormat }[] = [
  { id: 'csv', file: 'csv' },
  { id: 'json', file: 'json' },
  { id: 'markdown', file: 'md' },
];

export function ExportFound({ query, isDisabled }: { readonly query: string; readonly isDisabled: boolean }) {
  const [busy, setBusy] = useState(false);
  const choose = async (chosen: string) => {
    const format = formats.find(({ id }) => id === chosen);
    if (!format) return;
    setBusy(true);
    const found = await run(queries.exportFound({ ...askedNow(query), format: format.id }));
    // The kind of file is the dialog's to add.
    if (found) await saveFile(found.fileName.replace(/\.\w+$/, ''), format.file, found.text);
    setBusy(false);
  };
  return (
    <MenuButton
      label="Export"
      rows={formats.map(({ id, file }) => ({ id, label: formatLabels[file] }))}
      onAction={(id) => void choose(id)}
    >
      <Button look="quiet" icon={<Download size={14} aria-hidden />} isDisabled={isDisabled || busy}>
        <span className="max-[1000px]:sr-only">{busy ? 'Writing…' : 'Export'}</span>
      </Button>
    </MenuButton>
  );
}
