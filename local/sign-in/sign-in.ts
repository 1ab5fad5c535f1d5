import { newSecret } from "../../adapters/system/ids.ts";
import type { Clock } from "../../usecases/ports/host.ts";
import { readBody } from "../http-body.ts";
import { htmlReply, jsonReply, redirect, type Reply, type Route } from "../reply.ts";
import { localGrants } from "./grants.ts";
import { type Asked, signInPage, signInProblemPage } from "./sign-in-page.ts";
import { type Claims, idTokenSeconds, localClientId, type LocalPerson, tokenMaker } from "./tokens.ts";

/** Stands in for Amazon Cognito on this machine: its endpoints by the same names, and people without passwords. */
export interface LocalSignIn {
  /** What is asked for under `/sign-in/`; undefined for what there is not. */
  route(method: string, path: readonly string[]): Route | undefined;
  /** The claims of a token, as API Gateway's Cognito authorizer finds them; undefined where it refuses the token. */
  claimsOf(token: string): Claims | undefined;
  /** Takes everybody's refresh token, as an administrator does. */
  readonly signEverybodyOut: () => void;
}

const asked = [
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "nonce",
  "code_challenge",
] as const;

/**
 * Signing in with authorization code and PKCE (RFC 7636). Time is `clock`'s: tokens live in real time, also where the
 * service's own clock stands still.
 */
export function localSignIn(parts: {
  readonly deskName: string;
  readonly people: readonly LocalPerson[];
  readonly clock: Clock;
}): LocalSignIn {
  const { clock, people } = parts;
  // A key pair takes a moment to make, and most who start the service do not sign in.
  let made: ReturnType<typeof tokenMaker> | undefined;
  const tokens = () => (made ??= tokenMaker());
  const grants = localGrants(clock);

  function authorise(person: LocalPerson, given: Asked): Reply {
    const { nonce = "", code_challenge: challenge = "", redirect_uri: redirectUri = "", state = "" } = given;
    const code = grants.newCode({ person, challenge, redirectUri, ...(nonce !== "" && { nonce }) });
    return redirect(`${redirectUri}?${new URLSearchParams({ code, state }).toString()}`);
  }

  function tokenReply(form: URLSearchParams): Reply {
    const grant = grants.spend(form);
    if (!grant) return jsonReply(400, { error: "invalid_grant" });
    return jsonReply(200, {
      id_token: tokens().idToken(grant.person, grant.nonce, clock.now()),
      access_token: newSecret(),
      refresh_token: grants.newRefreshToken(grant),
      expires_in: idTokenSeconds,
      token_type: "Bearer",
    });
  }

  const routes: Readonly<Record<string, Route>> = {
    "GET oauth2/authorize": async (_request, _path, query) => {
      const given = Object.fromEntries(asked.map((name) => [name, query.get(name) ?? ""]));
      const problem = problemOf(given);
      if (problem !== undefined) return htmlReply(400, signInProblemPage(problem), pageHeaders);
      return htmlReply(200, signInPage(parts.deskName, people, given), pageHeaders);
    },
    "POST oauth2/authorize": async (request) => {
      const form = Object.fromEntries(new URLSearchParams(await readBody(request)));
      const person = people.find(({ userName }) => userName === form["person"]);
      const problem = person ? problemOf(form) : "この人は名簿にありません。一覧から選んでください。";
      if (!person || problem !== undefined)
        return htmlReply(400, signInProblemPage(problem ?? ""), pageHeaders);
      return authorise(person, form);
    },
    "POST oauth2/token": async (request) => tokenReply(new URLSearchParams(await readBody(request))),
    "POST oauth2/revoke": async (request) => {
      grants.revoke(new URLSearchParams(await readBody(request)).get("token") ?? "");
      return jsonReply(200, {});
    },
    "GET .well-known/jwks.json": async () => jsonReply(200, tokens().keys()),
    "GET logout": async (_request, _path, query) => {
      const back = query.get("logout_uri") ?? "";
      return isOurs(back) ? redirect(back) : htmlReply(400, signInProblemPage(wrongAddress), pageHeaders);
    },
  };
  return {
    route: (method, path) => routes[`${method} ${path.join("/")}`],
    claimsOf: (token) => tokens().read(token, clock.now()),
    signEverybodyOut: grants.revokeAll,
  };
}

const wrongAddress = "戻り先がこの端末の画面ではありません。相談窓口の画面からサインインしてください。";

function problemOf(given: Asked): string | undefined {
  if (!isOurs(given["redirect_uri"] ?? "")) return wrongAddress;
  const isComplete =
    given["response_type"] === "code" &&
    given["client_id"] === localClientId &&
    given["code_challenge"] !== "";
  return isComplete ? undefined : "サインインの要求が不完全です。相談窓口の画面からやり直してください。";
}

/** Whether an address is the desk's, on this machine. */
function isOurs(address: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost):\d+\/desk\/$/.test(address);
}

/** No other page may hold the sign-in in a frame; Amazon Cognito's does not allow it either. */
const pageHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
};
