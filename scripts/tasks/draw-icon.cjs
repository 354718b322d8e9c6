// Run by Electron (`npm run icon`): draws resources/icon.svg as the PNG of which electron-builder makes the icons of
// every system.

const { app, BrowserWindow } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');

const SIZE = 1024;
const folder = resolve(__dirname, '../../resources');

app.commandLine.appendSwitch('force-device-scale-factor', '1');
void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: SIZE,
    height: SIZE,
    useContentSize: true,
    frame: false,
    transparent: true,
    show: false,
    webPreferences: { offscreen: true },
  });
  const picture = readFileSync(resolve(folder, 'icon.svg')).toString('base64');
  const page = `<style>html,body{margin:0;overflow:hidden}img{display:block}</style>
    <img width="${SIZE}" height="${SIZE}" src="data:image/svg+xml;base64,${picture}">`;
  await window.loadURL(`data:text/html,${encodeURIComponent(page)}`);
  await new Promise((done) => setTimeout(done, 500));
  const image = await window.webContents.capturePage();
  writeFileSync(resolve(folder, 'icon.png'), image.resize({ width: SIZE, height: SIZE }).toPNG());
  app.quit();
});
