/**
 * Lexical works only as one copy: its packages find each other by identity. Says which packages the lock file holds
 * more than once, or in another version than the rest; none is well. Its lint plugin is no part of the program.
 *
 * @param {Readonly<Record<string, { version?: string }>>} packages of package-lock.json
 * @returns {readonly string[]}
 */
export function lexicalProblems(packages) {
  const copies = Object.entries(packages)
    .map(([path, { version }]) => ({ path, name: path.split('node_modules/').at(-1), version }))
    .filter(({ name }) => /^(lexical|@lexical\/.+)$/.test(name) && name !== '@lexical/eslint-plugin');
  if (copies.length === 0) return ['lexical is not in the lock file'];
  const version = copies.find(({ path }) => path === 'node_modules/lexical')?.version;
  return [
    ...copies
      .filter(({ path, name }) => path !== `node_modules/${name}`)
      .map(({ path }) => `a second copy: ${path}`),
    ...copies
      .filter((copy) => copy.version !== version)
      .map((copy) => `${copy.name} is ${copy.version}, not ${version}`),
  ];
}
