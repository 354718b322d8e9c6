import { describe, expect, it } from 'vitest';
import { askExactly } from './ask-exactly';

describe('askExactly', () => {
  it('asks for each word and phrase as it stands, wherever it is', () => {
    expect(askExactly('Zelensky')).toBe('=Zelensky');
    expect(askExactly('strikes "act of war" actor:Putin')).toBe('=strikes ="act of war" actor:Putin');
    expect(askExactly('(a OR b) -c')).toBe('=a OR =b -=c');
    expect(askExactly('bridge NEAR/5 closed sort:oldest')).toBe('=bridge NEAR/5 =closed sort:oldest');
  });

  it('leaves alone what has no other forms, and what is exact already', () => {
    expect(askExactly('harb* tolvane~1 =strikes')).toBe('harb* tolvane~1 =strikes');
    expect(askExactly('')).toBe('');
  });
});
