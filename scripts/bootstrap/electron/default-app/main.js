// What the fallback Electron runs when it is started with an application's folder: the part of Electron's own default
// application that development and Playwright need, `-r MODULE` and the path of the application. Everything else
// (its welcome window, a REPL) is left out.

const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

/** Splits the arguments into modules to load first and the application; switches are Chromium's. */
function readArguments(args) {
  const modules = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') modules.push(args[++i]);
    else if (!args[i].startsWith('-')) return { modules, application: args[i] };
  }
  return { modules, application: undefined };
}

function describeApplication(folder) {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const name = description.productName || description.name;
  if (name) app.name = name;
  if (description.version) app.setVersion(description.version);
  app.setDesktopName(description.desktopName || `${app.name}.desktop`);
  app.setAppPath(folder);
}

const { modules, application } = readArguments(process.argv.slice(1));
process.defaultApp = true;
for (const name of modules) Module._load(name, module, false);
if (application === undefined) {
  process.stderr.write('Usage: electron [-r MODULE] PATH [arguments]\n');
  app.exit(2);
} else {
  const target = path.resolve(application);
  if (statSync(target).isDirectory()) describeApplication(target);
  Module._load(require.resolve(target), Module, true);
}
