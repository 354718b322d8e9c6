/** What was chosen to be imported and is not brought in yet: the files, and what the user has to say of some of them. */
import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { ImportChoice, ImportDecision, ImportPlan } from '../../../shared/contract/program/intake';
import { CasebookError } from '../../../shared/model/result';
import { expandPaths } from '../../import/pool/expand-paths';

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
}

/** Of which files the user is asked, by their endings. */
const asked: Readonly<Record<string, ImportDecision['kind']>> = {};

function decisionsOf(files: readonly string[]): ImportDecision[] {
  return files.flatMap((path) => {
    const kind = asked[extname(path).toLowerCase()];
    return kind === undefined ? [] : [{ kind, path }];
  });
}

const overtaken = () => new CasebookError('not-found', 'These files are no longer waiting to be imported.');

/** Keeps the plan that was made last. */
export function createImportPlans(): ImportPlans {
  let plan: { readonly id: string; readonly files: readonly string[] } | null = null;
  return {
    make: async (paths) => {
      const files = await expandPaths(paths);
      plan = { id: randomUUID(), files };
      return { id: plan.id, fileCount: files.length, decisions: decisionsOf(files) };
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
