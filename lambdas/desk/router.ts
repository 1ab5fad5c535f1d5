import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import * as v from "valibot";
import type { Route } from "../../contract/route.ts";
import { type RouteName, routes } from "../../contract/routes.ts";
import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import { deskRoleNames } from "../../domain/desk/desk-role.ts";
import type { AuditLog } from "../../usecases/ports/audit.ts";
import { type Clock, Unavailable } from "../../usecases/ports/host.ts";
import { isForScreens, jsonAnswer, problemAnswer, refusalAnswer } from "./answer.ts";
import type { Outcome, RouteHandlers, SignedIn } from "./route-handler.ts";
import { signedInOf } from "./signed-in.ts";

/** What the router stands on. */
export interface RouterParts {
  readonly programme: string;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly handlers: RouteHandlers<RouteName>;
  /** Hears of what failed, with its causes. */
  readonly fail: (message: string, cause: unknown) => void;
}

/** A handler as the router sees it: the types were checked where it was made. */
type AnyHandler = (asked: {
  readonly path: Readonly<Record<string, string>>;
  readonly request: unknown;
  readonly by: SignedIn;
  readonly at: number;
}) => Promise<Outcome<RouteName>>;

interface Matched {
  readonly name: RouteName;
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

const table: readonly (readonly [RouteName, Route])[] = Object.entries(routes) as [RouteName, Route][];

/**
 * Answers the requests of the desk's screens by the table of the contract. This is the one place where roles are asked for,
 * requests are read and the reading of personal data is audited; a handler sees only what has passed all of it.
 */
export function deskRouter(parts: RouterParts) {
  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const by = signedInOf(event.requestContext.authorizer?.["claims"] ?? {});
    if (!by) return problemAnswer(403, { problem: withoutRole });
    const matched = matching(event.httpMethod, apiPath(event.path));
    if (!matched) return problemAnswer(404, { problem: unknownAddress });
    if (!matched.route.roles.includes(by.role)) return problemAnswer(403, { problem: notFor(matched, by) });
    const request = requestOf(matched.route, event);
    if (!request.success) return problemAnswer(400, firstWrong(request.issues));
    try {
      return await answered(parts, matched, { by, request: request.output, event });
    } catch (cause) {
      parts.fail(`${matched.name} failed`, cause);
      return problemAnswer(cause instanceof Unavailable ? 503 : 500, { problem: notAnswered });
    }
  };
}

const withoutRole =
  "この画面を使う役割がありません。管理者（SV）に、職員コードと役割の登録を確認してください。";
const unknownAddress = "この操作はありません。画面を再読み込みしてください。";
const notAnswered = "処理できませんでした。入力は残っています。少し待ってから、もう一度お試しください。";

function notFor({ route }: Matched, { role }: SignedIn): string {
  const names = route.roles.map((one) => deskRoleNames[one]).join("・");
  return `この操作は${names}だけができます（あなたの役割: ${deskRoleNames[role]}）。必要な場合はSVに頼んでください。`;
}

async function answered(
  { programme, clock, audit, handlers }: RouterParts,
  { name, route, path }: Matched,
  {
    by,
    request,
    event,
  }: {
    readonly by: SignedIn;
    readonly request: unknown;
    readonly event: APIGatewayProxyEvent;
  },
): Promise<APIGatewayProxyResult> {
  const at = clock.now();
  const handle = handlers[name] as AnyHandler;
  const outcome = await handle({ path, request, by, at });
  if ("refused" in outcome) return refusalAnswer(outcome);
  if (route.readsPersonalData) {
    // The entry first: what could not be audited is not shown.
    const entry = { entryId: event.requestContext.requestId, at, ...by, action: name };
    for (const receiptNumber of aboutWhom(outcome.about, path))
      await audit.append(programme, { ...entry, ...(receiptNumber !== undefined && { receiptNumber }) });
  }
  return jsonAnswer(200, outcome.answer);
}

/** The cases that an answer is about; one entry without a case where it is about none. */
function aboutWhom(
  about: readonly ReceiptNumber[] | undefined,
  path: Readonly<Record<string, string>>,
): readonly (ReceiptNumber | undefined)[] {
  const numbers = about ?? (path["receiptNumber"] === undefined ? [] : [path["receiptNumber"]]);
  return numbers.length > 0 ? numbers : [undefined];
}

function matching(method: string, path: readonly string[]): Matched | undefined {
  for (const [name, route] of table) {
    const found = route.method === method ? pathValues(route.path.split("/").slice(1), path) : undefined;
    if (found) return { name, route, path: found };
  }
  return undefined;
}

/** What stands in the braces of a pattern; undefined where the path is another. */
function pathValues(
  pattern: readonly string[],
  path: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== path.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = path[index] ?? "";
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined && given !== "") values[name] = given;
    else if (part !== given) return undefined;
  }
  return values;
}

/** The parts of a path after `/api`, wherever the desk is served. */
function apiPath(path: string): readonly string[] {
  const start = path.indexOf("/api/");
  return start < 0
    ? []
    : path
        .slice(start + "/api/".length)
        .split("/")
        .map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

function requestOf({ method, request }: Route, event: APIGatewayProxyEvent) {
  const given = method === "GET" ? (event.queryStringParameters ?? {}) : parsed(event.body);
  return v.safeParse(request, given);
}

function parsed(body: string | null): unknown {
  try {
    return JSON.parse(body ?? "{}");
  } catch {
    return undefined;
  }
}

/** The first field that is wrong. A schema's own message is a sentence for the person who typed; the library's is not. */
function firstWrong(issues: readonly v.BaseIssue<unknown>[]) {
  const [issue] = issues;
  const field = (issue && v.getDotPath(issue)) ?? undefined;
  const isOurs = issue !== undefined && isForScreens(issue.message);
  const problem = isOurs
    ? issue.message
    : "入力を読み取れませんでした。示された欄を直して、もう一度送ってください。";
  return { problem, ...(field !== undefined && { field }) };
}
