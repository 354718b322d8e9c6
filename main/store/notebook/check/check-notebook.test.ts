import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckStep } from '../../../../shared/contract/notebook';
import { rangeOf, type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';

const text = 'Kyiv endured an all-night assault. Officials said so. Officials doubted it.';
let notebook: TemporaryNotebook;
let on: { articleId: string; revisionId: string };
beforeEach(() => {
  notebook = temporaryNotebook();
  on = notebook.capture(text);
  notebook.run('annotate', {
    on: { ...on, parts: [rangeOf(text, 'all-night assault')] },
    entities: [{ kind: 'actor', actorKind: '', name: 'A' }],
  });
  notebook.run('annotate', { on: { ...on, parts: [rangeOf(text, 'Officials')] } });
});
afterEach(() => notebook.remove());

const check = () => notebook.ask('checkNotebook', {});

describe('the check', () => {
  it('finds nothing wrong with a whole notebook, and counts what there is', () => {
    const report = {
      articles: 1,
      annotations: 2,
      anchors: { exact: 2, moved: 0, changed: 0, orphan: 0 },
      findings: [],
    };
    expect(check()).toEqual(report);
    const content = '<p>Kyiv endured an all-night assault.</p>';
    notebook.run('saveRevision', {
      articleId: on.articleId,
      baseRevisionId: on.revisionId,
      content,
      reason: '',
      anchors: [],
    });
    expect(check()).toEqual({ ...report, anchors: { exact: 1, moved: 0, changed: 0, orphan: 1 } });
  });

  it('goes on in steps, and sees one moment of the notebook whatever is written meanwhile', () => {
    const begun = notebook.ask('checkStep', { run: null });
    if (begun.kind === 'done') throw new Error('it has not begun yet');
    notebook.run('saveRevision', {
      articleId: on.articleId,
      baseRevisionId: on.revisionId,
      content: '<p>Other words.</p>',
      reason: '',
      anchors: [],
    });
    let step: CheckStep = begun;
    for (let rounds = 0; step.kind === 'going' && rounds < 1000; rounds++) {
      expect(step.done).toBeLessThanOrEqual(step.total);
      step = notebook.ask('checkStep', { run: step.run });
    }
    expect(step).toMatchObject({ kind: 'done', report: { findings: [], anchors: { orphan: 0 } } });
    expect(() => notebook.ask('checkStep', { run: begun.run })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
  });

  it('finds nothing wrong either after many changes since the last time', () => {
    for (let round = 0; round < 20; round++) {
      notebook.capture(`Words of round ${round}: ${'more of them '.repeat(round)}`);
      expect(check().findings).toEqual([]);
    }
  });
});
