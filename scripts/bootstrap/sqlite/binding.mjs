import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, isCached } from '../base/cache.mjs';
import { failureFrom } from '../base/failure.mjs';
import { step } from '../base/report.mjs';
import { capture } from '../base/run-program.mjs';

// Compiles better-sqlite3's own sources for a runtime whose Node-API is older than its prebuilt binding wants. Neither
// node-gyp, Python nor the headers of a Node are needed: the headers come from npm packages.

const NEEDED_NAPI = 10;
const COMPAT = fileURLToPath(new URL('napi8-compat.h', import.meta.url));
const C_FLAGS = ['-O1', '-fPIC', '-std=c99', '-w', '-DNDEBUG'];
const NAPI_FLAGS = [
  '-DNAPI_VERSION=8',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DBUILDING_NODE_EXTENSION',
];
const VISIBILITY_FLAGS = ['-fvisibility=hidden', '-fno-rtti', '-fno-exceptions'];
const CPP_FLAGS = ['-O1', '-fPIC', '-std=c++20', '-w', '-DNDEBUG', ...VISIBILITY_FLAGS, ...NAPI_FLAGS];
const LINK_FLAGS = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];

/** Whether the binding in better-sqlite3's package does not load in this runtime. */
export function needsOwnBinding(runtime) {
  return runtime.napi < NEEDED_NAPI;
}

/**
 * @param {string} root the repository, with its dependencies installed
 * @returns {Promise<string>} the absolute path of the binding for a Node-API 8 runtime
 */
export async function prepareBinding(root) {
  const packages = join(root, 'node_modules');
  const folder = await cached(bindingKey(packages), (draft) => compile(packages, draft));
  return join(folder, 'better_sqlite3.node');
}

/** Whether the binding was compiled before, so that no compiler is needed. */
export function hasBinding(root) {
  return isCached(bindingKey(join(root, 'node_modules')));
}

/** The compile-time options of SQLite, as the package's own build reads them. */
export function sqliteDefines(gypi) {
  return [...gypi.matchAll(/^\s+'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map((match) => `-D${match[1]}`);
}

/** Names everything the result depends on: the packages' versions, the flags and the header of our own. */
function bindingKey(packages) {
  const versions = ['better-sqlite3', 'node-addon-api', 'node-api-headers'].map(
    (name) => JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')).version,
  );
  const inputs = [versions, C_FLAGS, CPP_FLAGS, LINK_FLAGS, process.arch, readFileSync(COMPAT, 'utf8')];
  const hash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 12);
  return `sqlite-${versions[0]}-napi8-${hash}`;
}

async function compile(packages, folder) {
  const source = join(packages, 'better-sqlite3');
  const defines = sqliteDefines(readFileSync(join(source, 'deps/defines.gypi'), 'utf8'));
  const headers = [join(packages, 'node-api-headers/include'), join(packages, 'node-addon-api')];
  const includes = [join(source, 'deps/sqlite3'), ...headers].map((path) => `-I${path}`);
  const [c, cpp, result] = ['sqlite3.o', 'addon.o', 'better_sqlite3.node'].map((name) => join(folder, name));
  await step('Compiling SQLite for this Electron', async () => {
    await Promise.all([
      run('gcc', [...C_FLAGS, ...defines, '-c', join(source, 'deps/sqlite3/sqlite3.c'), '-o', c]),
      run('g++', [
        ...CPP_FLAGS,
        '-include',
        COMPAT,
        ...includes,
        '-c',
        join(source, 'src/better_sqlite3.cpp'),
        '-o',
        cpp,
      ]),
    ]);
    await run('g++', [...LINK_FLAGS, c, cpp, '-ldl', '-lpthread', '-o', result]);
  });
  await Promise.all([rm(c), rm(cpp)]);
}

async function run(compiler, args) {
  const result = await capture(compiler, args);
  if (result.code !== 0) throw failureFrom('Compiling SQLite', result.output);
}
