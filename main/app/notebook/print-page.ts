/** A page of our own making in a window apart: no script runs in it, and its session reaches nothing but this one page. */
import { BrowserWindow, type BrowserWindowConstructorOptions, session } from 'electron';
import { addOutline } from '../../export/reading/pdf/add-outline';
import { linkHeadings } from '../../export/reading/pdf/outline-links';
import { scheme } from '../window/protocol';
import { mainWindow } from '../window/window';

const printCsp = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

async function openPage(html: string, options: BrowserWindowConstructorOptions): Promise<BrowserWindow> {
  const printing = session.fromPartition(`print-${Date.now()}`);
  printing.protocol.handle(
    scheme,
    () =>
      new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printCsp },
      }),
  );
  printing.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !url.startsWith(`${scheme}:`) && !url.startsWith('data:') }),
  );
  const webPreferences = { session: printing, sandbox: true, javascript: false };
  const window = new BrowserWindow({ ...options, webPreferences });
  await window.loadURL(`${scheme}://print/`);
  return window;
}

/**
 * The page as a PDF file's bytes, A4, with bookmarks and tags. Electron below 33 writes no bookmarks: they are added to what
 * it made.
 */
export async function renderPdf(html: string): Promise<Uint8Array> {
  const { html: linked, entries } = linkHeadings(html);
  const window = await openPage(linked, { show: false });
  try {
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return addOutline(pdf, entries);
  } finally {
    window.destroy();
  }
}

/** Shows the page as it will be printed and asks the system for a printer; the window stays until it is closed. */
export async function showPrintView(html: string): Promise<void> {
  const parent = mainWindow();
  const window = await openPage(html, {
    width: 820,
    height: 1000,
    autoHideMenuBar: true,
    ...(parent ? { parent } : {}),
  });
  window.webContents.print({ printBackground: true }, (_done, why) => {
    if (why !== '' && why !== 'Print job canceled') window.setTitle(`${window.getTitle()} (${why})`);
  });
}
