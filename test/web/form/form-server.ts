import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { problemPage, receiptPage } from "../../../lambdas/edge/form-pages.ts";
import { parseWebForm, wantsJson } from "../../../lambdas/edge/web-form-request.ts";
import { type LoopbackServer, serveOnLoopback } from "../../../local/loopback-server.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import type { Submission } from "../../../usecases/submit-web-form.ts";
import { formPage } from "../../../web/form/form-page.ts";

/** Serves the form and takes it, with the service's own reading of it and its own answering pages. */
export interface FormServer extends LoopbackServer {
  /** What was taken. */
  readonly taken: readonly Submission[];
  /** How many times the form was sent, taken or not. */
  readonly posts: () => number;
  /** How it answers from now on; the browser itself tries again once after a lost connection. */
  answerWith(behaviour: Behaviour): void;
  /** Lets answers wait until the returned function is called. */
  hold(): () => void;
}

type Behaviour = "own judgement" | "refusal" | "broken answer" | "lost connection";

export const submissionId = "0b6f7c52-6c1e-4c4e-9d43-0c9a4b1f2a77";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** As the calendar gives it for an inquiry of Tuesday, 2024-07-16 10:00 and three operating days. */
const receipt = { receiptNumber: "419848291374", answerBy: Date.parse("2024-07-19T10:00:00+09:00") };

export async function serveForm(): Promise<FormServer> {
  const taken: Submission[] = [];
  let posts = 0;
  let behaviour: Behaviour = "own judgement";
  let held: Promise<void> | undefined;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    posts++;
    await held;
    const event = {
      body: await text(request),
      headers: { "content-type": request.headers["content-type"] },
      isBase64Encoded: false,
    };
    if (behaviour === "lost connection") return void response.destroy();
    if (behaviour === "broken answer") return answer(response, 502, "text/html", "<h1>Bad Gateway</h1>");
    const submission = parseWebForm(event);
    const problem =
      behaviour === "refusal"
        ? "お問い合わせの種類を一覧からお選びください。"
        : submission.ok
          ? ""
          : submission.problem;
    if (problem === "" && submission.ok) taken.push(submission.value);
    if (wantsJson(event))
      return problem === ""
        ? answer(
            response,
            201,
            "application/json",
            JSON.stringify({ ...receipt, answerBy: "2024-07-19T10:00:00+09:00" }),
          )
        : answer(response, 400, "application/json", JSON.stringify({ problem }));
    const { deskName } = kobatonAlkoo;
    return problem === ""
      ? answer(response, 201, "text/html", receiptPage(deskName, receipt.receiptNumber, receipt.answerBy))
      : answer(response, 400, "text/html", problemPage(deskName, problem));
  }

  const server = await serveOnLoopback(async (request, response) => {
    const path = request.url ?? "";
    if (request.method === "POST") return take(request, response);
    if (path === "/form") {
      response.setHeader("content-security-policy", policy);
      return answer(response, 200, "text/html", pageOfProgramme("/submissions"));
    }
    if (path === "/base.css") return answer(response, 200, "text/css", webFile("base.css"));
    if (path === "/form/form.css") return answer(response, 200, "text/css", webFile("form/form.css"));
    if (path === "/form/form.js") return answer(response, 200, "text/javascript", webFile("form/form.js"));
    response.writeHead(204).end();
  });
  return {
    ...server,
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

/** The form of the first programme, with its real lists. */
export function pageOfProgramme(action: string): string {
  return formPage({
    ...kobatonAlkoo,
    programmeName: kobatonAlkoo.name,
    action,
    submissionId,
    hours: "月曜日から金曜日 9時から17時まで（祝日、12月29日から1月3日までを除く）",
    answerTime: "3営業日以内にメールでお答えします。",
  });
}

function webFile(name: string): string {
  return readFileSync(new URL(`../../../web/${name}`, import.meta.url), "utf8");
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": `${type}; charset=utf-8` }).end(body);
}
