// Loaded into an Electron before its application: says on standard output when the first cell of a list has been painted
// (milliseconds of the epoch), and ends the program. It changes nothing before that.
const { app } = require('electron');

const whenPainted = `new Promise((done) => {
  const { port1, port2 } = window.benchChannel = new MessageChannel();
  port1.onmessage = () => done(performance.timeOrigin + performance.now());
  const painted = () => requestAnimationFrame(() => port2.postMessage(null));
  const isThere = () => document.querySelector('[role=gridcell]') !== null;
  if (isThere()) return painted();
  const watcher = new MutationObserver(() => {
    if (!isThere()) return;
    watcher.disconnect();
    painted();
  });
  watcher.observe(document, { childList: true, subtree: true });
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => void report(contents));
});

async function report(contents) {
  const time = await contents.executeJavaScript(whenPainted);
  process.stdout.write(`painted ${time}\n`, () => app.quit());
}
