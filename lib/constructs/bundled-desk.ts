import { join } from "node:path";

const projectRoot = join(import.meta.dirname, "../..");

/** Where the bundle's copy of the built screens lies, from the folder in which a function runs. */
export const deskFolder = "desk";

/** A shell command that builds the desk's screens beside a bundle in `folder`. */
export function bundledDeskCommand(folder: string): string {
  return [
    process.execPath,
    join(projectRoot, "node_modules/vite/bin/vite.js"),
    "build",
    join(projectRoot, "web/desk"),
    "--outDir",
    join(folder, deskFolder),
    "--emptyOutDir",
    "--logLevel",
    "error",
  ]
    .map((word) => JSON.stringify(word))
    .join(" ");
}
