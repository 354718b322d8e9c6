// The process that MiniSearch is measured in: indexes the files of a folder, then answers { words, asTyped } with its time.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const [module_, folder] = process.argv.slice(2);
// By its name, so that the package says which of its builds is for here.
const MiniSearch = require(require.resolve('minisearch', { paths: [module_] }));

const before = process.memoryUsage().rss;
const start = performance.now();
const index = new MiniSearch({ fields: ['title', 'text'] });
for (const name of readdirSync(folder)) {
  const [title, ...paragraphs] = readFileSync(join(folder, name), 'utf8').split('\n');
  index.add({ id: Number.parseInt(name, 10), title, text: paragraphs.join('\n') });
}
process.send({ time: performance.now() - start, memory: process.memoryUsage().rss - before });

process.on('message', ({ words, asTyped }) => {
  const asked = performance.now();
  const found = index.search(words, { combineWith: 'AND', prefix: asTyped }).slice(0, 20);
  process.send({ time: performance.now() - asked, memory: found.length });
});
process.on('disconnect', () => process.exit(0));
