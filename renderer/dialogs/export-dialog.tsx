/** Writes what is in the notebook to a file: what of it, and as what. */
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ExportFormat, ExportScope } from '../../shared/contract/exports';
import { app } from '../client/client';
import { useAnswer } from '../client/query';
import { notify, reportError } from '../shell/notices';
import { Button } from '../ui/actions/button';
import { Segmented } from '../ui/fields/segmented';
import { labelLook } from '../ui/fields/text-field';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

interface FormatRow {
  readonly format: ExportFormat;
  readonly label: string;
  readonly about: string;
  /** Only makes sense of these. */
  readonly scopes: readonly ExportScope['kind'][];
}

const all: readonly ExportScope['kind'][] = ['everything', 'article', 'entity', 'note'];

const formats: readonly FormatRow[] = [
  {
    format: 'markdown',
    label: 'Markdown',
    about: 'Plain text with headings and quotations, for any editor.',
    scopes: all,
  },
  { format: 'html', label: 'HTML', about: 'One page for the browser, with its own style.', scopes: all },
  { format: 'pdf', label: 'PDF', about: 'Pages for printing and handing on.', scopes: all },
  {
    format: 'csv-passages',
    label: 'CSV of passages',
    about: 'A row for each passage, for spreadsheets.',
    scopes: ['everything', 'article', 'entity'],
  },
  {
    format: 'csv-events',
    label: 'CSV of events',
    about: 'A row for each event with date, place and participants.',
    scopes: ['everything', 'article', 'entity'],
  },
  {
    format: 'w3c',
    label: 'W3C Web Annotation',
    about: 'JSON-LD and the texts, for other programs.',
    scopes: ['everything', 'article', 'entity'],
  },
];

const scopeLabels = {
  everything: 'The whole notebook',
  article: 'This article',
  entity: 'This dossier',
  note: 'This note',
  passages: 'These passages',
  search: 'What was found',
};

function FormatChoice({ row }: { readonly row: FormatRow }) {
  return (
    <Radio
      value={row.format}
      className="group flex items-baseline gap-2.5 px-2 py-1.5 rounded-md cursor-default hovered:bg-sunken selected:bg-selected data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
    >
      <span className="size-3 shrink-0 self-center rounded-full border border-muted group-data-[selected]:border-4 group-data-[selected]:border-accent" />
      <span className="w-38 shrink-0">{row.label}</span>
      <span className="text-xs text-muted">{row.about}</span>
    </Radio>
  );
}

interface FormatsProps {
  readonly rows: readonly FormatRow[];
  readonly format: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

function Formats({ rows, format, onChange }: FormatsProps) {
  const choose = (value: string) => {
    const found = rows.find((row) => row.format === value);
    if (found) onChange(found.format);
  };
  return (
    <RadioGroup value={format} onChange={choose} className="flex flex-col gap-1">
      <Label className={labelLook}>Format</Label>
      {rows.map((row) => (
        <FormatChoice key={row.format} row={row} />
      ))}
    </RadioGroup>
  );
}

function ownName(
  scope: ExportScope,
  names: { readonly article?: string; readonly entity?: string; readonly note?: string },
): string {
  return 'id' in scope ? (names[scope.kind] ?? '') : '';
}

/** The name of the one thing the export can be about. */
function useNameOf(scope: ExportScope): string {
  const args = { id: 'id' in scope ? scope.id : '-' };
  const article = useAnswer('getArticle', args, scope.kind === 'article').data?.title;
  const entity = useAnswer('getEntity', args, scope.kind === 'entity').data?.name;
  const note = useAnswer('getNote', args, scope.kind === 'note').data?.title;
  return ownName(scope, { article, entity, note });
}

async function write(scope: ExportScope, format: ExportFormat, onDone: () => void): Promise<void> {
  try {
    const written = await app.exportTo({ scope, format });
    if (!written) return;
    onDone();
    notify({
      text: `Exported to ${written.path}`,
      detail: written.files.length > 1 ? `${written.files.length} files` : undefined,
    });
  } catch (error) {
    reportError(error);
  }
}

interface FooterProps {
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onStart: () => void;
}

function Footer({ busy, onCancel, onStart }: FooterProps) {
  return (
    <>
      <Button onPress={onCancel}>Cancel</Button>
      <Button look="primary" isDisabled={busy} onPress={onStart}>
        {busy ? 'Writing…' : 'Export…'}
      </Button>
    </>
  );
}

export function ExportDialog({ dialog, onClose }: DialogOf<'export'>) {
  const own = dialog.scope;
  const [kind, setKind] = useState(own.kind);
  const [chosen, setFormat] = useState<ExportFormat>('markdown');
  const [busy, setBusy] = useState(false);
  const name = useNameOf(own);
  const rows = formats.filter(({ scopes }) => scopes.includes(kind));
  const format = rows.some((row) => row.format === chosen) ? chosen : 'markdown';
  const kinds = own.kind === 'everything' ? [own.kind] : [own.kind, 'everything' as const];
  const start = async () => {
    setBusy(true);
    await write(kind === 'everything' ? { kind } : own, format, onClose);
    setBusy(false);
  };
  const footer = <Footer busy={busy} onCancel={onClose} onStart={() => void start()} />;
  return (
    <Dialog title="Export" isOpen onClose={onClose} footer={footer}>
      <div className="flex flex-col gap-4">
        {kinds.length > 1 && (
          <Segmented
            label="What"
            value={kind}
            choices={kinds.map((value) => ({ value, label: scopeLabels[value] }))}
            onChange={setKind}
          />
        )}
        <p className="text-muted truncate" dir="auto">
          {kind === 'everything' ? 'All articles with their passages, all entries, events and notes.' : name}
        </p>
        <Formats rows={rows} format={format} onChange={setFormat} />
      </div>
    </Dialog>
  );
}
