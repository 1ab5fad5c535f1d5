import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { json as readJson } from "node:stream/consumers";
import { type LoopbackServer, serveOnLoopback } from "../../../local/loopback-server.ts";
import { type Call, callOrders, inboundPicture, newCall, viewOf } from "./imitated-call.ts";

/** Serves the console's pages over a small imitation of the service, kept in memory. */
export interface ConsoleServer extends LoopbackServer {
  /** What was asked for, such as `POST calls/1/answer {}`, looks at lists left out. */
  readonly orders: string[];
  /** The greeting is followed by a menu that wants a key. */
  menu: boolean;
  /** There are pictures of the flows. */
  pictures: boolean;
  /** What every order is refused with; undefined takes orders. */
  refusal: string | undefined;
  /** What waits in the list of imports that failed. */
  readonly parked: { source: string; reason: string; parkedAt: string }[];
  /** A written inquiry arrives. */
  receiveForm(): void;
  /** Forgets the running calls, as a restart does. */
  forgetCalls(): void;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const pageTypes: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
};

export async function serveConsole(): Promise<ConsoleServer> {
  const calls = new Map<string, Call>();
  const cases: { receivedAt: string; [field: string]: string }[] = [];
  const mails: { at: string; [field: string]: string }[] = [];
  const reports: { report: string; revision: number; [field: string]: unknown }[] = [];
  let now = "2024-07-16T10:00:00+09:00";

  const kept = {
    orders: [] as string[],
    menu: false,
    pictures: false,
    refusal: undefined as string | undefined,
    parked: [] as ConsoleServer["parked"],
    receiveForm() {
      cases.push(caseOf("4198-0000-0017", "WEBフォーム", "料金", "受付", now));
      mails.push({
        at: now,
        to: "namae@example.jp",
        subject: "【あおぞら水道】お問い合わせを受け付けました",
        text: "お問い合わせをいただき、ありがとうございます。\n\n受付番号: 4198-0000-0017",
      });
    },
    forgetCalls: () => calls.clear(),
  };

  const lists: Readonly<Record<string, (query: URLSearchParams) => unknown>> = {
    programme: () => ({
      id: "aozora-water",
      name: "あおぞら水道",
      deskName: "あおぞら水道お客さまセンター",
      publishedNumber: "0120-000-000",
      months: ["2024-07", "2024-08", "2024-09"],
      now,
    }),
    cases: (query) => cases.filter(({ receivedAt }) => receivedAt.startsWith(query.get("month") ?? "none")),
    mails: () => mails,
    reports: () => reports,
    parked: () => kept.parked,
    flows: () => (kept.pictures ? [{ flow: "inbound", svg: inboundPicture }] : []),
  };

  function order(method: string, path: string, body: Record<string, unknown>): unknown {
    const [what, id, verb] = path.split("/");
    if (method === "PUT" && what === "clock") {
      now = `${String(body["now"])}:00+09:00`;
      return { now };
    }
    if (what === "reports") return makeReport(String(body["month"]));
    if (what !== "calls") return undefined;
    const call =
      id === undefined ? newCall(String(calls.size + 1), String(body["at"]), kept.menu) : calls.get(id);
    if (!call) return undefined;
    calls.set(call.id, call);
    if (verb) callOrders[verb]?.(call, body);
    if (verb === "answer") cases.push(caseOf("4198-4829-1374", "電話", "未分類", "対応中", now));
    return viewOf(call);
  }

  function makeReport(month: string): unknown {
    const report = `monthly/${month}`;
    const revision = reports.filter((one) => one.report === report).length + 1;
    const answered = cases.filter((one) => one.channel === "電話" && one.receivedAt.startsWith(month)).length;
    reports.unshift({
      report,
      revision,
      figures: {
        offered: answered,
        answered,
        answerRate: answered === 0 ? null : 1,
        averageHandlingSeconds: answered === 0 ? null : 754.4,
        abandoned: 0,
        arrivedClosed: 0,
        webForms: 0,
      },
      files: ["manifest.json", "01_実績.csv", "02_相談内容の傾向.csv", "03_応対一覧.csv"].map((name) => ({
        name,
        href: `/files/${report}/${revision}/${encodeURIComponent(name)}`,
      })),
    });
    return { report, revision };
  }

  async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? "";
    const path = url.pathname.slice("/api/".length);
    const list = lists[path];
    if (method === "GET" && list) return json(response, 200, list(url.searchParams));
    const body = method === "GET" ? {} : ((await readJson(request)) as Record<string, unknown>);
    kept.orders.push(`${method} ${path}${method === "GET" ? "" : ` ${JSON.stringify(body)}`}`);
    if (kept.refusal !== undefined) return json(response, 400, { problem: kept.refusal });
    const done = order(method, path, body);
    if (done === undefined) return json(response, 404, { problem: "この電話はもうありません。" });
    return json(response, 200, done);
  }

  const server = await serveOnLoopback(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname.startsWith("/api/")) return answerApi(request, response, url);
    if (url.pathname.startsWith("/files/")) return void response.end("\ufeff日付,曜日\r\n");
    const name = fileOf(url.pathname);
    if (!name) return void response.writeHead(204).end();
    const file = readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
    const type = `${pageTypes[name.split(".").at(-1) ?? ""]}; charset=utf-8`;
    response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(file);
  });
  return Object.assign(kept, server);
}

function fileOf(path: string): string | undefined {
  if (path === "/") return "local/pages/console.html";
  if (path === "/base.css") return "web/base.css";
  const page = /^\/pages\/([a-z-]+\.(?:js|css))$/.exec(path)?.[1];
  return page && `local/pages/${page}`;
}

function caseOf(
  receiptNumber: string,
  channel: string,
  category: string,
  status: string,
  receivedAt: string,
) {
  return { receiptNumber, channel, category, status, receivedAt, dueAt: "2024-07-19T10:00:00+09:00" };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
