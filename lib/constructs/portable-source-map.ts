import { readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const projectRoot = join(import.meta.dirname, "../..");
const installed = "node_modules/";

/**
 * The name under which a bundle's source map lists a source, wherever the project and its packages lie: the path inside
 * the project, and for a package the path from `node_modules/`. `folder` is where the map lies.
 */
export function portableSource(source: string, folder: string, root = projectRoot): string {
  const path = resolve(folder, source).replaceAll("\\", "/");
  const start = path.indexOf(`/${installed}`);
  return start >= 0 ? path.slice(start + 1) : relative(root, path).replaceAll("\\", "/");
}

/**
 * A shell command that makes the source map of a bundle in `folder` portable. esbuild names sources by their way from the
 * output folder; left so, the same code is another asset when it is built elsewhere, and is deployed again.
 */
export function portableSourceMapCommand(folder: string): string {
  return [process.execPath, import.meta.filename, folder].map((word) => JSON.stringify(word)).join(" ");
}

function makePortable(folder: string): void {
  const file = join(folder, "index.mjs.map");
  const map = JSON.parse(readFileSync(file, "utf8")) as { readonly sources: readonly string[] };
  const sources = map.sources.map((source) => portableSource(source, folder));
  writeFileSync(file, JSON.stringify({ ...map, sources }));
}

const [, , bundleFolder] = process.argv;
if (import.meta.main && bundleFolder !== undefined) makePortable(bundleFolder);
