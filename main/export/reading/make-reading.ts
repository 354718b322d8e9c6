/** The formats for reading: a report of what is exported, filled into a template or written as a document. */
import type { TemplateLanguage } from '../../../shared/contract/program/report-templates';
import type { ExportFile, MakeContext, MakeExport } from '../formats/format';
import type { ExportData } from '../gather/export-data';
import { writeDocx } from './docx/write-docx';
import type { Flow } from './flow/flow';
import { reportFlow } from './flow/report-flow';
import { fillHtml } from './html/html-template';
import { fillMarkdown } from './markdown/markdown-template';
import { writeOdt } from './odt/write-odt';
import { reportContents, withTemplateErrors } from './reading-contents';
import { makeReport } from './report/make-report';
import type { Report } from './report/report';
import { templateOf } from './templates/ready-templates';
import type { Each } from './templates/report-view';
import type { Template } from './templates/template';

/** A report is words for people: only what is in none of them is lost. */
function reportOf(data: ExportData, { options, losses }: MakeContext): Report {
  const lost = losses.filter(({ handling }) => handling === 'lost').map(({ words }) => words);
  return makeReport(data, reportContents(options), lost);
}

type Fill = (report: Report, template: Template, each: Each) => Iterable<string>;

const byTemplate =
  (language: TemplateLanguage, fill: Fill): MakeExport =>
  (data, context) => {
    const template = withTemplateErrors(() => templateOf(context.options, language));
    return [{ name: context.main, data: fill(reportOf(data, context), template, context.each) }];
  };

const asDocument =
  (write: (flow: Flow) => AsyncIterable<Uint8Array>): MakeExport =>
  (data, context): ExportFile[] => [
    { name: context.main, data: write(reportFlow(reportOf(data, context), context.each)) },
  ];

export const makeMarkdown = byTemplate('md', fillMarkdown);
export const makeHtml = byTemplate('html', fillHtml);
export const makeDocx = asDocument(writeDocx);
export const makeOdt = asDocument(writeOdt);
