/** Which template a report is made from; one's own are files, made and found from here. */
import { useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ExportFormat } from '../../../shared/contract/exports';
import type { ReportTemplate, TemplateLanguage } from '../../../shared/contract/program/report-templates';
import { app } from '../../client/client';
import { notify, run } from '../../shell/notices';
import { IconButton } from '../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../ui/actions/menu-button';
import { MessageBox } from '../../ui/feedback/message-box';
import { Select } from '../../ui/fields/select';
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog';

/** What a format is filled from; documents take a template's choice of what is in them, in whatever it is written. */
const languages: Readonly<Partial<Record<ExportFormat, TemplateLanguage>>> = {
  markdown: 'md',
  html: 'html',
  pdf: 'html',
};

/** The templates for a format, read again after the window was left: they are edited elsewhere. */
function useTemplates(format: ExportFormat) {
  const { data = [], refetch } = useQuery({
    queryKey: ['report-templates'],
    queryFn: () => app.listTemplates({}),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: 'always',
  });
  const language = languages[format];
  const fitting = data.filter(
    (each) => each.language === null || language === undefined || each.language === language,
  );
  return { templates: fitting, language: language ?? 'md', refetch };
}

const rowsFor = (own: ReportTemplate | undefined): readonly MenuRow[] => [
  { id: 'new', label: 'New template from this one' },
  ...(own ? [{ id: 'reset', label: 'Reset to the ready one…' }] : []),
  { id: 'folder', label: 'Open the folder of templates', group: true },
];

export interface TemplateChoiceProps {
  readonly format: ExportFormat;
  readonly value: string | undefined;
  readonly onChange: (name: string) => void;
}

export function TemplateChoice({ format, value, onChange }: TemplateChoiceProps) {
  const [resetting, setResetting] = useState(false);
  const { templates, language, refetch } = useTemplates(format);
  const chosen = templates.find(({ name }) => name === value) ?? templates[0];
  const own = chosen?.language ? chosen : undefined;
  const make = async () => {
    const made = await run(app.newTemplate({ from: chosen?.name ?? '', language }));
    if (!made) return;
    await refetch();
    onChange(made.name);
    notify({ text: `“${made.name}” is in the folder of templates: edit it with any text editor.` });
  };
  const reset = async () => {
    const done = await run(app.resetTemplate({ name: own?.name ?? '' }));
    if (done) notify({ text: `What it was is kept as “${done.kept}”.` });
    await refetch();
  };
  const choose = (id: string) => {
    if (id === 'new') void make();
    if (id === 'reset') setResetting(true);
    if (id === 'folder') void run(app.showTemplates({}));
  };
  if (!chosen) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-1">
        <div className="flex-1 min-w-0">
          <Select
            label="Template"
            value={chosen.name}
            choices={templates.map(({ name }) => ({ value: name, label: name }))}
            onChange={onChange}
          />
        </div>
        <MenuButton label="Templates" rows={rowsFor(own)} onAction={choose}>
          <IconButton label="Templates" icon={<Ellipsis size={15} />} />
        </MenuButton>
      </div>
      {chosen.problem !== '' && <MessageBox title="This template has an error">{chosen.problem}</MessageBox>}
      {own && resetting && (
        <ConfirmDialog
          title={`Reset “${own.name}”?`}
          isOpen
          action="Reset"
          onConfirm={() => void reset()}
          onClose={() => setResetting(false)}
        >
          The ready template takes its place. What you wrote is kept beside it under another name.
        </ConfirmDialog>
      )}
    </div>
  );
}
