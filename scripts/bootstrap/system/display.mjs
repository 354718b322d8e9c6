import { spawn } from 'node:child_process';
import { SetupFailure } from '../base/failure.mjs';
import { isOnPath } from './packages.mjs';

/** Whether windows can be shown on this machine as it is. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Starts a virtual display of our own, which picks a free number itself. It ends with `stop` and with this process,
 * also when that is killed: the kernel sends it a signal then (setpriv).
 *
 * @returns {Promise<{ name: string, stop: () => void }>} `name` as for DISPLAY, e.g. ":1"
 */
export async function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'];
  const command = isOnPath('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', 'Xvfb'] : ['Xvfb'];
  const server = spawn(command[0], [...command.slice(1), ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => server.kill();
  process.once('exit', stop);
  server.unref();
  return { name: `:${await displayNumber(server)}`, stop };
}

function displayNumber(server) {
  return new Promise((done, fail) => {
    const give = (error) => fail(displayFailure(error?.message ?? 'it ended at once'));
    let text = '';
    server.once('error', give);
    server.once('exit', () => give());
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.endsWith('\n')) return;
      server.stdio[3].destroy();
      done(text.trim());
    });
  });
}

function displayFailure(reason) {
  return new SetupFailure(
    `The virtual display (Xvfb) could not be started: ${reason}.`,
    'Install it (apt-get install xvfb), or set DISPLAY to a display that is there.',
  );
}
