import type { MiddlewareObj } from "@middy/core";

/** One line of JSON. Fields hold counts, ids and states; never a name, number, address or text of a resident. */
export type Log = (
  level: "info" | "warn" | "error",
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

export const consoleLog: Log = (level, message, fields) => {
  console[level](JSON.stringify({ level, message, ...fields }));
};

/** Logs what a handler could not do, once, with its causes, and lets the failure go on to the service that retries. */
export function failuresLogged(log: Log): MiddlewareObj {
  return {
    onError: ({ error }) => {
      log("error", "the handler failed", { causes: causesOf(error) });
    },
  };
}

/** How a use case warns of what it went on without. */
export function warningsTo(log: Log): (message: string, cause: unknown) => void {
  return (message, cause) => log("warn", message, { causes: causesOf(cause) });
}

/** The messages of an error and of what caused it, outermost first. */
export function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [`${error.name}: ${error.message}`, ...(error.cause === undefined ? [] : causesOf(error.cause))];
}
