// A process with nothing in it but the store worker: opens a notebook, asks the queries it is given, tells what it took.
// Arguments: WORKER NOTEBOOK; the queries as JSON on standard input. Answers JSON: { opened, first, rss, mostRss }.
const { readFileSync } = require('node:fs');
const { Worker } = require('node:worker_threads');

const [workerPath, path] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(0, 'utf8'));
// As the program starts it: see `main/store/worker/worker-limits.ts`.
const worker = new Worker(workerPath, { resourceLimits: { maxYoungGenerationSizeMb: 12 } });
const waiting = [];
worker.on('message', (reply) => waiting.shift()(reply));

function call(name, args) {
  const start = performance.now();
  return new Promise((done, failed) => {
    waiting.push(({ result }) =>
      result.kind === 'ok' ? done(performance.now() - start) : failed(new Error(result.message)),
    );
    worker.postMessage({ id: 1, name, args });
  });
}

async function main() {
  // The thread's own start is not the notebook's.
  await call('close', null);
  const opened = await call('open', { path, readOnly: false });
  let first = 0;
  for (const { query, asTyped } of queries) {
    const time = await call('query', {
      name: 'search',
      args: { query, offset: 0, limit: 20, ...(asTyped ? { asTyped } : {}) },
    });
    if (first === 0) first = time;
  }
  const { rss } = process.memoryUsage();
  const mostRss = process.resourceUsage().maxRSS * 1024;
  await call('close', null);
  await worker.terminate();
  process.stdout.write(JSON.stringify({ opened, first, rss, mostRss }));
}

void main();
