import { promises } from "node:fs";

/** Reads a text file of a folder by its path in it; undefined where there is none. The path is the program's, never a person's. */
export function webFiles(folder: string): (path: string) => Promise<string | undefined> {
  return (path) => promises.readFile(`${folder}/${path}`, "utf8").catch(() => undefined);
}
