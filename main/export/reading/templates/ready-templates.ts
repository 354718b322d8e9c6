/** The templates that the program brings: each for Markdown and for web pages. A person's own begin as copies of these. */

import { readyHtml } from './ready-html';
import { readyMarkdown } from './ready-markdown';
import { parseTemplate, type Template } from './template';

/** What a template is written in: the ending of its file too. */
export type TemplateLanguage = 'md' | 'html';

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

/** The name of the template that is taken where none is chosen. */
export const firstTemplateName = 'Whole report';

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
