/** Comparing two revisions of 50,000 words with 2,000 passages and 300 edits, beside the bare difference of the texts. */
import { diffWordsWithSpace } from 'diff';
import { temporaryNotebook } from '../../main/store/core/temporary-notebook';
import { serialiseContent } from '../../shared/document/content-html';
import { textToBlocks } from '../../shared/document/text-to-blocks';
import { percentile, timesOf } from '../measure';
import { seeded } from '../prose';
import { makeRanges, makeRealText } from '../text/real-prose';
import type { Measured, Workload } from '../workload';
import { edit } from './anchor-workloads';

const wordCount = 50_000;
const passageCount = 2_000;
const editCount = 300;
const rounds = 5;

const contentOf = (text: string): string => serialiseContent(textToBlocks(text.replace(/\n/g, '\n\n')));

function measureCompare(): Measured {
  const random = seeded(53);
  const text = makeRealText(random, wordCount);
  const edited = edit(random, text, editCount);
  const notebook = temporaryNotebook();
  try {
    const { articleId, revisionId } = notebook.capture(text, { content: contentOf(text) });
    for (const range of makeRanges(random, text, passageCount))
      notebook.run('annotate', { on: { articleId, revisionId, parts: [range] } });
    const saved = notebook.run('saveRevision', {
      articleId,
      baseRevisionId: revisionId,
      content: contentOf(edited),
      reason: '',
      anchors: [],
    });
    const ids = { articleId, fromRevisionId: revisionId, toRevisionId: saved.revisionId };
    const values = timesOf(rounds, () => notebook.ask('compareRevisions', ids), 1);
    const limits = timesOf(rounds, () => diffWordsWithSpace(text, edited), 1);
    return { value: percentile(values, 0.5), limit: percentile(limits, 0.5) };
  } finally {
    notebook.remove();
  }
}

export const compareWorkloads: readonly Workload[] = [
  { name: 'compare/revisions', unit: 'ms', goal: 1, run: measureCompare },
];
