import * as z from 'zod/mini';
import { line, nothing, operation } from '../define';

/** The templates that reports are made from: ready ones, and the user's own, which are files in the program's folder. */

export const templateLanguages = ['md', 'html'] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];

export interface ReportTemplate {
  /** Of a ready one its name; of the user's its file's name. */
  readonly name: string;
  /** What it is written in; null: a ready one, which there is for each. */
  readonly language: TemplateLanguage | null;
  /** What is wrong with it, with the line; ''. */
  readonly problem: string;
}

const called = z.strictObject({ name: line });

export const templateOperations = {
  /** The ready ones first. */
  listTemplates: operation<readonly ReportTemplate[]>()(nothing),
  /** Makes a file that begins as a copy of a ready one, and shows it in its folder. */
  newTemplate: operation<{ readonly name: string }>()(
    z.strictObject({ from: line, language: z.enum(templateLanguages) }),
  ),
  /** Puts the ready one it began as in its place; what it was stays beside it under another name, which is answered. */
  resetTemplate: operation<{ readonly kept: string }>()(called),
  /** Shows the folder of the user's templates. */
  showTemplates: operation<null>()(nothing),
  /** Shows what was exported last in its folder. */
  showExported: operation<null>()(nothing),
};
