import { expect, it } from 'vitest';
import { contentsPageWords } from './contents-page';

const entry = (name: string): string =>
  `<li><a href="a.xhtml">${name}</a><ul><li><a href="a.xhtml#b">More</a></li></ul></li>`;
const contents = `<h2>Contents</h2><ul>${['Bridges', 'Roads', 'Ferries'].map(entry).join('')}</ul>`;
const notice = `<p>${'This report may be copied by whoever wants to, with the names of those who made it. '.repeat(3)}</p>`;
const makers = '<ul><li>Ann Lee, who wrote it</li><li>Bo Ek, who drew the maps</li></ul>';

it('keeps what a contents page says besides, and the lists that lead nowhere', () => {
  expect(contentsPageWords(`<body><h1>On bridges</h1>${makers}${notice}${contents}</body>`)).toBe(
    `<body><h1>On bridges</h1>${makers}${notice}<h2>Contents</h2></body>`,
  );
});

it('is nothing of the book where it only leads through it', () => {
  expect(contentsPageWords(`<body><h1>On bridges</h1>${contents}</body>`)).toBe(null);
  expect(contentsPageWords('<body><p><a href="a.xhtml">Bridges</a></p></body>')).toBe(null);
});

it('does not mind lists that are never closed', () => {
  expect(contentsPageWords(`<body>${notice}<ul>${'<ul>'.repeat(1000)}</body>`)).toContain('may be copied');
});
