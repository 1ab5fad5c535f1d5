import type { IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import type sesPackage from "aws-ses-v2-local";
import { type KeptMail, type MailFolder, mailFolder, type TakenMail } from "./kept-mails.ts";
import { listening, type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";
import { type MailRefusal, refusalOfForm, refusalDocument } from "./mail-refusal.ts";

/** Stands in for Amazon SES and sends nothing. */
export interface MailServer extends LoopbackServer {
  /** The mails that were taken on this state folder, by whatever process, the earliest first. */
  mails(): Promise<KeptMail[]>;
}

/**
 * Takes SES v1 SendEmail and v2 SendEmail, and shows an inbox page at `/`; everything else is refused.
 *
 * In front of aws-ses-v2-local, which forgets its mails when it stops, never answers a v1 call that it does not know,
 * and drops all recipients of a v1 call but the first: here a mail is in the folder before its sender gets the answer,
 * and such calls are refused. That package is loaded with the first mail, because it takes longer than all the rest.
 * It would forward mails if the variable SMTP_TRANSPORT were set for it.
 */
export async function startMailServer(options: {
  readonly folder: string;
  readonly port?: number;
}): Promise<MailServer> {
  const kept = mailFolder(options.folder);
  const ses = whenNeeded(startSes);
  const server = await serveOnLoopback(async (request, response) => {
    const { status, contentType, body } = await answer(request, kept, ses.get);
    response.writeHead(status, { "content-type": contentType });
    response.end(body);
  }, options.port);
  return {
    endpoint: server.endpoint,
    mails: () => kept.all(),
    async stop() {
      await server.stop();
      await ses.stop();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

async function answer(
  request: IncomingMessage,
  kept: MailFolder,
  ses: () => Promise<LoopbackServer>,
): Promise<Answer> {
  const target = new URL(request.url ?? "/", "http://127.0.0.1");
  switch (`${request.method} ${target.pathname}`) {
    case "POST /":
      return takeForm(request, kept, ses);
    case "POST /v2/email/outbound-emails":
      return take(request, await text(request), kept, ses);
    case "GET /":
    case "GET /get-emlContent":
      return forwarded(await fetch(`${(await ses()).endpoint}${request.url}`));
    case "GET /store":
      return json(200, { templates: {}, emails: await mailsSince(kept, target) });
    case "POST /clear-store":
      await kept.clear();
      return json(200, { message: "Store cleared" });
    default:
      return json(501, {
        __type: "NotImplementedException",
        message: `The local SES does not provide ${request.method} ${target.pathname}.`,
      });
  }
}

/** SES v1: a form, answered in XML. */
async function takeForm(
  request: IncomingMessage,
  kept: MailFolder,
  ses: () => Promise<LoopbackServer>,
): Promise<Answer> {
  const body = await text(request);
  const refusal = refusalOfForm(new URLSearchParams(body));
  if (refusal !== undefined) return refused(refusal);
  const taken = await take(request, body, kept, ses);
  return taken.status === 200 ? taken : refused({ code: "InvalidParameterValue", message: taken.body });
}

function refused(refusal: MailRefusal): Answer {
  return { status: 400, contentType: "text/xml", body: refusalDocument(refusal) };
}

/** Hands a mail on, and keeps it before its sender hears that it was taken. */
async function take(
  request: IncomingMessage,
  body: string,
  kept: MailFolder,
  ses: () => Promise<LoopbackServer>,
): Promise<Answer> {
  const { endpoint } = await ses();
  const reply = await fetch(`${endpoint}${request.url}`, {
    method: "POST",
    headers: {
      authorization: request.headers.authorization ?? "",
      "content-type": request.headers["content-type"] ?? "",
    },
    body,
  });
  const taken = await forwarded(reply);
  if (taken.status === 200) await kept.keep(await mailOf(endpoint, taken.body, reply.headers.get("date")));
  return taken;
}

/** Fetches the mail that an answer names out of the store, which is asked for the last seconds only. */
async function mailOf(endpoint: string, answerBody: string, answeredAt: string | null): Promise<TakenMail> {
  const since = Math.floor(Date.parse(answeredAt ?? "") / 1000) - 2;
  const store = await fetch(`${endpoint}/store?since=${since}`);
  const { emails } = (await store.json()) as { readonly emails: readonly TakenMail[] };
  const mail = emails.findLast(({ messageId }) => answerBody.includes(messageId));
  if (mail === undefined) throw new Error(`The local SES took a mail and does not have it: ${answerBody}`);
  return mail;
}

async function mailsSince(kept: MailFolder, target: URL): Promise<KeptMail[]> {
  const since = Number(target.searchParams.get("since") ?? "0");
  return (await kept.all()).filter(({ at }) => at >= since);
}

async function forwarded(reply: Response): Promise<Answer> {
  return {
    status: reply.status,
    contentType: reply.headers.get("content-type") ?? "text/plain",
    body: await reply.text(),
  };
}

function json(status: number, body: object): Answer {
  return { status, contentType: "application/json", body: JSON.stringify(body) };
}

async function startSes(): Promise<LoopbackServer> {
  const ses = createRequire(import.meta.url)("aws-ses-v2-local") as typeof sesPackage;
  return listening(await ses.default({ host: "127.0.0.1", port: 0 }));
}

/** A server that starts when it is asked for the first time. */
function whenNeeded(start: () => Promise<LoopbackServer>) {
  let running: Promise<LoopbackServer> | undefined;
  return {
    get: () => (running ??= start()),
    stop: async () =>
      running?.then(
        (server) => server.stop(),
        () => undefined,
      ),
  };
}
