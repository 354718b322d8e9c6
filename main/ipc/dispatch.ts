/**
 * The door of the main process: knows every method of the contract, checks the arguments against its schema, calls
 * whoever does it and answers with a Result. Who may knock is checked by `main/app/bridge.ts`, which knows Electron.
 */
import type * as z from 'zod/mini';
import {
  type AppArgs,
  type AppName,
  type AppValue,
  app,
  type CommandName,
  commands,
  type QueryName,
  queries,
} from '../../shared/contract';
import { CasebookError, type Result } from '../../shared/model/result';
import { toCasebookError } from '../store/core/errors';

export type AppHandlers = { readonly [N in AppName]: (args: AppArgs<N>) => Promise<AppValue<N>> };

/** Where checked calls go. */
export interface Destinations {
  readonly query: (name: QueryName, args: unknown) => Promise<unknown>;
  readonly command: (name: CommandName, args: unknown) => Promise<unknown>;
  readonly app: AppHandlers;
  /** Told of every failure that is a fault of the program. */
  readonly report: (method: string, error: CasebookError) => void;
}

function isNameIn<Table extends object>(table: Table, name: string): name is Extract<keyof Table, string> {
  return Object.hasOwn(table, name);
}

function checked(schema: z.ZodMiniType, method: string, args: unknown): unknown {
  const parsed = schema.safeParse(args);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ');
  throw new CasebookError('bad-arguments', `${method}: ${where}`);
}

async function run(to: Destinations, method: string, args: unknown): Promise<unknown> {
  if (isNameIn(queries, method)) return to.query(method, checked(queries[method].args, method, args));
  if (isNameIn(commands, method)) return to.command(method, checked(commands[method].args, method, args));
  if (isNameIn(app, method)) return to.app[method](checked(app[method].args, method, args) as never);
  throw new CasebookError('bad-arguments', `There is no method ${method}.`);
}

/** Does one call of the window. Never throws. */
export async function dispatch(to: Destinations, method: unknown, args: unknown): Promise<Result<unknown>> {
  const name = typeof method === 'string' ? method : '';
  try {
    return { kind: 'ok', value: await run(to, name, args ?? {}) };
  } catch (cause) {
    const error = toCasebookError(cause);
    if (error.code === 'internal' || error.code === 'bad-arguments') to.report(name, error);
    return { kind: 'error', code: error.code, message: error.message };
  }
}
