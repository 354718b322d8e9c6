/**
 * A Markdown tree as markup, for the one reader of markup: so raw HTML in a text is cleaned like any page, and marks that
 * open in one place and close in another work. Words are escaped; markup that the text itself holds passes as it is.
 */
import type { Definition, FootnoteDefinition, ListItem, Nodes, Parents, Root, Table } from 'mdast';
import { calloutTitle, obsidianWords } from './obsidian';

interface Writing {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** Identifiers in the order in which they are first referred to. */
  readonly cited: string[];
  /** Whether a note's way back is taken: it leads to the first sign. */
  readonly returned: Set<string>;
}

/** Definitions that nothing refers to are kept at the end: they are the writer's words. */
export function markdownHtml(root: Root): string {
  const writing = startWriting(root);
  const body = root.children.map((child) => write(child, writing)).join('\n');
  return body + notesHtml(writing);
}

function startWriting(root: Root): Writing {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const pending: Nodes[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at -= 1) pending.push(node.children[at] as Nodes);
  }
  return { definitions, notes, cited: [], returned: new Set() };
}

export const escapeMarkup = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const inside = (node: Parents, writing: Writing): string =>
  node.children.map((child) => write(child, writing)).join('');
const wrap = (name: string, content: string): string => `<${name}>${content}</${name}>`;

type Writers = {
  readonly [Kind in Nodes['type']]?: (node: Extract<Nodes, { type: Kind }>, writing: Writing) => string;
};

const writers: Writers = {
  paragraph: (node, writing) => wrap('p', inside(node, writing)),
  heading: (node, writing) => wrap(`h${Math.min(4, node.depth)}`, inside(node, writing)),
  thematicBreak: () => '<hr>',
  blockquote: (node, writing) => wrap('blockquote', calloutTitle(node) + inside(node, writing)),
  list: (node, writing) =>
    wrap(
      node.ordered === true ? 'ol' : 'ul',
      node.children.map((item) => itemHtml(item, node.spread !== true, writing)).join(''),
    ),
  code: ({ value }) => wrap('pre', `\n${escapeMarkup(value)}`),
  html: ({ value }) => value,
  text: ({ value }) => obsidianWords(value),
  emphasis: (node, writing) => wrap('em', inside(node, writing)),
  strong: (node, writing) => wrap('strong', inside(node, writing)),
  delete: (node, writing) => wrap('del', inside(node, writing)),
  inlineCode: ({ value }) => wrap('code', escapeMarkup(value)),
  break: () => '<br>',
  link: (node, writing) => linkHtml(node.url, inside(node, writing)),
  linkReference: (node, writing) =>
    linkHtml(writing.definitions.get(node.identifier)?.url ?? '', inside(node, writing)),
  image: ({ url, alt }) => imageHtml(url, alt),
  imageReference: ({ identifier, alt }, { definitions }) =>
    imageHtml(definitions.get(identifier)?.url ?? '', alt),
  table: tableHtml,
  footnoteReference: ({ identifier }, writing) => noteSign(identifier, writing),
  definition: () => '',
  footnoteDefinition: () => '',
  yaml: ({ value }) => wrap('pre', escapeMarkup(value)),
};

function write(node: Nodes, writing: Writing): string {
  const writer = writers[node.type] as ((node: Nodes, writing: Writing) => string) | undefined;
  return writer === undefined ? '' : writer(node, writing);
}

const linkHtml = (url: string, content: string): string => `<a href="${escapeMarkup(url)}">${content}</a>`;
const imageHtml = (url: string, alt: string | null | undefined): string =>
  `<img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt ?? '')}">`;

/** Tasks keep their box as a sign. In a tight list a paragraph is the item's own words. */
function itemHtml(item: ListItem, isTight: boolean, writing: Writing): string {
  const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  const content = item.children.map((child, at) => {
    const isPlain = child.type === 'paragraph' && (isTight || at === 0);
    return isPlain ? inside(child, writing) : write(child, writing);
  });
  return wrap('li', box + content.join('\n'));
}

function tableHtml(node: Table, writing: Writing): string {
  const rows = node.children.map((row, at) => {
    const name = at === 0 ? 'th' : 'td';
    return wrap('tr', row.children.map((cell) => wrap(name, inside(cell, writing))).join(''));
  });
  return wrap('table', rows.join(''));
}

function noteSign(identifier: string, writing: Writing): string {
  const { cited, notes } = writing;
  if (!notes.has(identifier)) return escapeMarkup(`[^${identifier}]`);
  if (!cited.includes(identifier)) cited.push(identifier);
  const number = cited.indexOf(identifier) + 1;
  const id = writing.returned.has(identifier) ? '' : ` id="note-sign-${number}"`;
  writing.returned.add(identifier);
  return `<sup><a href="#note-${number}"${id}>${number}</a></sup>`;
}

/** Notes may cite notes: each that is cited while writing comes later. */
function notesHtml(writing: Writing): string {
  const uncited = [...writing.notes.keys()].filter((identifier) => !writing.cited.includes(identifier));
  let html = '';
  for (let at = 0; at < writing.cited.length || uncited.length > 0; at += 1) {
    if (at >= writing.cited.length) writing.cited.push(uncited.shift() ?? '');
    const identifier = writing.cited[at] ?? '';
    const note = writing.notes.get(identifier);
    if (note !== undefined && writing.cited.indexOf(identifier) === at)
      html += noteHtml(note, at + 1, writing);
  }
  return html === '' ? '' : `\n<hr>\n${html}`;
}

/** An uncited note leads nowhere back. */
function noteHtml(note: FootnoteDefinition, number: number, writing: Writing): string {
  const back = writing.returned.has(note.identifier)
    ? `<a href="#note-sign-${number}" id="note-${number}">${number}</a>. `
    : `${number}. `;
  const [first, ...others] = note.children;
  const start =
    first?.type === 'paragraph'
      ? wrap('p', back + inside(first, writing))
      : wrap('p', back) + (first ? write(first, writing) : '');
  return start + others.map((child) => write(child, writing)).join('');
}
