/** The walls around the window, tried in the running application: what a hostile page in it could attempt. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { makeNotebook } from '../notebook-steps';

/** A server on this machine that counts what reaches it. */
async function startListener(): Promise<{
  readonly url: string;
  readonly count: () => number;
  readonly server: Server;
}> {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  server.on('upgrade', () => {
    requests += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, count: () => requests, server };
}

test('the window has no Node, no Electron, and one narrow bridge', async ({ application }) => {
  const { app, window } = application;
  const reach = await window.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    module: typeof Reflect.get(globalThis, 'module'),
    bridge: Object.keys(Reflect.get(globalThis, 'casebook')).sort(),
    origin: location.origin,
  }));
  expect(reach).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    bridge: ['invoke', 'listen', 'pathOfFile', 'platform'],
    origin: 'casebook://app',
  });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Documented only as a name; there since Electron 8.
    const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
    const all: Record<string, unknown> = typeof read === 'function' ? read.call(contents) : {};
    return {
      sandbox: all['sandbox'],
      contextIsolation: all['contextIsolation'],
      nodeIntegration: all['nodeIntegration'],
    };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('every page comes with the strict policy, and nothing else is served', async ({ application }) => {
  const { window } = application;
  const answers = await window.evaluate(async () => {
    const page = await fetch('casebook://app/index.html');
    const status = async (address: string) => (await fetch(address)).status;
    return {
      policy: page.headers.get('content-security-policy') ?? '',
      nosniff: page.headers.get('x-content-type-options'),
      above: await status('casebook://app/%2e%2e/main/main.cjs'),
      encoded: await status('casebook://app/..%2fmain%2fmain.cjs'),
      absent: await status('casebook://app/nothing.js'),
    };
  });
  expect(answers.policy).toContain("default-src 'none'");
  expect(answers.policy).toContain("script-src 'self'");
  expect(answers.policy).not.toContain('unsafe-eval');
  expect(answers).toMatchObject({ nosniff: 'nosniff', above: 404, encoded: 404, absent: 404 });
});

/** Each way a page has to reach out; answers which of them got through. */
function tryToReachOut(window: Page, url: string): Promise<string[]> {
  return window.evaluate(async (address) => {
    const through: string[] = [];
    const attempt = async (name: string, work: () => Promise<unknown>) => {
      const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 1500));
      await Promise.race([work(), timeout]).then(
        () => through.push(name),
        () => {},
      );
    };
    const loaded = (element: HTMLElement) =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.body.append(element);
      });
    await attempt('fetch', () => fetch(address));
    await attempt('image', () =>
      loaded(Object.assign(document.createElement('img'), { src: `${address}/a.png` })),
    );
    await attempt('script', () =>
      loaded(Object.assign(document.createElement('script'), { src: `${address}/a.js` })),
    );
    await attempt('style', () =>
      loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${address}/a.css` })),
    );
    await attempt(
      'socket',
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(address.replace('http', 'ws'));
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
    );
    await attempt('eval', async () => new Function('return 1')());
    navigator.sendBeacon?.(`${address}/beacon`);
    const style = document.createElement('style');
    style.textContent = `@import url(${address}/b.css); body { background: url(${address}/b.png) } @font-face { font-family: x; src: url(${address}/x.woff2) }`;
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = `${address}/frame`;
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return through;
  }, url);
}

test('nothing in the window reaches the network', async ({ application }) => {
  const { app, window } = application;
  const listener = await startListener();
  expect(await tryToReachOut(window, listener.url)).toEqual([]);
  // Past the page's policy: the session itself refuses.
  const refused = await app.evaluate(async ({ session }, url) => {
    try {
      const fetcher: unknown = Reflect.get(session.defaultSession, 'fetch');
      if (typeof fetcher === 'function') await fetcher.call(session.defaultSession, url);
      return false;
    } catch {
      return true;
    }
  }, listener.url);
  expect(refused).toBe(true);
  expect(listener.count()).toBe(0);
  listener.server.close();
});

test('the window does not leave its page, open another, or get a permission', async ({ application }) => {
  const { app, window } = application;
  const listener = await startListener();
  const before = window.url();
  await window.evaluate((url) => {
    location.href = url;
  }, listener.url);
  await window.evaluate((url) => {
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
    document.body.append(form);
    form.submit();
  }, listener.url);
  const opened = await window.evaluate(
    (url) => globalThis.open(url) === null && globalThis.open('casebook://app/index.html') === null,
    listener.url,
  );
  expect(opened).toBe(true);
  await window.waitForTimeout(500);
  expect(window.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const granted = await window.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    const position = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('refused'),
      ),
    );
    return [await state('geolocation'), await state('notifications'), position];
  });
  expect(granted).toEqual(['denied', 'denied', 'refused']);
  expect(listener.count()).toBe(0);
  listener.server.close();
});

test('the bridge takes only what its contract knows', async ({ application, folder }) => {
  await makeNotebook(application, join(folder, 'a.casebook'));
  const codes = await application.window.evaluate(async () => {
    const invoke: (method: unknown, args: unknown) => Promise<{ kind: string; code?: string }> = Reflect.get(
      globalThis,
      'casebook',
    ).invoke;
    const code = async (method: unknown, args: unknown) => (await invoke(method, args)).code ?? 'ok';
    return {
      unknown: await code('dropTables', {}),
      inherited: await code('__proto__', {}),
      noName: await code({ toString: 'listTags' }, {}),
      wrongArgs: await code('getArticle', { id: 7 }),
      extraArgs: await code('listTags', { also: 'this' }),
      hugePage: await code('listNotes', { filter: '', offset: 0, limit: 1_000_000 }),
      right: await code('listTags', {}),
    };
  });
  const refused = 'bad-arguments';
  expect(codes).toEqual({
    unknown: refused,
    inherited: refused,
    noName: refused,
    wrongArgs: refused,
    extraArgs: refused,
    hugePage: refused,
    right: 'ok',
  });
});
