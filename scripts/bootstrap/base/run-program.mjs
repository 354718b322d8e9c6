import { spawn, spawnSync } from 'node:child_process';
import { SetupFailure } from './failure.mjs';

/** Signals that end us, and that the program in the foreground must get too. */
export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Programs that run in the background: they end with us. */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a program to its end and keeps what it wrote.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is both streams in order
 */
export function capture(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    running.add(child);
    let stdout = '';
    let output = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => done({ code: 127, stdout, output: `${output}${error.message}` }));
    child.on('close', (code) => {
      running.delete(child);
      done({ code: code ?? 1, stdout, output });
    });
  });
}

/**
 * Runs a program in the foreground, on our own terminal, and passes on the signals that end us.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function foreground(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of ENDING_SIGNALS) process.on(signal, pass);
    const orphanWatch = whenOrphaned(() => child.kill('SIGTERM'));
    const release = () => {
      clearInterval(orphanWatch);
      for (const signal of ENDING_SIGNALS) process.off(signal, pass);
    };
    child.on('error', (error) => {
      release();
      fail(
        new SetupFailure(
          `${command} could not be started: ${error.message}.`,
          'Is it installed and on the PATH?',
        ),
      );
    });
    child.on('close', (code, signal) => {
      release();
      done(code ?? 128 + signalNumber(signal));
    });
  });
}

/** npm runs us in a shell, and a signal to npm ends that shell alone: that our parent is gone is how we hear of it. */
function whenOrphaned(end) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => process.ppid !== parent && end(), 500);
}

/** Whether a program runs and says yes: for short probes. */
export function succeeds(command, args = []) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** The number of a signal that ends a program: its exit code is 128 more. */
export function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1;
}
