import { say } from '../base/report.mjs';
import { succeeds } from '../base/run-program.mjs';

// Chromium's sandbox refuses to run as root and needs user namespaces otherwise. As root, the app is started in a user
// namespace of its own in which it is an ordinary user: the sandbox is then Chromium's real one.

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * How to start Electron with its sandbox.
 *
 * @param {{ isLinux: boolean, isRoot: boolean, hasNamespaces: boolean }} machine
 * @returns {{ prefix: readonly string[], flags: readonly string[] }} a program before it, switches after it
 */
export function sandboxPlan({ isLinux, isRoot, hasNamespaces }) {
  if (!isLinux) return { prefix: [], flags: [] };
  if (!hasNamespaces) return { prefix: [], flags: ['--no-sandbox'] };
  return { prefix: isRoot ? NAMESPACE : [], flags: [] };
}

/** The plan for this machine; says so where the sandbox has to be left out. */
export function prepareSandbox() {
  const isLinux = process.platform === 'linux';
  const isRoot = process.getuid?.() === 0;
  const hasNamespaces = isLinux && succeeds(NAMESPACE[0], [...NAMESPACE.slice(1), 'true']);
  const plan = sandboxPlan({ isLinux, isRoot, hasNamespaces });
  if (plan.flags.length > 0) {
    say(
      '! User namespaces are not allowed here: the window runs WITHOUT its sandbox. Open only notebooks you trust.',
    );
  }
  return plan;
}
