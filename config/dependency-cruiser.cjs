// The layers of docs/architecture.md as rules: who may import whom. scripts/check-layers.mjs runs them and makes
// sure that they saw the whole program; scripts/check-layers.test.mjs proves that each rule fails when it is broken.

const ELECTRON = '(^|/)electron($|/)';
const SQLITE = '(^|/)better-sqlite3($|/)';
const TEST = '\\.test\\.tsx?$';

/** One rule a line: what it forbids, in words, from where, to where. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-cycles', 'nothing is circular', {}, { circular: true }),
    rule('resolvable', 'every import leads somewhere', {}, { couldNotResolve: true }),
    rule(
      'shared-is-alone',
      'shared imports only shared (and pure packages)',
      { path: '^shared/' },
      { path: ['^(main|renderer|e2e|bench|scripts)/', ELECTRON, SQLITE, '(^|/)node_modules/react(-dom)?/'] },
    ),
    rule(
      'no-node-in-shared',
      'shared runs on both sides: no Node built-ins',
      { path: '^shared/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'no-main-in-renderer',
      'the window and the main process meet in shared',
      { path: '^renderer/' },
      { path: '^main/' },
    ),
    rule(
      'no-renderer-in-main',
      'the window and the main process meet in shared',
      { path: '^main/' },
      { path: '^renderer/' },
    ),
    rule(
      'no-node-in-renderer',
      'the window is a web page: no Node built-ins, no Electron',
      { path: '^renderer/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'no-electron-in-renderer',
      'the window has one bridge, not Electron',
      { path: '^renderer/' },
      { path: ELECTRON },
    ),
    rule(
      'electron-in-app-only',
      'store, import, export, suggest, ipc and cli run without Electron',
      { path: '^main/', pathNot: '^main/(app/|preload)' },
      { path: ELECTRON },
    ),
    rule(
      'sqlite-in-store-only',
      'better-sqlite3 is imported in main/store alone',
      { path: '^(main|renderer|shared)/', pathNot: '^main/store/' },
      { path: SQLITE },
    ),
    rule(
      'store-is-below',
      'the store knows nothing of what stands on it',
      { path: '^main/store/' },
      { path: '^main/(app|ipc|cli)/' },
    ),
    rule(
      'views-are-apart',
      'a view never imports another view',
      { path: '^renderer/views/([^/]+)/' },
      { path: '^renderer/views/', pathNot: '^renderer/views/$1/' },
    ),
    rule(
      'ui-knows-no-domain',
      'renderer/ui is buttons, lists and dialogs; it knows no domain word',
      { path: '^renderer/ui/' },
      { path: '^(renderer/(?!ui/)|shared/(?!text/|model/assert-never))' },
    ),
    rule(
      'no-tests-in-program',
      'the program never imports a test, a journey or a benchmark',
      { path: '^(main|renderer|shared)/', pathNot: TEST },
      { path: [TEST, '^(e2e|bench|scripts)/'] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^out/', '^dist/', '\\.css$', '[?]'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
