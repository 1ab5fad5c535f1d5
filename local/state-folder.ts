import { existsSync } from "node:fs";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { threadId } from "node:worker_threads";

/**
 * The folder that holds everything the embedded cloud remembers. Removing it removes the cloud.
 *
 *     .gitignore          keeps all of it out of the repository
 *     dynamodb.sqlite     the tables
 *     s3/                 the buckets and their index
 *     mails/              one JSON file a mail
 *     secret              the key under which telephone numbers are hashed
 *     form-key            the key under which the web form's pages are signed
 *     training.txt        only in a folder of a service for training, which no other service opens; it says so
 */
export interface StateFolder {
  readonly path: string;
  readonly dynamodbFile: string;
  readonly s3Folder: string;
  readonly mailFolder: string;
  readonly secret: string;
  readonly formKey: string;
}

/**
 * Where the state lies: the folder that `CALLCENTRE_STATE` names, relative to the working directory,
 * or `.local` at the root of the project.
 */
export function stateFolderPath(environment: NodeJS.ProcessEnv): string {
  const named = environment.CALLCENTRE_STATE;
  if (named !== undefined && named !== "") return resolve(named);
  return join(dirname(import.meta.dirname), ".local");
}

/** What a service is for: residents and those who imitate them at the first page, or training. */
export type ServicePurpose = "desk" | "training";

/**
 * Where the state of a training lies: a folder of its own within the service's, so that nothing of it is in the service's
 * tables, and removing the one removes the other.
 */
export function trainingFolderPath(environment: NodeJS.ProcessEnv): string {
  return join(stateFolderPath(environment), "training");
}

/**
 * Opens the state folder and creates what is missing in it; several processes may do so at once.
 *
 * `newSecret` is asked for random texts and they are kept; one call for each in a folder's life decides the key.
 * Rejects with one line where the folder cannot be written, and where it was made for another purpose: what came of a
 * training is never read by the service that reports, nor the other way round.
 */
export async function openStateFolder(
  path: string,
  newSecret: () => string,
  purpose: ServicePurpose = "desk",
): Promise<StateFolder> {
  const folder = {
    path,
    dynamodbFile: join(path, "dynamodb.sqlite"),
    s3Folder: join(path, "s3"),
    mailFolder: join(path, "mails"),
  };
  mustBeFor(purpose, path);
  try {
    await mkdir(folder.s3Folder, { recursive: true });
    await mkdir(folder.mailFolder, { recursive: true });
    await writeFile(join(path, ".gitignore"), "*\n");
    if (purpose === "training") await writeFile(join(path, trainingMark), trainingMarkText);
    return {
      ...folder,
      secret: await keptSecret(join(path, "secret"), newSecret),
      formKey: await keptSecret(join(path, "form-key"), newSecret),
    };
  } catch (cause) {
    throw new Error(
      `The state folder ${path} cannot be used (${codeOf(cause)}): let CALLCENTRE_STATE name a folder that can be written.`,
      { cause },
    );
  }
}

const trainingMark = "training.txt";
const trainingMarkText =
  "研修の記録だけが入っているフォルダです。実際の相談の窓口は、このフォルダでは始まりません。\n";

/** A folder without a mark that has a key already was made by a service for the desk. */
function mustBeFor(purpose: ServicePurpose, path: string): void {
  const isForTraining = existsSync(join(path, trainingMark));
  if (purpose === "desk" && isForTraining)
    throw new Error(`The state folder ${path} is for training: let CALLCENTRE_STATE name another one.`);
  if (purpose === "training" && !isForTraining && existsSync(join(path, "secret")))
    throw new Error(`The state folder ${path} is not for training: let CALLCENTRE_STATE name another one.`);
}

/** Keeps the drafts of one process apart. */
let drafts = 0;

/** The secret in `file`, made now if there is none. The link makes it appear whole, and once among many processes. */
async function keptSecret(file: string, newSecret: () => string): Promise<string> {
  const known = await readIfThere(file);
  if (known !== undefined) return known;
  const draft = `${file}.${process.pid}.${threadId}.${++drafts}`;
  await writeFile(draft, newSecret(), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw cause;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, "utf8");
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
