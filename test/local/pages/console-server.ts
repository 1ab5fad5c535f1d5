import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { json as readJson } from "node:stream/consumers";
import { type LoopbackServer, serveOnLoopback } from "../../../local/loopback-server.ts";

/** Serves the console's pages over a small imitation of the service, kept in memory. */
export interface ConsoleServer extends LoopbackServer {
  /** What was asked for, such as `POST calls/1/answer {}`, looks at lists left out. */
  readonly orders: string[];
  /** Calls start in a menu that wants a key. */
  menu: boolean;
  /** What every order is refused with; undefined takes orders. */
  refusal: string | undefined;
  /** What waits in the list of imports that failed. */
  readonly parked: { source: string; reason: string; parkedAt: string }[];
  /** A written inquiry arrives. */
  receiveForm(): void;
  /** Forgets the running calls, as a restart does. */
  forgetCalls(): void;
}

interface Call {
  readonly id: string;
  state: "in-flow" | "queued" | "talking" | "after-call" | "ended";
  at: string;
  seconds: number;
  transcript: { at: string; kind: string; text: string }[];
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const pageTypes: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
};

const greeting = "あおぞら水道です。この通話は、内容の確認のため、録音します。";

export async function serveConsole(): Promise<ConsoleServer> {
  const calls = new Map<string, Call>();
  const cases: { receivedAt: string; [field: string]: string }[] = [];
  const mails: { at: string; [field: string]: string }[] = [];
  const reports: { report: string; revision: number; [field: string]: unknown }[] = [];
  let now = "2024-07-16T10:00:00+09:00";

  const kept = {
    orders: [] as string[],
    menu: false,
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
  };

  const verbs: Readonly<Record<string, (call: Call, body: Record<string, unknown>) => void>> = {
    press(call, { key }) {
      note(call, 1, "pressed", String(key));
      queue(call);
    },
    wait(call, { seconds }) {
      note(call, Number(seconds), "said", "ただいま、担当者におつなぎしています。");
    },
    answer(call) {
      call.state = "talking";
      note(call, 5, "connected", "オペレータ A01 が出ました");
      cases.push(caseOf("4198-4829-1374", "電話", "未分類", "対応中", call.at));
    },
    "hang-up"(call, { by }) {
      call.state = by === "operator" ? "after-call" : "ended";
      note(
        call,
        2,
        "hung-up",
        by === "operator" ? "オペレータが電話を切りました" : "発信者が電話を切りました",
      );
    },
  };

  function order(method: string, path: string, body: Record<string, unknown>): unknown {
    const [what, id, verb] = path.split("/");
    if (method === "PUT" && what === "clock") {
      now = `${String(body["now"])}:00+09:00`;
      return { now };
    }
    if (what === "reports") return makeReport(String(body["month"]));
    if (what !== "calls") return undefined;
    if (id === undefined) return viewOf(dial(String(body["at"])));
    const call = calls.get(id);
    if (call && verb) verbs[verb]?.(call, body);
    return call && viewOf(call);
  }

  function dial(at: string): Call {
    const call: Call = {
      id: String(calls.size + 1),
      state: "in-flow",
      at: `${at}:00+09:00`,
      seconds: 0,
      transcript: [],
    };
    calls.set(call.id, call);
    note(call, 0, "arrived", "0120-000-000 に着信しました");
    note(call, 0, "said", kept.menu ? `${greeting}続けるには、1を押してください。` : greeting);
    if (!kept.menu) queue(call);
    return call;
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
    const name =
      url.pathname === "/" ? "console.html" : /^\/pages\/([a-z]+\.(?:js|css))$/.exec(url.pathname)?.[1];
    if (!name) return void response.writeHead(204).end();
    const file = readFileSync(new URL(`../../../local/pages/${name}`, import.meta.url), "utf8");
    const type = `${pageTypes[name.split(".")[1] ?? ""]}; charset=utf-8`;
    response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(file);
  });
  return Object.assign(kept, server);
}

function queue(call: Call): void {
  call.state = "queued";
  note(call, 10, "queued", "待ち列に入りました");
}

/** Something happens after some seconds more. */
function note(call: Call, seconds: number, kind: string, text: string): void {
  call.seconds += seconds;
  const at = Date.parse(call.at) + seconds * 1000 + 9 * 3_600_000;
  call.at = `${new Date(at).toISOString().slice(0, 19)}+09:00`;
  call.transcript.push({ at: call.at, kind, text });
}

/** The Navi-Dial tariff: 11 yen for each started 20 s from a mobile, 9.35 yen for each started 180 s from a fixed line. */
function viewOf(call: Call) {
  const yenMobile = Math.ceil(call.seconds / 20) * 11;
  return { ...call, yenMobile, yenFixed: Math.ceil(call.seconds / 180) * 9.35 };
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
