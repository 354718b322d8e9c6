/** A hostile page is brought in and read: nothing of it runs, nothing is fetched, and what remains is plain text. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { importByMenu, makeNotebook } from '../notebook-steps';
import { articleText, openArticle } from '../reading';

/** A server on this machine that notes what reaches it. */
async function startListener() {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.end('reached');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, paths, stop: () => server.close() };
}

/** Every way in that a page has: each would call the listener or leave a mark on the window. */
function hostilePage(url: string): string {
  const mark = (what: string) => `window.hostile='${what}';fetch('${url}/${what}')`;
  const story =
    '<p>The harbour master said that nobody had seen the third boat before it was too late.</p>'.repeat(6);
  return `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>A hostile page</title>
<meta http-equiv="refresh" content="0;url=${url}/refresh">
<base href="${url}/base/"><link rel="stylesheet" href="${url}/style.css"><link rel="preload" as="image" href="${url}/preload.png">
<style>@import url("${url}/import.css"); body { background: url("${url}/background.png") } @font-face { font-family: x; src: url("${url}/font.woff2") }</style>
<script>${mark('script')}</script><script src="${url}/script.js"></script><script type="module">${mark('module')}</script>
</head><body onload="${mark('onload')}"><article>
<h1 onclick="${mark('onclick')}" style="background:url(${url}/style-attribute.png)">A hostile page</h1>
${story}
<p>Before <img src="${url}/image.png" onerror="${mark('onerror')}" srcset="${url}/srcset.png 2x"> after the picture.</p>
<p><img src="x" onerror="${mark('onerror-x')}"><svg onload="${mark('svg')}"><script>${mark('svg-script')}</script><image href="${url}/svg.png"/></svg><math><mtext><script>${mark('math')}</script></mtext></math></p>
<p><a href="javascript:${mark('href')}">A link that runs</a> and <a href="${url}/link" ping="${url}/ping" target="_blank">a link that leaves</a>.</p>
<iframe src="${url}/frame"></iframe><iframe srcdoc="<script>parent.hostile='srcdoc'</script>"></iframe>
<object data="${url}/object"></object><embed src="${url}/embed"><video src="${url}/video" poster="${url}/poster.png" autoplay></video><audio src="${url}/audio" autoplay></audio>
<form action="${url}/form"><input name="secret" autofocus onfocus="${mark('onfocus')}"><button>Send it</button></form>
<details open ontoggle="${mark('ontoggle')}"><summary>More</summary><p>Hidden words of the story.</p></details>
<noscript><img src="${url}/noscript.png"></noscript><template><img src="${url}/template.png" onerror="${mark('template')}"></template>
<table background="${url}/table.png"><tr><td><p>Cell of the story</p></td></tr></table>
<p>&lt;script&gt;${mark('escaped')}&lt;/script&gt; stays words.</p>
${story}</article></body></html>`;
}

test('scripts, handlers, frames, forms, pictures and styles of a page are inert, and nothing is fetched', async ({
  launch,
  folder,
}) => {
  const listener = await startListener();
  const path = join(folder, 'hostile.html');
  await writeFile(path, hostilePage(listener.url));
  const application = await launch();
  const { app, window } = application;
  // Everything that the session is asked for, refused or not.
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'askedFor', asked);
    session.defaultSession.webRequest.onSendHeaders(({ url }) => void asked.push(url));
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => void asked.push(url));
  });
  await makeNotebook(application, join(folder, 'hostile.casebook'));
  await importByMenu(application, [path]);
  await openArticle(window, /A hostile page/);
  const text = articleText(window);
  await expect(text).toContainText('The harbour master said');
  await expect(text).toContainText('stays words');

  await text.getByText('A link that runs').click();
  await text.getByText('a link that leaves').click();
  await text.getByRole('heading', { name: 'A hostile page' }).click();
  await window.waitForTimeout(1000);

  const found = await text.evaluate((root) => {
    const elements = [...root.querySelectorAll('*')];
    const handlers = elements.flatMap((one) =>
      one.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    const active = root.querySelectorAll(
      'script, iframe, object, embed, form, input, video, audio, svg, link, style, base',
    );
    const remote = elements.filter((one) =>
      /https?:/.test(one.getAttribute('src') ?? one.getAttribute('href') ?? ''),
    );
    const mark: unknown = Reflect.get(globalThis, 'hostile');
    return { handlers, active: active.length, remote: remote.length, mark, at: location.origin };
  });
  expect(found).toEqual({ handlers: [], active: 0, remote: 0, mark: undefined, at: 'casebook://app' });
  expect(app.windows()).toHaveLength(1);
  const asked = await app.evaluate(() => Reflect.get(globalThis, 'askedFor') as string[]);
  expect(asked.filter((url) => !/^(casebook|data|blob|devtools):/.test(url))).toEqual([]);
  // The listener does hear who calls it.
  await fetch(`${listener.url}/alive`);
  expect(listener.paths).toEqual(['/alive']);
  listener.stop();
});

test('markup in a title, a pasted piece and a comment stays words', async ({ application, folder }) => {
  const { window } = application;
  await makeNotebook(application, join(folder, 'pasted.casebook'));
  await window.evaluate(() => {
    const clipboardData = new DataTransfer();
    const html = `<h1>Pasted &lt;img src=x onerror=hostile=1&gt;</h1><p onclick="hostile=2">Pasted words <img src=x onerror="hostile=3"> here.</p>`;
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'Pasted words here.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await openArticle(window, /Pasted <img/);
  await expect(articleText(window)).toContainText('Pasted words');
  await articleText(window).getByText('Pasted words').click();
  expect(await window.evaluate(() => typeof Reflect.get(globalThis, 'hostile'))).toBe('undefined');
  expect(await articleText(window).locator('img').count()).toBe(0);
});
