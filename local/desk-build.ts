import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";

const projectRoot = join(import.meta.dirname, "..");

/** What the built screens follow from. */
const sources = ["web/desk/**/*.{ts,tsx,css,html,json}", "contract/**/*.ts", "package-lock.json"];

/** The desk's screens, built or being built. */
export interface DeskBuild {
  readonly folder: string;
  /** Why it cannot be had; undefined while it is being built, and once it is there. */
  problem(): string | undefined;
  isReady(): boolean;
  /** Until it is there, or is known not to come. */
  readonly finished: Promise<void>;
}

/**
 * Builds the desk's screens into a folder of `cacheFolder` that is named after what they are built from: what was built
 * once is there at once the next time. Several may build at the same time; the first that is ready stays.
 */
export function buildDesk(cacheFolder: string): DeskBuild {
  const folder = resolve(cacheFolder, fingerprintOfSources());
  let problem: string | undefined;
  const finished = existsSync(folder)
    ? Promise.resolve()
    : build(folder).catch((cause: unknown) => {
        problem = cause instanceof Error ? cause.message : String(cause);
      });
  return { folder, problem: () => problem, isReady: () => existsSync(folder), finished };
}

function fingerprintOfSources(): string {
  const hash = createHash("sha256");
  for (const file of globSync(sources, { cwd: projectRoot }).toSorted())
    hash.update(`${file}\n`).update(readFileSync(join(projectRoot, file)));
  return hash.digest("hex").slice(0, 16);
}

async function build(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await runVite(unfinished);
  await rename(unfinished, folder).catch(async (cause: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw cause;
  });
}

/** In a process of its own: the service goes on answering meanwhile. */
async function runVite(folder: string): Promise<void> {
  const vite = join(projectRoot, "node_modules/vite/bin/vite.js");
  const child = spawn(
    process.execPath,
    [
      vite,
      "build",
      join(projectRoot, "web/desk"),
      "--outDir",
      folder,
      "--emptyOutDir",
      "--logLevel",
      "error",
    ],
    {
      cwd: projectRoot,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  const stop = () => void child.kill();
  process.once("exit", stop);
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  process.removeListener("exit", stop);
  if (code !== 0) throw new Error(`The desk's screens could not be built.\n${said}`);
}
