import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/blocks';
import { movedCitations } from './moved-citations';

const cite = (targetId: string, label: string): Block => ({
  kind: 'paragraph',
  inlines: [{ kind: 'citation', target: 'entity', targetId, label }],
});

describe('movedCitations', () => {
  it('finds the ids that a merge changed', () => {
    const before = [cite('old', 'Mira'), cite('other', 'Undas')];
    const now = [cite('kept', 'Mira'), cite('other', 'Undas')];
    expect([...movedCitations(before, now)]).toEqual([['entity old', 'kept']]);
  });

  it('finds none where the citations are others', () => {
    expect(movedCitations([cite('a', 'Mira')], []).size).toBe(0);
    expect(movedCitations([cite('a', 'Mira')], [cite('b', 'Undas')]).size).toBe(0);
  });
});
