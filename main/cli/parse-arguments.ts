/** Splits what was written after a verb into words and options; what is written in a wrong way is a `UsageError`. */
import { parseArgs } from 'node:util';
import { UsageError, type Verb } from './verb';

export interface ParsedArguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  readonly help: boolean;
}

/** Words that begin with a single `-` are put behind `--`, where they are no options. */
function protectDashedWords(given: readonly string[], verb: Verb): string[] {
  const options: string[] = [];
  const words: string[] = [];
  let rest = false;
  for (let index = 0; index < given.length; index++) {
    const each = given[index] ?? '';
    if (rest || !/^--|^-h$/.test(each)) words.push(each);
    else if (each === '--') rest = true;
    else {
      options.push(each);
      const next = given[index + 1];
      if (verb.options[each.slice(2)]?.value !== undefined && next !== undefined) {
        options.push(next);
        index++;
      }
    }
  }
  return [...options, '--', ...words];
}

function parse(given: readonly string[], verb: Verb): ReturnType<typeof parseArgs> {
  const named = Object.entries(verb.options).map(
    ([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' } as const] as const,
  );
  try {
    return parseArgs({
      args: verb.dashedWords ? protectDashedWords(given, verb) : [...given],
      options: {
        ...Object.fromEntries(named),
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // Node goes on with how a word could begin with a dash, which nobody meant.
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    throw new UsageError(`${said.replace(/\.$/, '')}.`);
  }
}

function checkCount(words: readonly string[], verb: Verb): void {
  if (words.length < verb.fewestWords)
    throw new UsageError(`Something is missing: casebook ${verb.name} ${verb.words}`);
  if (words.length > verb.mostWords)
    throw new UsageError(`Not understood: ${words.slice(verb.mostWords).join(' ')}`);
}

/** Reads the arguments of a verb. Throws `UsageError`. */
export function parseArguments(given: readonly string[], verb: Verb): ParsedArguments {
  const { positionals, values } = parse(given, verb);
  const help = values['help'] === true;
  if (!help) checkCount(positionals, verb);
  const options = Object.fromEntries(
    Object.keys(verb.options).map((name) => [
      name,
      values[name] === undefined ? undefined : String(values[name]),
    ]),
  );
  return { words: positionals, options, json: values['json'] === true, help };
}
