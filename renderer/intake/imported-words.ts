import type { ImportReport } from '../../shared/contract/app';

/** What came of an import, in a few words. */
export function importedWords({ items, cancelled }: ImportReport): string {
  const imported = items.filter(({ outcome }) => outcome === 'imported').length;
  const words = imported === 1 ? '1 article imported' : `${imported.toLocaleString('en')} articles imported`;
  return cancelled ? `Stopped: ${words}` : words;
}
