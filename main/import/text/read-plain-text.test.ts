import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/document/plain-text';
import { textToBlocks } from '../../../shared/document/text-to-blocks';
import { readPlainText } from './read-plain-text';

const paragraph =
  'The mayor said that two bridges were closed, and that repairs would take a month or longer than that, as in the year before.';

const kinds = (text: string): string[] => readPlainText(text).blocks.map((block) => block.kind);

describe('readPlainText', () => {
  it('takes a first line that reads like a headline as title and keeps it in the text', () => {
    const reading = readPlainText(`Two Bridges Closed in Kharkiv\n\n${paragraph}`);
    expect(reading.metadata.title).toBe('Two Bridges Closed in Kharkiv');
    expect(reading.blocks[0]).toMatchObject({ kind: 'heading1' });
    expect(plainText(reading.blocks)).toBe(`Two Bridges Closed in Kharkiv\n${paragraph}`);
  });

  it('knows the title of a text without spaces between words', () => {
    const text = '市长周二表示，暴风雨袭击海岸后，港口将继续关闭，直至另行通知。'.repeat(3);
    expect(readPlainText(`港口关闭\n\n${text}`).metadata.title).toBe('港口关闭');
    expect(readPlainText(`${text}\n\n${text}`).metadata.title).toBe('');
  });

  it('takes a sentence for no title', () => {
    expect(readPlainText(`It rained.\n\n${paragraph}`).metadata.title).toBe('');
    expect(readPlainText(`${paragraph}\n\n${paragraph}`).metadata.title).toBe('');
    expect(readPlainText('One line').metadata.title).toBe('');
  });

  it('sets short titles over paragraphs as headings', () => {
    const text = [
      `Two Bridges Closed`,
      paragraph,
      `What the Council Decided`,
      paragraph,
      `Наслідки для міста`,
      paragraph + paragraph,
    ];
    expect(kinds(text.join('\n\n'))).toEqual([
      'heading1',
      'paragraph',
      'heading2',
      'paragraph',
      'heading2',
      'paragraph',
    ]);
  });

  it('leaves alone what only looks like a heading', () => {
    for (const line of [
      'He left.',
      'Photograph: Ann Lee/AP',
      'and so on',
      'Word',
      'A line\nof two',
      'Was it so?',
      'See https://example.org',
    ]) {
      expect(kinds(`${paragraph}\n\n${line}\n\n${paragraph}`)).toEqual([
        'paragraph',
        'paragraph',
        'paragraph',
      ]);
    }
    expect(kinds(`${paragraph}\n\nPost a Comment\n\nShort line`).at(1)).toBe('paragraph');
  });

  it('never changes the words', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('', paragraph, 'A Title Of Sorts'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        expect(plainText(readPlainText(text).blocks)).toBe(plainText(textToBlocks(text)));
      }),
    );
  });

  it('answers for a million blanks', () => {
    readPlainText(`a${' '.repeat(1_000_000)}b\n\n${'\n \n'.repeat(300_000)}c`);
    readPlainText('x'.repeat(5_000_000));
    expect(readPlainText('line\n'.repeat(500_000)).blocks.length).toBeGreaterThan(0);
  });
});
