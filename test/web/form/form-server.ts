import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { type LoopbackServer, serveOnLoopback } from "../../../local/loopback-server.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { checkPage } from "../../../web/form/check-page.ts";
import { faultPage } from "../../../web/form/fault-page.ts";
import { formPage } from "../../../web/form/form-page.ts";
import {
  type FormFields,
  normalised,
  type Problem,
  problemsOf,
  problemsOfPictures,
} from "../../../web/form/form-rules.js";
import type {
  FaultCode,
  FormLanguage,
  InquiryAnswer,
  StatusPageOptions,
} from "../../../web/form/form-types.ts";
import { offeredBy } from "../../../web/form/offered.ts";
import { receiptPage } from "../../../web/form/receipt-page.ts";
import { statusPage } from "../../../web/form/status-page.ts";

/**
 * Serves the form's pages under a stage's path, as a REST API does, and judges what is sent by the form's own rules. It
 * keeps nothing: what becomes of an inquiry is the handlers' to show.
 */
export interface FormServer extends LoopbackServer {
  /** The address of the form in a language. */
  form(language: FormLanguage): string;
  readonly statusAddress: string;
  /** The receipt as a plain post is answered with it, under an address that can be opened. */
  receiptAddress(language: FormLanguage): string;
  /** What was taken. */
  readonly taken: readonly Taken[];
  /** How many times something was sent to `inquiries`, taken or not. */
  readonly posts: () => number;
  /** How it answers from now on. */
  answerWith(behaviour: Behaviour): void;
  /** Lets answers to `inquiries` wait until the returned function is called. */
  hold(): () => void;
}

interface Taken {
  readonly fields: FormFields;
  readonly language: string;
  readonly token: string;
  readonly pictures: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[];
}

type Behaviour = "own judgement" | "refusal" | "broken answer" | "lost connection" | "expired" | FaultCode;

const stage = "/v1";
export const token = "token-of-the-page";
export const newToken = "token-of-the-next-page";

/** What the regional REST API is to send with every page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** As the calendar gives it for an inquiry of Tuesday, 2024-07-16 10:00 and three operating days. */
const receipt = { receiptNumber: "419848291374", answerBy: "2024-07-19T10:00:00+09:00" };

const programme = kobatonAlkoo;
const paths: Readonly<Record<string, FormLanguage>> = { form: "ja", "form-easy": "easy", "form-en": "en" };
const contentTypes: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css" };

interface Posted {
  readonly fields: FormFields;
  readonly language: FormLanguage;
  readonly token: string;
  readonly pictures: Taken["pictures"];
  readonly form: FormData;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const page = (body: string, status = 200): Reply => ({ status, type: "text/html", body });
const json = (value: unknown, status: number): Reply => ({
  status,
  type: "application/json",
  body: JSON.stringify(value),
});

export async function serveForm(): Promise<FormServer> {
  const taken: Taken[] = [];
  let posts = 0;
  let behaviour: Behaviour = "own judgement";
  let held: Promise<void> | undefined;

  const server = await serveOnLoopback(async (request, response) => {
    const url = new URL(request.url ?? "", "http://127.0.0.1");
    const name = url.pathname.replace(`${stage}/`, "");
    if (request.method === "GET") return send(response, got(name, url.searchParams));
    const posted = await read(request);
    if (name !== "inquiries") return send(response, steps[name]?.(posted) ?? page("", 404));
    posts++;
    await held;
    if (behaviour === "lost connection") return void response.destroy();
    const asJson = (request.headers.accept ?? "").includes("application/json");
    const reply = judge(posted, behaviour, asJson);
    if (reply.status === 201) taken.push(posted);
    send(response, reply);
  });
  return {
    ...server,
    form: (language) => `${server.endpoint}${stage}/${pathOf(language)}`,
    statusAddress: `${server.endpoint}${stage}/inquiry-status`,
    receiptAddress: (language) => `${server.endpoint}${stage}/receipt?language=${language}`,
    taken,
    posts: () => posts,
    answerWith(next) {
      behaviour = next;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
  };
}

function pathOf(language: FormLanguage): string {
  return Object.keys(paths).find((path) => paths[path] === language) ?? "";
}

function got(name: string, query: URLSearchParams): Reply {
  const language = paths[name];
  if (language) return page(formPage({ programme, language, token }));
  if (name === "inquiry-status")
    return page(statusPage({ programme, language: languageNamed(query.get("language")) }));
  if (name === "receipt") return page(receiptOf(languageNamed(query.get("language")), "mail"));
  const ending = /^[a-z-]+\.(js|css)$/.exec(name)?.[1] ?? "";
  const type = contentTypes[ending];
  if (!type) return page("", 404);
  const folder = name === "base.css" ? "" : "form/";
  return {
    status: 200,
    type,
    body: readFileSync(new URL(`../../../web/${folder}${name}`, import.meta.url), "utf8"),
  };
}

/** What the steps before sending show. */
const steps: Readonly<Record<string, (posted: Posted) => Reply>> = {
  "form-edit": ({ fields: values, language, token, pictures }) =>
    page(formPage({ programme, language, token, values, keptPictures: pictures })),
  "form-check": (posted) => {
    const { fields: values, language, token, pictures } = posted;
    const problems = problemsIn(posted);
    return problems.length > 0
      ? page(formPage({ programme, language, token, values, problems, keptPictures: pictures }), 400)
      : page(checkPage({ programme, language, token, values, keptPictures: pictures }));
  },
  "inquiry-status": ({ form, language }) => {
    const values = {
      receiptNumber: textIn(form, "receiptNumber"),
      contact: textIn(form, "contact"),
    };
    return page(statusPage({ programme, language, values, ...stateOf(values) }));
  },
};

function stateOf({
  receiptNumber,
  contact,
}: NonNullable<StatusPageOptions["values"]>): Pick<StatusPageOptions, "problem" | "state"> {
  if (!/^\d{12}$/.test(receiptNumber.replaceAll("-", ""))) return { problem: "number-malformed" };
  if (contact === "") return { problem: "contact-missing" };
  if (contact !== "namae@example.jp") return { problem: "not-found" };
  return {
    state: {
      status: "in-progress",
      receivedAt: Date.parse("2024-07-16T10:00+09:00"),
      dueAt: Date.parse(receipt.answerBy),
    },
  };
}

function problemsIn({ fields, pictures }: Posted) {
  return [
    ...problemsOf(fields, offeredBy(programme)),
    ...problemsOfPictures(pictures.map(({ type, bytes }) => ({ type, size: bytes.length }))),
  ];
}

function judge(posted: Posted, behaviour: Exclude<Behaviour, "lost connection">, asJson: boolean): Reply {
  const { fields: values, language, token } = posted;
  const answer = (status: number, ofScript: InquiryAnswer, html: () => string) =>
    asJson ? json(ofScript, status) : page(html(), status);
  const shared = { programme, language };
  if (behaviour === "broken answer") return page("<h1>Bad Gateway</h1>", 502);
  if (behaviour === "expired")
    return answer(409, { notice: "expired", token: newToken }, () =>
      formPage({ ...shared, token: newToken, values, notice: "expired" }),
    );
  if (behaviour !== "own judgement" && behaviour !== "refusal")
    return answer(503, { fault: behaviour }, () =>
      faultPage({ ...shared, code: behaviour, again: { token, values } }),
    );
  const problems: Problem[] =
    behaviour === "refusal" ? [{ field: "category", code: "category-unknown" }] : problemsIn(posted);
  if (problems.length > 0)
    return answer(400, { problems }, () => formPage({ ...shared, token, values, problems }));
  const replyBy = values.replyBy || "none";
  const given = replyBy === "none" ? { receiptNumber: receipt.receiptNumber } : receipt;
  return answer(201, given, () => receiptOf(language, replyBy));
}

function receiptOf(language: FormLanguage, replyBy: "mail" | "telephone" | "none"): string {
  const { receiptNumber } = receipt;
  const answerBy = replyBy === "none" ? undefined : Date.parse(receipt.answerBy);
  return receiptPage({ programme, language, receiptNumber, answerBy, replyBy });
}

async function read(request: IncomingMessage): Promise<Posted> {
  const body = await buffer(request);
  const type = request.headers["content-type"] ?? "";
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const text = (name: string) => textIn(form, name);
  const files = form.getAll("pictures").filter((one) => typeof one !== "string" && one.size > 0) as File[];
  const pictures = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      type: file.type,
      bytes: Buffer.from(await file.arrayBuffer()),
    })),
  );
  return {
    fields: normalised(Object.fromEntries(form)),
    language: languageNamed(text("switchTo") || text("language")),
    token: text("token"),
    pictures,
    form,
  };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function languageNamed(text: string | null): FormLanguage {
  return text === "easy" || text === "en" ? text : "ja";
}

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response
    .writeHead(status, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    })
    .end(body);
}
