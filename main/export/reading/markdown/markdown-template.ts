/** Fills a Markdown template with a report. Words of several lines keep to the quotation or list item that they stand in. */
import type { PhrasingContent } from 'mdast';
import type { Report, ReportPassage, ReportText } from '../report/report';
import { Markup, renderTemplate, type TemplateFormat } from '../templates/render-template';
import { type Drawing, type Each, reportView } from '../templates/report-view';
import type { Template } from '../templates/template';
import { cutsOf, markFinder } from '../text/mark-finder';
import { isPlaced, placeWords } from '../text/place-words';
import { blocksToMdast, type MdastDrawing } from './content-mdast';
import { escapeMarkdown, lines, writeInline, writeMarkdown } from './write-markdown';

/** What continues a line: the signs of quotations, and room for those of list items. */
function continuation(line: string): string {
  const [signs = ''] = /^(?:[ \t>]|[-*+] |\d+[.)] )*/.exec(line) ?? [];
  return signs.replace(/[-*+] |\d+[.)] /g, (sign) => ' '.repeat(sign.length));
}

function continueLines(markdown: string, line: string): string {
  if (!markdown.includes('\n')) return markdown;
  if (line.startsWith('|')) return markdown.replace(/\\?\n\s*/g, '<br>');
  return markdown.replaceAll('\n', `\n${continuation(line)}`);
}

/** An address between the brackets of a link. */
const escapeAddress = (url: string): string =>
  `<${url.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>`;

const format: TemplateFormat = {
  words: (words, line) =>
    line.endsWith('](') ? escapeAddress(words) : continueLines(escapeMarkdown(words), line),
  markup: continueLines,
};

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const raw = (value: string): PhrasingContent => ({ type: 'html', value });

/** Emphasis may not begin or end with white space. */
function strong(words: string): PhrasingContent[] {
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  if (core === '') return [text(words)];
  return [text(lead), { type: 'strong' as const, children: lines(core) }, text(trail)].filter(
    (node) => node.type !== 'text' || node.value !== '',
  );
}

/** A passage in its sentence, its words strong. */
export function drawQuotation({ before, parts, after }: ReportPassage): Markup {
  const words = parts.flatMap((part, index) => [...(index > 0 ? [text(' … ')] : []), ...strong(part)]);
  const around = (value: string) => (value === '' ? [] : lines(value));
  return new Markup(writeInline([...around(before), ...words, ...around(after)]));
}

/** Content as it is, citations as links to what they cite. */
const plainDrawing: MdastDrawing = {
  cite: ({ targetId, label }) => ({ type: 'link', url: `urn:uuid:${targetId}`, children: [text(label)] }),
  picture: ({ src, alt }) => ({ type: 'image', url: src, alt }),
  mark: (nodes) => nodes,
  endLeaf: () => [],
  endBlock: () => [],
};

/** Marks what passages stand over with signs around it: each stretch once, whatever is in bold or a link inside of it. */
export function markingDrawing(
  { marks }: ReportText,
  signs: { readonly begin: string; readonly end: string },
  met: (passageId: string) => void = () => {},
): Pick<MdastDrawing, 'mark' | 'endLeaf'> {
  const find = markFinder(marks);
  const firstPart = new Map([...marks].reverse().map(({ passage, part }) => [passage.id, part]));
  let isOpen = false;
  const turn = (wanted: boolean): PhrasingContent[] => {
    if (wanted === isOpen) return [];
    isOpen = wanted;
    return [raw(wanted ? signs.begin : signs.end)];
  };
  return {
    mark: (nodes, words) => {
      if (!isPlaced(words)) return nodes;
      const { open, begun } = find(words.at);
      for (const { passage, part } of begun) if (part === firstPart.get(passage.id)) met(passage.id);
      const signed = turn(open.length > 0);
      return [...signed, ...nodes];
    },
    endLeaf: () => turn(false),
  };
}

function drawText(reportText: ReportText): Markup {
  const marking = markingDrawing(reportText, { begin: '<mark>', end: '</mark>' });
  const blocks = placeWords(reportText.blocks, cutsOf(reportText.marks));
  return new Markup(writeMarkdown(blocksToMdast(blocks, { ...plainDrawing, ...marking })));
}

const drawing: Drawing = {
  quotation: drawQuotation,
  content: (blocks) => new Markup(writeMarkdown(blocksToMdast(blocks, plainDrawing))),
  text: drawText,
};

/** Leaves out empty lines that follow empty lines, and those before the first words. */
function* tidy(pieces: Iterable<string>): Iterable<string> {
  let ends = 2;
  for (const piece of pieces) {
    const [lead = ''] = /^\n*/.exec(piece) ?? [];
    const rest = piece.slice(lead.length).replace(/\n{3,}/g, '\n\n');
    const text = lead.slice(0, Math.max(0, 2 - ends)) + rest;
    ends = rest === '' ? ends + lead.length : (/\n*$/.exec(rest)?.[0].length ?? 0);
    if (text !== '') yield text;
  }
}

/** The report as the template has it, in pieces. */
export function fillMarkdown(report: Report, template: Template, each: Each): Iterable<string> {
  return tidy(renderTemplate(template, reportView(report, drawing, each), format));
}
