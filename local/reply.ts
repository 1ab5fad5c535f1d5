import type { IncomingMessage } from "node:http";

/** What is answered to a request. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Answers requests for a path, whose parts are decoded. */
export type Route = (
  request: IncomingMessage,
  path: readonly string[],
  query: URLSearchParams,
) => Promise<Reply>;

/** A page as HTML, which nothing on the way keeps. */
export function htmlReply(status: number, body: string, headers: Reply["headers"] = {}): Reply {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
    body,
  };
}

/** Data as JSON, which nothing on the way keeps. */
export function jsonReply(status: number, value: unknown): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: JSON.stringify(value),
  };
}

/** Sends a browser elsewhere. */
export function redirect(address: string): Reply {
  return { status: 302, headers: { location: address, "cache-control": "no-store" }, body: "" };
}
