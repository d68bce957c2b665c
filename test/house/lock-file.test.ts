import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * `npm ci` refuses a lock file that lacks a package, even one made for another machine; `npm install` writes such
 * a file without a word when a registry does not have that package. Better known here than in a clean clone.
 */
describe('package-lock.json', () => {
  const text = readFileSync(resolve(__dirname, '../../package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockedPackage>> };

  it('holds every package that a locked package asks for', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isLocked(name, path))
        .map((name) => `${name}, asked for by ${path || 'package.json'}`),
    );
    assert.deepEqual(missing, []);
  });

  /** A package is looked for where node looks for it: beside the one that asks, then further up. */
  function isLocked(name: string, asker: string): boolean {
    if (`${asker}${asker === '' ? '' : '/'}node_modules/${name}` in packages) return true;
    return asker !== '' && isLocked(name, asker.slice(0, Math.max(0, asker.lastIndexOf('/node_modules/'))));
  }
});
