import { basename, isAbsolute, resolve } from 'node:path';
import { foreground } from '../bootstrap/base/run-program.mjs';
import { prepare } from '../bootstrap/prepare.mjs';
import { buildIfChanged, forgetBuild } from './build.mjs';
import { callerFolder, runTool } from './tools.mjs';

/** The application in its window, on the production build. Files are read from where the person is. */
export async function startApplication(prepared, args) {
  await buildIfChanged(prepared);
  const env = { ...prepared.env };
  return foreground(env.CASEBOOK_ELECTRON_LAUNCHER, [prepared.root, ...args.map(absolute)], {
    cwd: prepared.root,
    env,
  });
}

/** The application rebuilt and reloaded as its sources change. */
export function startDevelopment(prepared, args) {
  forgetBuild(prepared.root); // it writes to out/ too, in its own way
  return runTool(prepared, 'electron-vite', [
    'dev',
    '--watch',
    '-c',
    'config/electron.vite.config.ts',
    ...args,
  ]);
}

/**
 * The command line, without a window: nothing but its own words on standard output. A PDF is printed by the application,
 * which alone has Chromium: that one export is handed to it, on a display that nobody sees.
 */
export async function startCommandLine(prepared, args) {
  await buildIfChanged(prepared);
  if (asksForPdf(args)) return printByApplication(args);
  const program = resolve(prepared.root, 'out/main/cli.cjs');
  return foreground(prepared.node.executable, [program, ...args], { cwd: callerFolder(), env: prepared.env });
}

function asksForPdf(args) {
  const given = args.indexOf('--format');
  return args[0] === 'export' && (args.includes('--format=pdf') || (given >= 0 && args[given + 1] === 'pdf'));
}

async function printByApplication(args) {
  const { root, env } = await prepare({ electron: true, display: true });
  return foreground(env.CASEBOOK_ELECTRON_LAUNCHER, [root, ...args], { cwd: callerFolder(), env });
}

/** npm runs us from the repository; a path that a person gives is meant from where they stand. */
function absolute(argument) {
  const isPath = !argument.startsWith('-') && basename(argument).includes('.') && !isAbsolute(argument);
  return isPath ? resolve(callerFolder(), argument) : argument;
}
