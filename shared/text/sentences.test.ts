import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['She left. He stayed! Why? Nobody knows…', ['She left.', 'He stayed!', 'Why?', 'Nobody knows…']],
    [
      'Gen. Smith met Mr. J. Doe in the U.S. Senate. It was 5 p.m. there.',
      ['Gen. Smith met Mr. J. Doe in the U.S. Senate.', 'It was 5 p.m. there.'],
    ],
    ['“We will not stop.” He left. "No!" she said.', ['“We will not stop.”', 'He left.', '"No!" she said.']],
    [
      'It grew by 2.5 per cent. See example.com for more.',
      ['It grew by 2.5 per cent.', 'See example.com for more.'],
    ],
    [
      'Am 3. Juli kam Hr. Meier, d.h. zu spät. Danach nichts.',
      ['Am 3. Juli kam Hr. Meier, d.h. zu spät.', 'Danach nichts.'],
    ],
    ['On July 3. Kyiv was hit.', ['On July 3.', 'Kyiv was hit.']],
    [
      'В 2025 г. Россия заявила об этом. Г. Киев ответил.',
      ['В 2025 г. Россия заявила об этом.', 'Г. Киев ответил.'],
    ],
    [
      'У м. Харків сталася атака. Поранено 5 тис. осіб.',
      ['У м. Харків сталася атака.', 'Поранено 5 тис. осіб.'],
    ],
    ['他来了。他走了！「好。」再见', ['他来了。', '他走了！', '「好。」', '再见']],
    ['هل جاء؟ نعم جاء.', ['هل جاء؟', 'نعم جاء.']],
    ['यह है। वह था।', ['यह है।', 'वह था।']],
    ['He paused... then went on. And left.', ['He paused... then went on.', 'And left.']],
  ])('cuts %s', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('ends a sentence with its line or cell and says where a paragraph begins', () => {
    expect(sentencesOf('Title here\n\nOne. Two\tThree')).toEqual([
      { start: 0, end: 10, opens: true },
      { start: 12, end: 16, opens: true },
      { start: 17, end: 20, opens: false },
      { start: 21, end: 26, opens: false },
    ]);
  });

  it('leaves nothing out but space, whatever the text', () => {
    const signs = fc.constantFrom('.', '!', ' ', '\n', '\t', '"', '。', 'a', 'B', '5', 'г', '😀', '…', ')');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const sentences = sentencesOf(text);
        expect(
          sentences
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        sentences.forEach(({ start, end }, index) => {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(sentences[index - 1]?.end ?? 0);
        });
      }),
    );
  });
});
