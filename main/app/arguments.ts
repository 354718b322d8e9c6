/** What the command line asks of the program: a verb of the `casebook` command, a notebook to open, or nothing. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The verbs that run without a window. */
const verbs: ReadonlySet<string> = new Set([
  'new',
  'import',
  'list',
  'search',
  'export',
  'prove',
  'annotate',
  'compare',
  'check',
  'repair',
  'help',
]);

/** The program's own arguments: those after the executable and, in development, after the folder of the app. */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const own = argv.slice(1).filter((argument) => !isChromiumSwitch(argument));
  return isPackaged
    ? own
    : own.slice(own.findIndex((argument) => existsSync(resolve(argument, 'package.json'))) + 1);
}

/** Chromium and Electron take long switches with a single value; the verbs' own options come after a verb. */
function isChromiumSwitch(argument: string): boolean {
  return /^--?(user-data-dir|no-sandbox|remote-debugging-port|inspect|inspect-brk|enable-|disable-|ozone-|allow-fallback-runtime|require)/.test(
    argument,
  );
}

/** The arguments for the command line when the first one is a verb; null: the window is wanted. */
export function commandLineOf(own: readonly string[]): readonly string[] | null {
  const [first] = own;
  return first !== undefined && verbs.has(first) && !first.endsWith('.casebook') ? own : null;
}

/** The notebook file named on the command line, or null. */
export function notebookOf(own: readonly string[], workingFolder: string): string | null {
  const named = own.find((argument) => argument.endsWith('.casebook'));
  return named ? resolve(workingFolder, named) : null;
}
