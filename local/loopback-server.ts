import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** A running server that only this machine can reach. */
export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`. Never `localhost`: for that name the S3 client puts the bucket into the host. */
  readonly endpoint: string;
  /** Stops listening, drops the connections that are open, and waits until nothing works on a request any more. */
  stop(): Promise<void>;
}

/**
 * Answers requests on the loopback address. A request whose `serve` rejects loses its connection.
 *
 * `port` 0 takes a free one. A fixed port that is taken rejects with one line that says what to do.
 */
export async function serveOnLoopback(
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port = 0,
): Promise<LoopbackServer> {
  const atWork = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = serve(request, response)
      .catch(() => void response.destroy())
      // What is left of a refused body is read away, so that the connection can be used again.
      .finally(() => void request.resume())
      .finally(() => void atWork.delete(work));
    atWork.add(work);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(cause.code === "EADDRINUSE" ? portInUse(port, cause) : cause);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  const listener = listening(server);
  return {
    endpoint: listener.endpoint,
    async stop() {
      await listener.stop();
      await Promise.all(atWork);
    },
  };
}

/** A server that listens on the loopback address already. */
export function listening(server: Server): LoopbackServer {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A loopback server has no port.");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** What is said where a fixed port is taken. */
export function portInUse(port: number, cause?: unknown): Error {
  return new Error(`Port ${port} is in use: stop the program that holds it, or name another port.`, {
    cause,
  });
}
