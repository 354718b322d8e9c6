/** Draws a report as one self-contained HTML file: readable in light and dark, printable, with no script and nothing to fetch. */
import { serialiseContent } from '../../../shared/document/serialise-content';
import type { Report, ReportFact, ReportItem, ReportPassage, ReportSection } from './report';
import { reportStyle } from './report-style';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes words for HTML text and for attribute values in double quotation marks. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
}

/** Escaped, with line ends shown. */
const linesOf = (words: string): string => escapeHtml(words).replace(/\n/g, '<br>\n');

function factList(facts: readonly ReportFact[]): string {
  const rows = facts.map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${linesOf(value)}</dd></div>`,
  );
  return rows.length > 0 ? `<dl>\n${rows.join('\n')}\n</dl>\n` : '';
}

function sourceLine({ source, url }: ReportPassage): string {
  if (source === '') return '';
  const named = /^https?:/.test(url)
    ? `<a href="${escapeHtml(url)}">${escapeHtml(source)}</a>`
    : escapeHtml(source);
  return `<figcaption>${named}</figcaption>\n`;
}

function passageHtml(passage: ReportPassage): string {
  const words = passage.parts.map((part) => `<mark>${linesOf(part)}</mark>`).join(' … ');
  const quote = `<p>${linesOf(passage.before)}${words}${linesOf(passage.after)}</p>`;
  const comment = passage.comment === '' ? '' : `<p class="comment">${linesOf(passage.comment)}</p>\n`;
  return `<figure>\n<blockquote>${quote}</blockquote>\n${sourceLine(passage)}${comment}${factList(passage.facts)}</figure>\n`;
}

function itemHtml(item: ReportItem): string {
  switch (item.kind) {
    case 'text':
      return `<p>${linesOf(item.text)}</p>\n`;
    case 'facts':
      return factList(item.facts);
    case 'content':
      return `<div class="content">${serialiseContent(item.blocks)}</div>\n`;
    case 'passage':
      return passageHtml(item.passage);
  }
}

function sectionHtml(section: ReportSection, level: number): string {
  const tag = `h${Math.min(level, 6)}`;
  const inner =
    section.items.map(itemHtml).join('') +
    section.sections.map((each) => sectionHtml(each, level + 1)).join('');
  return `<section>\n<${tag}>${escapeHtml(section.title)}</${tag}>\n${inner}</section>\n`;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A report as a whole HTML document. */
export function reportToHtml(report: Report): string {
  const language = report.language === '' ? 'en' : report.language;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Casebook">
<title>${escapeHtml(report.title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${sectionHtml(report, 1)}</main>
</body>
</html>
`;
}
