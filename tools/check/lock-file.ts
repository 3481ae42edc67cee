type Versions = Readonly<Record<string, string>>;

/** One entry of package-lock.json, or one package.json, as far as these checks look. */
interface LockEntry {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

/**
 * What a package.json of the workspace says and the lock file does not know yet: `npm ci` would refuse it.
 *
 * @param manifests folder (the root is '') to the text of its package.json
 */
export function unlockedChanges(lockFile: string, manifests: Readonly<Record<string, string>>): string[] {
  const packages = packagesOf(JSON.parse(lockFile));
  return Object.entries(manifests).flatMap(([folder, text]) => {
    const locked = packages[folder];
    if (locked === undefined) return [`${folder} is not in the lock file: run npm install`];
    const manifest: LockEntry = asEntry(JSON.parse(text));
    return (['dependencies', 'devDependencies', 'optionalDependencies'] as const)
      .filter((kind) => !areEqual(manifest[kind] ?? {}, locked[kind] ?? {}))
      .map((kind) => `${folder}/package.json and the lock file differ in ${kind}: run npm install`);
  });
}

function areEqual(some: Versions, others: Versions): boolean {
  const names = Object.keys(some);
  return names.length === Object.keys(others).length && names.every((name) => some[name] === others[name]);
}

function asEntry(value: unknown): LockEntry {
  return typeof value === 'object' && value !== null ? value : {};
}

/**
 * The optional packages that an entry of the lock file names and no entry holds. npm writes such a lock when a release
 * lacks a package for some platform, and then refuses it in `npm ci`.
 */
export function missingOptionalPackages(lockFile: string): string[] {
  const packages = packagesOf(JSON.parse(lockFile));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !candidatesFor(path, name).some((candidate) => candidate in packages))
      .map((name) => `${path === '' ? 'package.json' : path} asks for ${name}, which the lock file lacks`),
  );
}

/** Where Node would look for a package, from the inside out. */
function candidatesFor(path: string, name: string): string[] {
  const folders = path === '' ? [] : path.split('/node_modules/');
  const nested = folders.map(
    (_folder, index) => `${folders.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`,
  );
  return [...nested.reverse(), `node_modules/${name}`];
}

function packagesOf(lock: unknown): Record<string, LockEntry> {
  if (typeof lock !== 'object' || lock === null || !('packages' in lock)) throw new Error('This is no lock file');
  const { packages } = lock;
  if (!isPackages(packages)) throw new Error('The lock file lists no packages');
  return packages;
}

function isPackages(value: unknown): value is Record<string, LockEntry> {
  return typeof value === 'object' && value !== null;
}
