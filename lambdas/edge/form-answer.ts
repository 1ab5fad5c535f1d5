import type { APIGatewayProxyResult } from "aws-lambda";
import type { FaultCode } from "../../web/form/form-types.ts";

/** What a page may load, and where it may send: this service and nothing else; no other page may hold it in a frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What an answer holds: a form that "back" finds again as it was, or somebody's own data that is kept nowhere. */
type Holds = "form" | "personal data";

/** A page. */
export function page(
  statusCode: number,
  body: string,
  holds: Holds = "personal data",
): APIGatewayProxyResult {
  const cacheControl = holds === "form" ? "private, no-cache" : "no-store";
  return answer(statusCode, "text/html; charset=utf-8", cacheControl, body);
}

export function json(statusCode: number, body: unknown): APIGatewayProxyResult {
  return answer(statusCode, "application/json; charset=utf-8", "no-store", JSON.stringify(body));
}

/** A file of the form: the same for everybody, and soon asked for again, because a new version has the same name. */
export function file(contentType: string, body: string): APIGatewayProxyResult {
  return answer(200, contentType, "public, max-age=300", body);
}

export const faultStatus: Readonly<Record<FaultCode, number>> = {
  unreadable: 400,
  bot: 403,
  "not-found": 404,
  "too-large": 413,
  "too-many": 429,
  fault: 503,
};

function answer(
  statusCode: number,
  contentType: string,
  cacheControl: string,
  body: string,
): APIGatewayProxyResult {
  const headers = {
    "content-type": contentType,
    "cache-control": cacheControl,
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
  return { statusCode, headers, body };
}

/** The last part of a path, which names what is asked for, wherever the form is served. */
export function lastPart(path: string): string {
  return path.split("/").at(-1) ?? "";
}
