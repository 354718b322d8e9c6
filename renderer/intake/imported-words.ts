import type { ImportReport } from '../../shared/contract/app';

/** What came of an import, in a few words. */
export function importedWords({ items, cancelled }: ImportReport): string {
  const count = (wanted: string) => items.filter(({ outcome }) => outcome === wanted).length;
  const [imported, newer] = [count('imported'), count('recaptured')];
  const articles =
    imported === 1 ? '1 article imported' : `${imported.toLocaleString('en')} articles imported`;
  const captures = newer === 1 ? '1 newer capture' : `${newer.toLocaleString('en')} newer captures`;
  const words = newer === 0 ? articles : imported === 0 ? captures : `${articles}, ${captures}`;
  return cancelled ? `Stopped: ${words}` : words;
}
