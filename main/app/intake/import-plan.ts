/** What was chosen to be imported and is not brought in yet: the files, and what the user has to say of some of them. */
import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { ImportChoice, ImportDecision, ImportPlan } from '../../../shared/contract/program/intake';
import { CasebookError } from '../../../shared/model/result';
import { extensionsOf } from '../../import/formats/extensions';
import { expandPaths } from '../../import/pool/expand-paths';
import { isNotebookFile } from '../../import/run/notebook-files';

/** A file to bring in, with what the user said of it. */
export interface PlannedFile {
  readonly path: string;
  readonly choice: ImportChoice | null;
}

export interface ImportPlans {
  /** Replaces the plan before. */
  readonly make: (paths: readonly string[]) => Promise<ImportPlan>;
  /** The files that are to be brought in; the plan is then done with. Throws `not-found`. */
  readonly take: (planId: string, choices: readonly ImportChoice[]) => readonly PlannedFile[];
  /** The plan is done with; false where it was overtaken. */
  readonly leave: (planId: string) => boolean;
  /** Throws `not-found` for a file that is in no plan: the window names no other. */
  readonly mustBePlanned: (planId: string, path: string) => void;
}

/** Tables by their names; some are the lists of other programs, which need no asking. */
const tableExtensions: ReadonlySet<string> = new Set([...extensionsOf.csv, ...extensionsOf.xlsx]);
const tableFormats: ReadonlySet<string> = new Set(['csv', 'xlsx']);

/** Of so many files something is asked; who has more of them wants the guess. */
const mostDecisions = 50;

/** `formatOf`: the name of the format that a file is read as. */
type FormatOf = (path: string) => Promise<string>;

async function decisionOf(path: string, formatOf: FormatOf): Promise<ImportDecision | null> {
  if (await isNotebookFile(path)) return { kind: 'notebook', path };
  if (!tableExtensions.has(extname(path).slice(1).toLowerCase())) return null;
  // What cannot be read is refused when it is its turn.
  const format = await formatOf(path).catch(() => '');
  return tableFormats.has(format) ? { kind: 'table', path } : null;
}

async function decisionsOf(files: readonly string[], formatOf: FormatOf): Promise<ImportDecision[]> {
  const decisions: ImportDecision[] = [];
  for (const path of files) {
    if (decisions.length >= mostDecisions) break;
    const decision = await decisionOf(path, formatOf);
    if (decision) decisions.push(decision);
  }
  return decisions;
}

const overtaken = () => new CasebookError('not-found', 'These files are no longer waiting to be imported.');

/** Keeps the plan that was made last. */
export function createImportPlans(formatOf: FormatOf): ImportPlans {
  let plan: { readonly id: string; readonly files: readonly string[] } | null = null;
  return {
    make: async (paths) => {
      const files = await expandPaths(paths);
      plan = { id: randomUUID(), files };
      return { id: plan.id, fileCount: files.length, decisions: await decisionsOf(files, formatOf) };
    },
    leave: (planId) => {
      if (plan?.id !== planId) return false;
      plan = null;
      return true;
    },
    mustBePlanned: (planId, path) => {
      if (plan?.id !== planId || !plan.files.includes(path)) throw overtaken();
    },
    take: (planId, choices) => {
      if (plan?.id !== planId) throw overtaken();
      const { files } = plan;
      plan = null;
      const byPath = new Map(choices.map((choice) => [choice.path, choice]));
      return files
        .map((path) => ({ path, choice: byPath.get(path) ?? null }))
        .filter(({ choice }) => choice?.kind !== 'skip');
    },
  };
}
