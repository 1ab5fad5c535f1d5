import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { newId } from "../adapters/system/ids.ts";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { Handler } from "../lambdas/edge/handler.ts";
import { showFormHandler } from "../lambdas/show-form.ts";
import { showInquiryStatusHandler } from "../lambdas/show-inquiry-status.ts";
import { submitWebFormHandler } from "../lambdas/submit-web-form.ts";
import { faultPage } from "../web/form/fault-page.ts";
import { type ConsoleApi, consoleApi } from "./console-api.ts";
import { type DeskFront, deskFront } from "./desk-front.ts";
import { BodyTooLarge, readBody, restApiEvent } from "./http-body.ts";
import type { InquiryRunner } from "./inquiry-runner.ts";
import { lambdaContext } from "./lambda-context.ts";
import type { LocalService } from "./local-service.ts";
import { jsonReply, type Reply, type Route } from "./reply.ts";
import { trainingCallsOf } from "./training-calls.ts";

/**
 * The pages of the service on this machine:
 *
 *     /            the first page, with its files under /pages/ and its data under /api/
 *     /form …      the public web form at the flat paths of the regional REST API in AWS, with the files that it names
 *     /desk/…      the desk: its screens and its API, at the paths of its regional REST API; /sign-in/… where it signs in
 *     /reports/…   the files of published reports
 */
export function front(
  service: LocalService,
  inquiries: InquiryRunner,
  desk: Pick<DeskFront, "route"> = deskFront(service, inquiries.clock, {
    trainingCalls: trainingCallsOf(service, inquiries.clock),
  }),
) {
  const api = consoleApi(service, inquiries.clock);
  const form = formRoutes(service, inquiries);
  const routes: Readonly<Record<string, Route>> = {
    "GET ": () => staticFile("local/pages/console.html"),
    "GET pages": (_request, [, name = ""]) => staticFile(`local/pages/${safeName(name)}`),
    "GET reports": (_request, path) => reportFile(service, path.slice(1)),
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = url.pathname.split("/").slice(1).map(decoded);
    const [first = ""] = path;
    // The inbox shows no mail that is still on its way.
    if (path.join("/") === "api/mails") await inquiries.settled();
    const route =
      first === "api"
        ? apiRoute(api)
        : (routes[`${request.method} ${first}`] ?? desk.route(request, path) ?? form(request, path));
    const reply = await (route?.(request, path, url.searchParams) ?? notFound()).catch(faultReply);
    response
      .writeHead(reply.status, { "x-content-type-options": "nosniff", ...reply.headers })
      .end(reply.body);
  };
}

function apiRoute(api: ConsoleApi): Route {
  return async (request, [, ...path], query) => {
    const body = request.method === "GET" ? Object.fromEntries(query) : parsed(await readBody(request));
    const { status, data } = await api(request.method ?? "", path, body);
    return jsonReply(status, data);
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text || "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The web form's handlers at their paths, all on one level. */
function formRoutes(service: LocalService, { clock }: InquiryRunner) {
  const world = service.worldAt(clock);
  const showForm = proxied(service, showFormHandler(world));
  const submit = proxied(service, submitWebFormHandler(world));
  const showStatus = proxied(service, showInquiryStatusHandler(world));
  const paths: Readonly<Record<string, Route>> = {
    "POST form-check": submit,
    "POST form-edit": submit,
    "POST inquiries": submit,
    "POST inquiry-status": showStatus,
    "GET inquiry-status": showStatus,
  };
  return ({ method }: IncomingMessage, [name = "", ...rest]: readonly string[]): Route | undefined => {
    if (rest.length > 0) return undefined;
    const isForm = method === "GET" && /^form(-easy|-en)?$|\.(css|js)$/.test(name);
    return isForm ? showForm : paths[`${method} ${name}`];
  };
}

/** A handler behind the REST API. A body that API Gateway does not take is answered as it is told to answer there. */
function proxied(
  { programme }: LocalService,
  handler: Handler<APIGatewayProxyEvent, APIGatewayProxyResult>,
): Route {
  return async (request) => {
    try {
      const { statusCode, headers, body } = await handler(
        await restApiEvent(request),
        lambdaContext(newId()),
      );
      return { status: statusCode, headers: headers as Record<string, string>, body };
    } catch (cause) {
      if (!(cause instanceof BodyTooLarge)) throw cause;
      const body = faultPage({ programme, language: "ja", code: "too-large" });
      return { status: 413, headers: { "content-type": contentTypes[".html"] }, body };
    }
  };
}

async function reportFile({ stores, programme }: LocalService, path: readonly string[]): Promise<Reply> {
  const [kind = "", period = "", revision = "", name = ""] = path;
  const bytes = await stores.reports.read(programme.id, `${kind}/${period}`, Number(revision), name);
  if (!bytes) return notFound();
  const headers = {
    "content-type": name.endsWith(".json") ? contentTypes[".json"] : "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  return { status: 200, headers, body: bytes };
}

const contentTypes = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
} as const;

/** A file of the repository's own pages. */
async function staticFile(path: string): Promise<Reply> {
  const type = contentTypes[extname(path) as keyof typeof contentTypes];
  const bytes = await readFile(join(import.meta.dirname, "..", path)).catch(() => undefined);
  if (!type || !bytes) return notFound();
  return { status: 200, headers: { "content-type": type, "cache-control": "no-cache" }, body: bytes };
}

function safeName(name: string): string {
  return /^[a-z][a-z0-9-]*\.(html|css|js)$/.test(name) ? name : "";
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

async function notFound(): Promise<Reply> {
  return jsonReply(404, { problem: "ページが見つかりません。最初のページからお進みください。" });
}

/** A fault of ours is logged with its causes; the person reads a sentence. */
function faultReply(cause: unknown): Reply {
  console.error(cause);
  return jsonReply(500, {
    problem: "処理できませんでした。入力はそのままに、少し待ってからもう一度お試しください。",
  });
}
