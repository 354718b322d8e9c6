/**
 * The `casebook` command: finds the verb, reads its arguments, runs it on the notebook's store and says what came of it.
 * Standard output holds the result alone (with `--json` one JSON value), standard error the words for people.
 * Exit codes: 0 done, 1 refused or found wrong, 2 written in a wrong way.
 */
import { resolve } from 'node:path';
import { version } from '../../package.json';
import { CasebookError } from '../../shared/model/result';
import { toCasebookError } from '../store/core/errors';
import { openSession, type Session } from '../store/worker/session';
import { helpFor, overview } from './help';
import { type ParsedArguments, parseArguments } from './parse-arguments';
import { type CliHost, type CliIo, type Outcome, UsageError, type Verb, type VerbContext } from './verb';
import { verbs } from './verbs';

export type { CliHost, CliIo } from './verb';

export type ExitCode = 0 | 1 | 2;

/** Runs one command line (without the program's name). Never throws. */
export async function runCli(argv: readonly string[], io: CliIo, host: CliHost = {}): Promise<ExitCode> {
  try {
    return await run(argv, io, host);
  } catch (error) {
    return fail(io, argv, error);
  }
}

async function run(argv: readonly string[], io: CliIo, host: CliHost): Promise<ExitCode> {
  const [name, ...given] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return showHelp(io, given[0], name !== undefined);
  if (name === 'version' || name === '--version') return showVersion(io, given.includes('--json'));
  const verb = verbs.find((each) => each.name === name);
  if (!verb) throw new UsageError(`There is no verb “${name}”.\n\n${overview(verbs)}`);
  const parsed = parseArguments(given, verb);
  if (parsed.help) return showHelp(io, name, true);
  const outcome = await runVerb(verb, parsed, io, host);
  printOutcome(io, parsed.json, outcome);
  return outcome.failed === true ? 1 : 0;
}

function showHelp(io: CliIo, name: string | undefined, asked: boolean): ExitCode {
  const verb = verbs.find((each) => each.name === name);
  const help = verb ? helpFor(verb) : overview(verbs);
  (asked ? io.stdout : io.stderr).write(`${help}\n`);
  return asked ? 0 : 2;
}

const isVerb = (name: string | undefined): boolean => verbs.some((verb) => verb.name === name);

function showVersion(io: CliIo, json: boolean): ExitCode {
  printOutcome(io, json, { json: { version }, lines: [`casebook ${version}`] });
  return 0;
}

async function runVerb(verb: Verb, parsed: ParsedArguments, io: CliIo, host: CliHost): Promise<Outcome> {
  const sessions: Session[] = [];
  try {
    return await verb.run(contextOf(parsed, io, host, sessions));
  } finally {
    for (const session of sessions) session.close();
  }
}

function contextOf(
  { words, options }: ParsedArguments,
  io: CliIo,
  host: CliHost,
  sessions: Session[],
): VerbContext {
  const path = (given: string) => resolve(io.cwd, given);
  return {
    io,
    host,
    words,
    path,
    option: (name) => options[name],
    say: (said) => void io.stderr.write(`${said}\n`),
    open: (access) => {
      const session = openSession(path(words[0] ?? ''), access === 'read');
      sessions.push(session);
      return session;
    },
  };
}

function printOutcome(io: CliIo, json: boolean, { json: value, lines }: Outcome): void {
  if (json) io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  else if (lines.length > 0) io.stdout.write(`${lines.join('\n')}\n`);
}

/** An error is a result as well: with `--json` it is the one value. */
function fail(io: CliIo, [verb, ...given]: readonly string[], error: unknown): ExitCode {
  const json = given.includes('--json');
  const usage = error instanceof UsageError;
  const { code, message } = usage ? { code: 'usage', message: error.message } : describeError(error);
  if (json) io.stdout.write(`${JSON.stringify({ error: { code, message } }, null, 2)}\n`);
  io.stderr.write(`casebook: ${message}\n`);
  if (usage) io.stderr.write(`Try: casebook help${isVerb(verb) ? ` ${verb}` : ''}\n`);
  return usage ? 2 : 1;
}

function describeError(error: unknown): { readonly code: string; readonly message: string } {
  const known = error instanceof CasebookError ? error : toCasebookError(error);
  return { code: known.code, message: known.message };
}
