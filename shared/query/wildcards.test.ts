import { describe, expect, it } from 'vitest';
import { foldForMatch } from '../text/fold';
import { wildcardTest } from './wildcards';

describe('wildcardTest', () => {
  it.each([
    ['Zel*ky', 'Volodymyr Zelensky', true],
    ['Zel*ky', 'Zelensky Volodymyr', true],
    ['Zel*ky', 'Zelenskyy', false],
    ['*hansk', 'Luhansk Oblast', true],
    ['Луган*', 'Луганська область', true],
    ['V*mir Putin', 'Vladimir Putin', true],
    ['V*mir Putin', 'Vladimir V Putin', false],
    ['Smyt?', 'Smyth', true],
    ['Smyt?', 'Smyt', false],
    ['*', 'anything', true],
    ['K??v', 'Kyiv', true],
    ['É*e', 'Emilie', true],
  ])('%s and %s: %s', (value, name, isMeant) => {
    expect(wildcardTest(value)?.(foldForMatch(name))).toBe(isMeant);
  });

  it('has nothing to say of a name without them, and takes no time for too many', () => {
    expect(wildcardTest('Zelensky')).toBeNull();
    expect(wildcardTest(`${'*a'.repeat(2000)}b`)?.('a'.repeat(5000))).toBe(false);
  });
});
