import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dateProperties, frontMatter, obsidianTag } from './front-matter';
import { safeName, safeNames } from './safe-names';

const titles = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom(
    'CON',
    'nul.txt',
    'LPT1',
    '...',
    'a/b\\c:d',
    'ends. ',
    '[[x|y]]#^',
    '\u202eabc',
    'é',
    'É',
    'e\u0301',
    '👩‍👩‍👧 family',
    'שלום / عالم',
    '\ud800',
  ),
);

describe('names of files', () => {
  it('are taken by every system', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const name = safeName(title);
        expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}\u200e\u200f\u202a-\u202e]/u);
        expect(name).toBe(name.trim());
        expect(name).not.toMatch(/^\.|\.$|^(con|nul|lpt1)(\.|$)/i);
        expect(name.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(151);
        expect(Buffer.from(name).toString()).toBe(name);
      }),
      { numRuns: 300 },
    );
  });

  it('keep emoji and letters of other scripts whole', () => {
    expect(safeName('👩‍👩‍👧 family')).toBe('👩‍👩‍👧 family');
    expect(safeName('שלום / عالم')).toBe('שלום عالم');
    expect(safeName('👨‍👩‍👧‍👦'.repeat(40))).toMatch(/^(👨‍👩‍👧‍👦)+$/u);
    expect(safeName('')).toBe('Untitled');
  });

  it('differ where a system that knows no case would mix them up, and stay when more come', () => {
    const first = [
      { id: '01', title: 'Report' },
      { id: '02-11111111', title: 'REPORT' },
      { id: '03-22222222', title: 'report?' },
    ];
    const names = safeNames(first);
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(3);
    expect(names.get('01')).toBe('Report');
    const more = safeNames([{ id: '04-33333333', title: 'Report' }, ...first]);
    for (const { id } of first) expect(more.get(id)).toBe(names.get(id));
  });
});

describe('properties', () => {
  it('read back as the words they are, flat', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1, maxLength: 8 }),
          fc.oneof(fc.string(), fc.array(fc.string())),
          { maxKeys: 6 },
        ),
        (given) => {
          const properties = Object.entries(given);
          const read = (parse(frontMatter(properties).replace(/^---\n|---\n\n$/g, '')) ?? {}) as Record<
            string,
            unknown
          >;
          for (const [name, value] of properties) if (value.length > 0) expect(read[name]).toEqual(value);
        },
      ),
      { numRuns: 200 },
    );
    expect(frontMatter([['title', '- “Yes”: no']])).toBe('---\ntitle: "- “Yes”: no"\n---\n\n');
  });

  it('have a date only where the day is known', () => {
    expect(frontMatter(dateProperties('published', '2024-03-05', ''))).toContain('published: 2024-03-05\n');
    expect(frontMatter(dateProperties('date', '2024-03~', ''))).toBe(
      '---\ndate-words: "about March 2024"\ndate-edtf: "2024-03~"\n---\n\n',
    );
  });

  it('have tags that Obsidian takes', () => {
    expect(obsidianTag(['Casualties', 'Dead & wounded'])).toBe('Casualties/Dead-wounded');
    expect(obsidianTag(['2024'])).toBe('2024_');
    expect(obsidianTag(['Хто почав?', 'a/b'])).toBe('Хто-почав/a-b');
  });
});
