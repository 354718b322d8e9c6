import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../html/html-template';
import { escapeMarkdown } from '../markdown/write-markdown';
import { fields } from './fields';
import { readyTemplates } from './ready-templates';
import { renderTemplate, type TemplateFormat, type TemplateRecord } from './render-template';
import { parseTemplate, TemplateError } from './template';

const html: TemplateFormat = { words: escapeHtml, markup: (markup) => markup };
const render = (source: string, values: TemplateRecord) =>
  [...renderTemplate(parseTemplate(source), values, html)].join('');

function errorOf(source: string): TemplateError {
  try {
    parseTemplate(source);
  } catch (error) {
    if (error instanceof TemplateError) return error;
  }
  throw new Error('the template was taken');
}

describe('templates', () => {
  it('fill lists, what is there and what is not, and parts', () => {
    const source =
      '{{#events}}\n- {{title}}{{^description}}.{{/description}}\n{{> more}}\n{{/events}}\n{{! part: more }}\n  {{id}}\n';
    const events = [
      { title: 'A & B', id: '1', description: '' },
      { title: '<i>', id: '2', description: 'known' },
    ];
    expect(render(source, { events })).toBe('- A &amp; B.\n  1\n- &lt;i&gt;\n  2\n');
  });

  it('tell what is wrong with the line it is in', () => {
    expect(errorOf('one\ntwo {{titel}}').message).toBe('Line 2: There is nothing named “titel” to write.');
    expect(errorOf('{{#events}}\n{{title}}\n').message).toContain('{{#events}} is not closed');
    expect(errorOf('\n\n{{/events}}').line).toBe(3);
    expect(errorOf('{{title').message).toContain('}} is missing');
    expect(errorOf('{{{title}}}').message).toContain('always escaped');
    expect(errorOf('a\n{{> nothing}}').message).toContain('no part “nothing”');
    expect(errorOf('{{title}}\n{{! part: a }}\nx\n{{wrong}}\n').line).toBe(4);
    expect(errorOf('{{! contents: events, evrything }}').message).toContain('no “evrything”');
    expect(() => render('{{> a}}\n{{! part: a }}\n{{> a}}\n', {})).toThrow('holds itself');
  });

  it('reach nothing but what they are given', () => {
    for (const name of [
      'constructor',
      '__proto__',
      'toString',
      'title.constructor',
      'events.length',
      'title.length',
    ])
      expect(() => parseTemplate(`{{${name}}}`)).toThrow(TemplateError);
    expect(render('{{#title}}{{description}}{{/title}}', { title: 'x' })).toBe('');
  });

  it('have every name told in the documentation', () => {
    const told = readFileSync('docs/exports.md', 'utf8');
    for (const [name, meaning] of Object.entries(fields))
      expect(told).toContain(`| \`${name}\` | ${meaning} |`);
  });

  it('come ready in both languages, whole and in part', () => {
    for (const { texts } of readyTemplates) for (const text of Object.values(texts)) parseTemplate(text);
    const [, quotations] = readyTemplates.map(({ texts }) => parseTemplate(texts.md).contents);
    expect([...(quotations ?? [])]).toEqual(['articles', 'passages']);
  });
});

describe('words in Markdown', () => {
  const read = (markdown: string) =>
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const signs = fc.constantFrom(
    '*',
    '_',
    '#',
    '-',
    '[',
    ']',
    '(',
    '<',
    '>',
    '`',
    '|',
    '~',
    '&',
    '1.',
    '$',
    '=',
    '^',
    '!',
    ' ',
    'a',
    'Б',
    '😀',
    'مر',
    '\\',
    '%',
    '+',
  );

  it('stay the words they are, whatever they look like', () => {
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 16 }), (given) => {
        const words = given.join('').trim();
        const tree = read(`x ${escapeMarkdown(words)}`);
        expect(toString(tree).replace(/\s+/g, ' ').trim()).toBe(`x ${words}`.replace(/\s+/g, ' ').trim());
        expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
      }),
      { numRuns: 300 },
    );
  });

  it('are no tag, highlight, mathematics, comment or block of Obsidian', () => {
    expect(escapeMarkdown('see #tag, ==high==, $x$ and %%no%% ^id')).toBe(
      String.raw`see \#tag, \=\=high\=\=, \$x\$ and \%%no\%% \^id`,
    );
  });
});
