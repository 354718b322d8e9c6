/** The system's clipboard, by the asynchronous API of the current Electron and by the older one that answers at once. */
import { clipboard } from 'electron';

export interface Pasted {
  readonly html: string;
  readonly text: string;
}

async function readHtml(): Promise<string> {
  const older: unknown = Reflect.get(clipboard, 'readHTML');
  if (typeof older === 'function') return String(older.call(clipboard));
  for (const item of await clipboard.read()) {
    if (item.types.includes('text/html')) return (await item.getType('text/html')).text();
  }
  return '';
}

/** What was copied last, as rich and as plain text; '' for what there is not. */
export async function readClipboard(): Promise<Pasted> {
  return { html: await readHtml(), text: await clipboard.readText() };
}

export async function writeClipboard(text: string): Promise<void> {
  await clipboard.writeText(text);
}
