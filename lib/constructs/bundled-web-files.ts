import { cpSync, globSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

const webFolder = join(import.meta.dirname, "../../web");

/** The files that the form's pages name, by their path in `web/`: `base.css` and what browsers read of `form/`. */
export function webFilePaths(): string[] {
  const found = ["base.css", "form/*.css", "form/*.js"].flatMap((pattern) =>
    globSync(join(webFolder, pattern)),
  );
  return found.map((path) => relative(webFolder, path).replaceAll("\\", "/")).sort();
}

/** The names under which they are served, all on one level. */
export function webFileNames(): string[] {
  return webFilePaths().map((path) => basename(path));
}

/** A shell command that lays the form's files beside a bundle in `folder`, in a folder `web` that is laid out like the project's. */
export function bundledWebFilesCommand(folder: string): string {
  return [process.execPath, import.meta.filename, folder].map((word) => JSON.stringify(word)).join(" ");
}

function layBeside(bundleFolder: string): void {
  for (const path of webFilePaths()) {
    const target = join(bundleFolder, "web", dirname(path), basename(path));
    cpSync(join(webFolder, path), target, { recursive: true });
  }
}

const [, , bundleFolder] = process.argv;
if (import.meta.main && bundleFolder !== undefined) layBeside(bundleFolder);
