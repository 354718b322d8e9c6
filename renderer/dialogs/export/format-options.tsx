/** What the chosen format lets one choose. */
import {
  type ExportFormat,
  type ExportFormatInfo,
  type ExportOptions,
  exportFormatInfo,
} from '../../../shared/contract/exports';
import { Checkbox } from '../../ui/fields/checkbox';
import { RedactionChoice } from './redaction-choice';
import { TemplateChoice } from './template-choice';

export interface FormatOptionsProps {
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}

export function FormatOptions({ format, options, onChange }: FormatOptionsProps) {
  const { asks = [], group }: ExportFormatInfo = exportFormatInfo(format);
  if (asks.length === 0) return null;
  const change = (changed: ExportOptions) => onChange(Object.assign({}, options, changed));
  return (
    <div className="flex flex-col gap-2">
      {asks.includes('template') && (
        <TemplateChoice
          format={format}
          value={options.template}
          onChange={(template) => change({ template })}
        />
      )}
      {asks.includes('texts') && (
        <Checkbox isSelected={options.texts === true} onChange={(texts) => change({ texts })}>
          {group === 'deposit'
            ? 'With the texts of the articles and their files'
            : 'With the texts of the articles'}
        </Checkbox>
      )}
      {asks.includes('files') && (
        <Checkbox isSelected={options.files !== false} onChange={(files) => change({ files })}>
          With the files that articles came as
        </Checkbox>
      )}
      {asks.includes('coder') && (
        <Checkbox isSelected={options.coder !== false} onChange={(coder) => change({ coder })}>
          With the names of who marked
        </Checkbox>
      )}
      {asks.includes('redact') && (
        <RedactionChoice value={options.redact ?? []} onChange={(redact) => change({ redact })} />
      )}
    </div>
  );
}
