/**
 * The window's end of the bridge: `queries.x(args)`, `commands.x(args)` and `app.x(args)`, derived from the contract.
 * They throw a `CasebookError` with a code of the closed set.
 */
import type {
  AppArgs,
  AppName,
  AppValue,
  CommandArgs,
  CommandName,
  CommandValue,
  QueryArgs,
  QueryName,
  QueryValue,
} from '../../shared/contract';
import { CasebookError, type Result } from '../../shared/model/result';
import { bridge } from './bridge';

type QueryClient = { readonly [N in QueryName]: (args: QueryArgs<N>) => Promise<QueryValue<N>> };
type CommandClient = { readonly [N in CommandName]: (args: CommandArgs<N>) => Promise<CommandValue<N>> };
type AppClient = { readonly [N in AppName]: (args: AppArgs<N>) => Promise<AppValue<N>> };

async function invoke(method: string, args: unknown): Promise<unknown> {
  const result = JSON.parse(await bridge.invoke(method, JSON.stringify(args))) as Result<unknown>;
  if (result.kind === 'ok') return result.value;
  throw new CasebookError(result.code, result.message);
}

/** Every method is the same call: the contract's types say which there are. */
function clientOf<Client extends object>(): Client {
  return new Proxy({}, { get: (_, method) => (args: unknown) => invoke(String(method), args) }) as Client;
}

export const queries = clientOf<QueryClient>();
export const commands = clientOf<CommandClient>();
export const app = clientOf<AppClient>();
