import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const packages = Object.entries(lock.packages);

test("the lock file has every platform's compilers and linters, as npm ci demands (npm run lock)", () => {
  const asked = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version })),
  );
  const exact = asked.filter(({ version }) => /^\d/.test(version));
  expect(exact.length).toBeGreaterThan(50);
  const missing = exact.filter(({ path, name, version }) => {
    const beside = `${path.slice(0, path.lastIndexOf("node_modules/"))}node_modules/${name}`;
    return ![beside, `node_modules/${name}`].some((place) => lock.packages[place]?.version === version);
  });
  expect(missing).toEqual([]);
});

test("the lock file names no address", () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(packages.length).toBeGreaterThan(200);
});

test("every dependency is pinned to one version", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;
  const versions = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(versions.length).toBeGreaterThan(15);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
