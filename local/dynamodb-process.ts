import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { portInUse } from "./loopback-server.ts";

/** A DynamoDB server in a process of its own. */
export interface DynamoDbProcess {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Runs the Dynoxide binary on a SQLite file and resolves when it answers.
 *
 * Several processes may each run one on the same file: SQLite keeps them apart. The server never outlives the process
 * that started it, however that ends. `port` 0 takes a free one; a fixed port that is taken rejects with one line.
 */
export async function startDynamoDbProcess(options: {
  readonly binary: string;
  readonly file: string;
  readonly port?: number;
}): Promise<DynamoDbProcess> {
  const fixedPort = options.port ?? 0;
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort === 0 ? await freePort() : fixedPort;
    const outcome = await launch(options.binary, options.file, port);
    if (outcome.kind === "listening") return outcome.running;
    if (outcome.kind === "failed") throw outcome.problem;
    if (fixedPort !== 0 || attempt === 5) throw portInUse(port);
  }
}

type Launch =
  | { readonly kind: "listening"; readonly running: DynamoDbProcess }
  | { readonly kind: "port-in-use" }
  | { readonly kind: "failed"; readonly problem: Error };

async function launch(binary: string, file: string, port: number): Promise<Launch> {
  // A process group of its own, so that Ctrl-C in the terminal does not end the tables before the handlers are done.
  const child = spawn(binary, ["serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", file], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const guard = child.pid === undefined ? undefined : guardOf(child, child.pid);
  const said = await firstWords(child);
  if (said instanceof Error) return { kind: "failed", problem: said };
  if (!said.includes("listening on")) {
    if (said.includes("already in use")) return { kind: "port-in-use" };
    return { kind: "failed", problem: new Error(`The DynamoDB server did not start: ${said.trim()}`) };
  }
  return {
    kind: "listening",
    running: { endpoint: `http://127.0.0.1:${port}`, stop: () => stopBoth(child, guard) },
  };
}

/** What the server printed until it listened or ended, or why it could not be run. */
function firstWords(child: ChildProcess): Promise<string | Error> {
  return new Promise((resolve) => {
    let said = "";
    child.stderr?.on("data", (bytes: Buffer) => {
      if (said.includes("listening on")) return;
      said += bytes.toString();
      if (said.includes("listening on")) resolve(said);
    });
    child.once("error", (cause) => resolve(new Error("The DynamoDB server cannot be run.", { cause })));
    child.once("close", () => resolve(said));
  });
}

/**
 * A shell that ends the server when our end of its standard input closes, which the operating system does however our
 * process dies. Handlers for exit and signals would miss a kill -9 and leave the server running.
 */
function guardOf(child: ChildProcess, processId: number): ChildProcess {
  const guard = spawn("/bin/sh", ["-c", 'read -r line; kill "$1"', "guard", String(processId)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // A server that is gone frees its number for another process, which the guard must not end.
  child.once("exit", () => guard.kill("SIGKILL"));
  return guard;
}

async function stopBoth(child: ChildProcess, guard: ChildProcess | undefined): Promise<void> {
  const ended = Promise.all([child, guard].map(ending));
  child.kill("SIGTERM");
  await ended;
}

/** Resolves when a process is no more. */
async function ending(child: ChildProcess | undefined): Promise<void> {
  if (child !== undefined && child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("A loopback probe has no port.");
  return address.port;
}
