/** The table of formats: what each is called, from the contract, and how each is made, from the tables beside. */
import { type ExportFormat, exportFormats } from '../../../shared/contract/exports';
import { dataFormats } from './data-formats';
import { depositFormats } from './deposit-formats';
import type { Format, FormatMaker } from './format';
import { qdaFormats } from './qda-formats';
import { readingFormats } from './reading-formats';

const makers: Readonly<Record<ExportFormat, FormatMaker>> = {
  ...readingFormats,
  ...dataFormats,
  ...qdaFormats,
  ...depositFormats,
};

/** Every format, in the order it is offered. */
export const formats: readonly (Format & { readonly id: ExportFormat })[] = exportFormats.map((info) => ({
  ...info,
  ...makers[info.id],
}));

/** The row of a format. */
export function formatOf(id: ExportFormat): Format {
  const format = formats.find((row) => row.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}
