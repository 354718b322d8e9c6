// The lock file must name the packages of every platform, or `npm ci` refuses it. npm leaves out those that it finds
// neither in node_modules nor on the registry it asks; `node scripts/complete-lock.mjs` puts them back.

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The optional packages that a package of the lock file asks for and the lock file does not hold.
 *
 * @param {Readonly<Record<string, { optionalDependencies?: Readonly<Record<string, string>> }>>} packages
 * @returns {readonly { name: string, version: string }[]}
 */
export function missingOptional(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map(([name, version]) => ({ name, version })),
  );
}

/**
 * The entry of a platform's package, read from its name, e.g. "@swc/core-linux-arm64-gnu". It has no checksum: the
 * registry that made the lock file does not have the package.
 */
export function platformEntry({ name, version }) {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((one) => words.includes(one));
  const processor = PROCESSORS.find((one) => words.includes(one));
  if (!processor || !/^\d/.test(version)) throw new Error(`${name}@${version} is not a platform's package.`);
  const libc = system === 'linux' && libcOf(words);
  return {
    version,
    cpu: [processor],
    dev: true,
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(system && { os: [system] }),
  };
}

function libcOf(words) {
  if (words.some((word) => word.startsWith('musl'))) return 'musl';
  return words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
}
