import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { newId } from "../adapters/system/ids.ts";
import { spokenMinute } from "../domain/spoken-japanese.ts";
import { submitWebFormHandler } from "../lambdas/submit-web-form.ts";
import { formPage } from "../web/form/form-page.ts";
import { type ConsoleApi, consoleApi } from "./console-api.ts";
import { readBody, restApiEvent } from "./http-body.ts";
import type { LocalClock } from "./local-clock.ts";
import { lambdaContext } from "./lambda-context.ts";
import type { LocalService } from "./local-service.ts";

/** What is answered to a request. */
interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

type Route = (request: IncomingMessage, path: readonly string[], query: URLSearchParams) => Promise<Reply>;

/**
 * The pages of the service on this machine:
 *
 *     /            the first page, with its files under /pages/ and its data under /api/
 *     /form        the public web form, which posts to /inquiries as it does to the regional REST API in AWS
 *     /base.css    what the style sheets of both have in common
 *     /reports/…   the files of published reports
 */
export function front(service: LocalService, clock: LocalClock) {
  const api = consoleApi(service, clock);
  const submitWebForm = submitWebFormHandler(service.worldAt(clock));
  const routes: Readonly<Record<string, Route>> = {
    "GET ": () => staticFile("local/pages/console.html"),
    "GET pages": (_request, [, name = ""]) => staticFile(`local/pages/${safeName(name)}`),
    "GET base.css": () => staticFile("web/base.css"),
    "GET form": (_request, [, name]) =>
      name === undefined ? formReply(service) : staticFile(`web/form/${safeName(name)}`),
    "GET reports": (_request, path) => reportFile(service, path.slice(1)),
    "POST inquiries": async (request) => {
      const { statusCode, headers, body } = await submitWebForm(
        await restApiEvent(request),
        lambdaContext(newId()),
      );
      return { status: statusCode, headers: headers as Record<string, string>, body };
    },
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = url.pathname.split("/").slice(1).map(decoded);
    const [first = ""] = path;
    const route = first === "api" ? apiRoute(api) : routes[`${request.method} ${first}`];
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
    return json(status, data);
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

async function formReply({ programme }: LocalService): Promise<Reply> {
  const { hours, webForm } = programme;
  const days = Math.round(webForm.answerWithinBusinessMinutes / (hours.closesAtMinute - hours.opensAtMinute));
  const page = formPage({
    ...programme,
    categories: programme.categories.filter(({ deskOnly }) => !deskOnly),
    programmeName: programme.name,
    action: "/inquiries",
    submissionId: newId(),
    hours: `平日 ${spokenMinute(hours.opensAtMinute)}から${spokenMinute(hours.closesAtMinute)}まで`,
    answerTime: `${days}営業日以内にお答えします。`,
  });
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
  return {
    status: 200,
    headers: { "content-type": contentTypes[".html"], "content-security-policy": policy },
    body: page,
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

function json(status: number, value: unknown): Reply {
  return {
    status,
    headers: { "content-type": contentTypes[".json"], "cache-control": "no-store" },
    body: JSON.stringify(value),
  };
}

async function notFound(): Promise<Reply> {
  return json(404, { problem: "ページが見つかりません。最初のページからお進みください。" });
}

/** A fault of ours is logged with its causes; the person reads a sentence. */
function faultReply(cause: unknown): Reply {
  console.error(cause);
  return json(500, {
    problem: "処理できませんでした。入力はそのままに、少し待ってからもう一度お試しください。",
  });
}
