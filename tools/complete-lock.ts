import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Completes package-lock.json with the packages of other platforms (`npm run lock`).
 *
 * Compilers and linters come as one optional package a platform. npm writes only those into the lock file that it could
 * read on the day, and `npm ci` refuses a lock file that lacks one. A mirror that does not carry every platform
 * would so make a lock file that works nowhere. Each missing one is entered with its version and the platform that its
 * name says; `npm ci` then leaves out what is for another platform.
 */
interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

interface Lock {
  packages: Record<string, LockedPackage>;
}

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/** The lock file with every platform's package of every package in it, each beside the package that asks for it. */
function completed(lock: Lock): Lock {
  const packages = { ...lock.packages };
  for (const [path, { optionalDependencies = {}, dev = false }] of Object.entries(lock.packages)) {
    const folder = path.slice(0, path.lastIndexOf("node_modules/"));
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const there = [`${folder}node_modules/${name}`, `node_modules/${name}`].map((place) => packages[place]);
      if (processorsOf(name).length > 0 && !there.some((found) => found?.version === version))
        packages[`${folder}node_modules/${name}`] = platformPackage(name, version, dev);
    }
  }
  const inOrder = Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(inOrder) };
}

function platformPackage(name: string, version: string, dev: boolean): LockedPackage {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const musl = words.some((word) => word.startsWith("musl"));
  return {
    version,
    cpu: processorsOf(name),
    ...(dev && { dev }),
    ...(os.includes("linux") && { libc: [musl ? "musl" : "glibc"] }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/** The processors in a package's name; none where it is for every platform. */
function processorsOf(name: string): string[] {
  const words = name.split(/[/-]/);
  return processors.filter((processor) => words.includes(processor));
}

const file = join(import.meta.dirname, "..", "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
const complete = completed(lock);
writeFileSync(file, `${JSON.stringify(complete, undefined, 2)}\n`);
console.log(`${Object.keys(complete.packages).length - Object.keys(lock.packages).length} packages added`);
