/** Draws a report as one Markdown file (CommonMark with GitHub's tables); every word of a source is escaped. */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { blocksToMdast } from './content-mdast';
import type { Report, ReportFact, ReportItem, ReportPassage, ReportSection } from './report';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: readonly PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children: [...children],
});

function heading(title: string, level: number): RootContent {
  const depth = Math.min(level, 6) as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: 'heading', depth, children: [text(title)] };
}

function factList(facts: readonly ReportFact[]): BlockContent[] {
  const children = facts.map(
    ({ label, value }): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [paragraph({ type: 'strong', children: [text(`${label}:`)] }, text(` ${value}`))],
    }),
  );
  return children.length > 0 ? [{ type: 'list', ordered: false, spread: false, children }] : [];
}

/** Lines of one paragraph are kept apart. */
function lines(words: string): PhrasingContent[] {
  return words
    .split('\n')
    .flatMap((line, index): PhrasingContent[] =>
      index === 0 ? [text(line)] : [{ type: 'break' }, text(line)],
    );
}

/** Emphasis may not begin or end with white space. */
function strong(words: string): PhrasingContent[] {
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  if (core === '') return [text(words)];
  return [text(lead), { type: 'strong' as const, children: lines(core) }, text(trail)].filter(
    (node) => node.type !== 'text' || node.value !== '',
  );
}

function sourceLine({ source, url }: ReportPassage): PhrasingContent[] {
  if (source === '') return [];
  const named: PhrasingContent = /^https?:/.test(url)
    ? { type: 'link', url, children: [text(source)] }
    : text(source);
  return [text('— '), named];
}

function passageNodes(passage: ReportPassage): RootContent[] {
  const words = passage.parts.flatMap((part, index) => [
    ...(index > 0 ? [text(' … ')] : []),
    ...strong(part),
  ]);
  const quote = paragraph(text(passage.before), ...words, text(passage.after));
  const source = sourceLine(passage);
  const nodes: RootContent[] = [
    { type: 'blockquote', children: source.length > 0 ? [quote, paragraph(...source)] : [quote] },
  ];
  if (passage.comment !== '') nodes.push(paragraph(...lines(passage.comment)));
  return [...nodes, ...factList(passage.facts)];
}

function itemNodes(item: ReportItem): RootContent[] {
  switch (item.kind) {
    case 'text':
      return [paragraph(text(item.text))];
    case 'facts':
      return factList(item.facts);
    case 'content':
      return blocksToMdast(item.blocks);
    case 'passage':
      return passageNodes(item.passage);
  }
}

function sectionNodes(section: ReportSection, level: number): RootContent[] {
  return [
    heading(section.title, level),
    ...section.items.flatMap(itemNodes),
    ...section.sections.flatMap((each) => sectionNodes(each, level + 1)),
  ];
}

/** A report as Markdown, ending in a line end. */
export function reportToMarkdown(report: Report): string {
  return toMarkdown(
    { type: 'root', children: sectionNodes(report, 1) },
    { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '_', rule: '-', fences: true },
  );
}
