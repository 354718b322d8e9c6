import { describeFailure } from './bootstrap/base/failure.mjs';
import { ENDING_SIGNALS, signalNumber } from './bootstrap/base/run-program.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { TASKS } from './tasks/table.mjs';

// The entry of every npm script: `node scripts/run.mjs TASK [arguments]`. It prepares what the task needs and runs it.
// Until the dependencies are there it runs on what Node 18 brings alone.

const [name, ...args] = process.argv.slice(2);
const task = TASKS[name];
if (!task) {
  process.stderr.write(`Usage: node scripts/run.mjs TASK [arguments], where TASK is one of\n`);
  for (const [known, { about }] of Object.entries(TASKS))
    process.stderr.write(`  ${known.padEnd(13)} ${about}\n`);
  process.exit(2);
}

for (const signal of ENDING_SIGNALS) process.on(signal, () => endBy(signal));
try {
  const prepared = await prepare(task.needs);
  process.exit(await task.run(prepared, args));
} catch (error) {
  process.stderr.write(describeFailure(error));
  process.exit(1);
}

/** A program in the foreground has got the signal too and is waited for, so that it can end in order. */
function endBy(signal) {
  if (process.listenerCount(signal) === 1) process.exit(128 + signalNumber(signal));
}
