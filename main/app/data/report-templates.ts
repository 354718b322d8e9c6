/**
 * The user's own templates for reports: files in the program's folder, which begin as copies of ready ones and are edited
 * in any editor. They are read when they are used; what is wrong with one is told, with its line.
 */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, shell } from 'electron';
import type { ReportTemplate, TemplateLanguage } from '../../../shared/contract/program/report-templates';
import { CasebookError } from '../../../shared/model/result';

const folder = (): string => join(app.getPath('userData'), 'templates');

const languageOf = (name: string): TemplateLanguage | null => {
  const ending = extname(name).toLowerCase();
  return ending === '.md' ? 'md' : ending === '.html' ? 'html' : null;
};

/** Loaded when templates are asked for: the program starts without them. */
const ready = () => import('../../export/reading/templates/ready-templates');

async function ownNames(): Promise<string[]> {
  const names = await readdir(folder()).catch(() => []);
  return names.filter((name) => languageOf(name) !== null && !name.startsWith('.')).sort();
}

const longestBytes = 2_000_000;

/** The text of one of the user's templates; throws `not-found`. A name is only ever that of a file in the folder. */
async function readOwn(name: string): Promise<string> {
  if (!(await ownNames()).includes(name))
    throw new CasebookError('not-found', `There is no template “${name}”.`);
  const path = join(folder(), name);
  if ((await stat(path)).size > longestBytes)
    throw new CasebookError('bad-arguments', `The template “${name}” is too large.`);
  return readFile(path, 'utf8');
}

async function problemOf(name: string): Promise<string> {
  const { parseTemplate } = await import('../../export/reading/templates/template');
  try {
    parseTemplate(await readOwn(name));
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The ready ones and the user's, with what is wrong with each of these. */
export async function listTemplates(): Promise<ReportTemplate[]> {
  const { readyTemplates } = await ready();
  const own = (await ownNames()).map(async (name) => ({
    name,
    language: languageOf(name),
    problem: await problemOf(name),
  }));
  return [
    ...readyTemplates.map(({ name }) => ({ name, language: null, problem: '' })),
    ...(await Promise.all(own)),
  ];
}

/** The text of the template of that name; undefined: it is a ready one, or none was chosen. */
export async function templateText(name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const { readyTemplates } = await ready();
  return readyTemplates.some((template) => template.name === name) ? undefined : readOwn(name);
}

async function readyText(name: string, language: TemplateLanguage): Promise<string> {
  const { readyTemplates } = await ready();
  const template = readyTemplates.find((each) => each.name === name) ?? readyTemplates[0];
  return template?.texts[language] ?? '';
}

/** "My Whole report.md", "My Whole report 2.md" … */
async function freeName(from: string, language: TemplateLanguage): Promise<string> {
  const taken = new Set((await ownNames()).map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const name = `My ${from.toLowerCase()}${count === 1 ? '' : ` ${count}`}.${language}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

export async function newTemplate(
  from: string,
  language: TemplateLanguage,
): Promise<{ readonly name: string }> {
  const { readyTemplates } = await ready();
  const source = readyTemplates.find((each) => each.name === from)?.name ?? 'Whole report';
  const name = await freeName(source, language);
  await mkdir(folder(), { recursive: true });
  await writeFile(join(folder(), name), await readyText(source, language), { flag: 'wx' });
  shell.showItemInFolder(join(folder(), name));
  return { name };
}

/** The ready one that a file began as is told by its name; what the file held is kept beside it. */
export async function resetTemplate(name: string): Promise<{ readonly kept: string }> {
  await readOwn(name);
  const language = languageOf(name) ?? 'md';
  const { readyTemplates } = await ready();
  const from = readyTemplates.find((each) => name.toLowerCase().includes(each.name.toLowerCase()));
  const kept = `${name}.${new Date().toISOString().replace(/[:.]/g, '-')}.old`;
  await copyFile(join(folder(), name), join(folder(), kept), constants.COPYFILE_EXCL);
  await writeFile(join(folder(), name), await readyText(from?.name ?? 'Whole report', language));
  return { kept };
}

export async function showTemplates(): Promise<null> {
  await mkdir(folder(), { recursive: true });
  await shell.openPath(folder());
  return null;
}
