import * as v from "valibot";
import { problemAnswer } from "../../../contract/problem.ts";
import {
  type AnswerOf,
  type PathOf,
  type RequestOf,
  type RouteName,
  routes,
} from "../../../contract/routes.ts";
import { deskAddress } from "../settings.ts";
import type { Session } from "../sign-in/session.ts";
import { type Failure, failureKindOf, failureTexts } from "./failure.ts";

/** An answer, or what to do instead. */
export type Answered<Answer> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Asks the API by the name of a route of the contract. It never throws. A sign-in that has expired is renewed; where that
 * is not possible, the request waits until the same person has signed in again, and is then sent as it was.
 */
export type Ask = <Name extends RouteName>(
  name: Name,
  path: PathOf<Name>,
  request: RequestOf<Name>,
) => Promise<Answered<AnswerOf<Name>>>;

/** API Gateway gives up after 29 seconds (AWS, "Amazon API Gateway quotas"). */
const giveUpAfterMillis = 30_000;

export function apiClient(session: Session): Ask {
  async function send(address: string, options: RequestInit): Promise<Response | undefined> {
    const headers = { authorization: session.token(), "content-type": "application/json" };
    const signal = AbortSignal.timeout(giveUpAfterMillis);
    return fetch(address, { ...options, headers, signal, cache: "no-store" }).catch(() => undefined);
  }

  return async (name, path, request) => {
    const { address, options } = written(name, path, request);
    let response = await send(address, options);
    if (response?.status === 401 && ((await session.renew()) || (await session.untilSignedInAgain())))
      response = await send(address, options);
    return response ? read(name, response) : failed({ kind: "offline", problem: failureTexts.offline });
  };
}

function written(
  name: RouteName,
  path: Readonly<Record<string, string>>,
  request: unknown,
): { readonly address: string; readonly options: RequestInit } {
  const { method, path: pattern } = routes[name];
  const filled = pattern.replace(/\{(\w+)\}/g, (_braces, part: string) =>
    encodeURIComponent(path[part] ?? ""),
  );
  const address = `${deskAddress}api${filled}`;
  if (method !== ("GET" as string)) return { address, options: { method, body: JSON.stringify(request) } };
  const given = Object.entries(request as Readonly<Record<string, string | undefined>>);
  const query = new URLSearchParams(
    given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return { address: query.size > 0 ? `${address}?${query}` : address, options: { method } };
}

async function read<Name extends RouteName>(
  name: Name,
  response: Response,
): Promise<Answered<AnswerOf<Name>>> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return failed(refusalOf(response.status, body));
  const answer = v.safeParse(routes[name].answer, body);
  if (answer.success) return { ok: true, value: answer.output as AnswerOf<Name> };
  return failed({
    kind: "fault",
    problem: "画面が古くなりました。入力を控えてから、再読み込みしてください。",
  });
}

function refusalOf(status: number, body: unknown): Failure {
  const kind = failureKindOf(status);
  const said = v.safeParse(problemAnswer, body);
  if (!said.success) return { kind, problem: failureTexts[kind] };
  const { problem, field, version } = said.output;
  return { kind, problem, ...(field !== undefined && { field }), ...(version !== undefined && { version }) };
}

function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
