/** The command line on plain Node: the process's own streams and exit code. */
import { runCli } from './run-cli';

// A reader that stops reading (`| head`) is no error.
process.stdout.on('error', () => process.exit(0));

void runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
}).then((code) => {
  process.exitCode = code;
});
