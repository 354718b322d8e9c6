/** The templates that the program brings: each for Markdown and for web pages. A person's own begin as copies of these. */

import type { TemplateLanguage } from '../../../../shared/contract/program/report-templates';
import { readyHtml } from './ready-html';
import { readyMarkdown } from './ready-markdown';
import { parseTemplate, type Template } from './template';

interface ReadyTemplate {
  readonly name: string;
  readonly texts: Readonly<Record<TemplateLanguage, string>>;
}

/** The same template, but of less: what is left out is empty, and its headings with it. */
function holding(contents: string, texts: ReadyTemplate['texts']): ReadyTemplate['texts'] {
  const only = (text: string) => text.replace(/\{\{! contents: [^}]*\}\}/, `{{! contents: ${contents} }}`);
  return { md: only(texts.md), html: only(texts.html) };
}

const whole = { md: readyMarkdown, html: readyHtml };

/** The first is taken where none is chosen. */
export const readyTemplates: readonly ReadyTemplate[] = [
  { name: 'Whole report', texts: whole },
  { name: 'Quotations', texts: holding('articles, passages', whole) },
  { name: 'Events and accounts', texts: holding('events, accounts, comments, coder', whole) },
];

/** The template that was chosen: the given text, or else the ready one of that name. Throws `TemplateError`. */
export function templateOf(
  {
    template,
    templateText,
  }: { readonly template?: string | undefined; readonly templateText?: string | undefined },
  language: TemplateLanguage,
): Template {
  if (templateText !== undefined) return parseTemplate(templateText);
  const ready = readyTemplates.find(({ name }) => name === template) ?? readyTemplates[0];
  return parseTemplate(ready?.texts[language] ?? '');
}
