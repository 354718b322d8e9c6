/** The button with which every view exports what it shows: as a drawing, a picture, a table. */
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { PictureFormat } from '../../../shared/contract/app';
import { type CsvTable, csvText } from '../../../shared/text/csv';
import { app } from '../../client/client';
import { notify, reportError } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { MenuButton } from '../../ui/actions/menu-button';
import { pngBytes } from './png-bytes';
import { standaloneSvg } from './standalone-svg';

type Perhaps<Value> = Value | Promise<Value>;

export interface ExportMenuProps {
  /** What is shown, as a file is called: “Timeline”. The notebook's title stands before it. */
  readonly name: string;
  /** What is shown as a table. */
  readonly rows: () => Perhaps<CsvTable>;
  /** The drawing: an element of the window, or the text of a file that stands alone, in light colours. */
  readonly svg?: () => Perhaps<SVGSVGElement | string>;
  /** The picture, in light colours, twice its size on the screen; absent: it is made of the drawing. */
  readonly png?: () => Perhaps<HTMLCanvasElement>;
  readonly isDisabled?: boolean;
}

/** In the menus that choose one. */
export const formatLabels: Readonly<Record<PictureFormat, string>> = {
  svg: 'Drawing (SVG)…',
  png: 'Picture (PNG)…',
  csv: 'Table (CSV)…',
  json: 'Data (JSON)…',
  md: 'Text (Markdown)…',
};

async function svgText(svg: NonNullable<ExportMenuProps['svg']>): Promise<string> {
  const drawing = await svg();
  return typeof drawing === 'string' ? drawing : standaloneSvg(drawing);
}

async function dataOf({ rows, svg, png }: ExportMenuProps, format: PictureFormat): Promise<string> {
  if (format === 'png' && png) return pngBytes(await png());
  if (format === 'csv' || !svg) return csvText(await rows());
  const drawing = await svgText(svg);
  return format === 'svg' ? drawing : pngBytes(drawing);
}

/** Writes a file where the person says and tells where that was; what goes wrong is reported. */
export async function saveFile(name: string, format: PictureFormat, data: Perhaps<string>): Promise<void> {
  try {
    const written = await app.saveView({ name, format, data: await data });
    if (written) notify({ text: `Exported to ${written.path}` });
  } catch (error) {
    reportError(error);
  }
}

const save = (props: ExportMenuProps, format: PictureFormat): Promise<void> =>
  saveFile(props.name, format, dataOf(props, format));

/** Writes one table where the person says; for views that have several. */
export const saveTable = (name: string, rows: ExportMenuProps['rows']): Promise<void> =>
  save({ name, rows }, 'csv');

function formatsOf({ svg, png }: ExportMenuProps): readonly PictureFormat[] {
  return [...(svg ? ['svg' as const] : []), ...(svg || png ? ['png' as const] : []), 'csv'];
}

export function ExportMenu(props: ExportMenuProps) {
  const [busy, setBusy] = useState(false);
  const formats = formatsOf(props);
  const choose = async (id: string) => {
    const format = formats.find((one) => one === id);
    if (!format) return;
    setBusy(true);
    await save(props, format);
    setBusy(false);
  };
  return (
    <MenuButton
      label="Export"
      rows={formats.map((id) => ({ id, label: formatLabels[id] }))}
      onAction={(id) => void choose(id)}
    >
      <Button icon={<Download size={14} aria-hidden />} isDisabled={busy || (props.isDisabled ?? false)}>
        {busy ? 'Writing…' : 'Export'}
      </Button>
    </MenuButton>
  );
}
