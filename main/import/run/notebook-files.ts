/** Files that are whole notebooks: they are not read as formats are, but merged by the store. */
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ImportItem } from '../../../shared/contract/program/intake';
import type { MergeReport } from '../../../shared/contract/program/merge';

const headLength = 1000;

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}

/** A `.casebook`, or the JSON that a notebook was written to. False for what cannot be read. */
export async function isNotebookFile(path: string): Promise<boolean> {
  const extension = extname(path).toLowerCase();
  if (extension === '.casebook') return true;
  if (extension !== '.json') return false;
  return /"format"\s*:\s*"casebook-notebook"/.test(await headOf(path).catch(() => ''));
}

/** `one`: in place of the words where there is one of them. */
const amount = (count: number, words: string, one = words): string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : words}`];

/** What came of a merge as a row of the report. */
export function rowOfMerge(
  source: string,
  { title, counts, taken, kept, notTaken, left }: MergeReport,
): ImportItem {
  const kinds = counts.flatMap(({ noun, added, joined }) => {
    const came = [...amount(added, 'new'), ...amount(joined, 'with something more')];
    return came.length === 0 ? [] : [`${noun}: ${came.join(', ')}`];
  });
  const said = [
    ...(kinds.length === 0 ? [] : [`${kinds.join('; ')}.`]),
    ...amount(taken, 'of their differences taken.'),
    ...amount(kept, 'differences left as they are here.', 'difference left as it is here.'),
    ...notTaken,
    ...amount(left.files, 'captured files are not in that file.', 'captured file is not in that file.'),
    ...amount(
      left.texts,
      'other texts of articles that are here too stay there.',
      'other text of an article that is here too stays there.',
    ),
    ...amount(
      left.drafts,
      'drafts stay there: this notebook has other words in their place.',
      'draft stays there: this notebook has other words in its place.',
    ),
  ];
  const isNew = kinds.length + taken > 0;
  return {
    source,
    outcome: isNew ? 'imported' : 'known',
    articleId: null,
    title: title || source,
    message: said.join(' ') || 'All of it is here.',
  };
}
