import { createHash, createPublicKey, verify } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { serveOnLoopback } from "../../../local/loopback-server.ts";
import { localSignIn } from "../../../local/sign-in/sign-in.ts";
import { localClientId } from "../../../local/sign-in/tokens.ts";
import { at } from "../../support/contacts.ts";

let now = at("2024-07-16T10:00");
beforeEach(() => {
  now = at("2024-07-16T10:00");
});
const signIn = localSignIn({
  deskName: "あおぞら水道 <窓口>",
  people: [
    { userName: "op01", role: "operator" },
    { userName: "pref01", role: "prefecture" },
  ],
  clock: { now: () => now },
});
const server = await serveOnLoopback(async (request, response) => {
  const url = new URL(request.url ?? "", "http://127.0.0.1");
  const route = signIn.route(request.method ?? "", url.pathname.split("/").slice(2));
  const reply = await route?.(request, [], url.searchParams);
  response.writeHead(reply?.status ?? 404, reply?.headers ?? {}).end(reply?.body);
});
afterAll(() => server.stop());

const redirectUri = "http://127.0.0.1:3000/desk/";
const verifier = "a-verifier-of-at-least-43-characters-0123456789";
// RFC 7636, 4.2: BASE64URL(SHA256(ASCII(code_verifier))).
const challenge = createHash("sha256").update(verifier).digest("base64url");

const request = {
  response_type: "code",
  client_id: localClientId,
  redirect_uri: redirectUri,
  scope: "openid",
  state: "state-1",
  nonce: "nonce-1",
  code_challenge: challenge,
};

const post = (path: string, form: Record<string, string>) =>
  fetch(`${server.endpoint}/sign-in/${path}`, {
    method: "POST",
    body: new URLSearchParams(form),
    redirect: "manual",
  });

async function aCode(more: Record<string, string> = {}): Promise<string> {
  const answer = await post("oauth2/authorize", { ...request, person: "op01", ...more });
  const back = new URL(answer.headers.get("location") ?? "");
  expect(back.searchParams.get("state")).toBe("state-1");
  return back.searchParams.get("code") ?? "";
}

const spend = (code: string, more: Record<string, string> = {}) =>
  post("oauth2/token", {
    grant_type: "authorization_code",
    client_id: localClientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
    ...more,
  });

interface Tokens {
  readonly id_token: string;
  readonly refresh_token: string;
}
const tokensOf = async (response: Response) => (await response.json()) as Tokens;
const renew = (token: string) =>
  post("oauth2/token", { grant_type: "refresh_token", client_id: localClientId, refresh_token: token });

describe("the sign-in page", () => {
  test("offers the people, with their roles, and shows names as text", async () => {
    const page = await fetch(
      `${server.endpoint}/sign-in/oauth2/authorize?${new URLSearchParams(request).toString()}`,
    );
    const html = await page.text();
    for (const part of ["OP01", "オペレータ", "PREF01", "県", "&lt;窓口&gt;"]) expect(html).toContain(part);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test.each([
    ["another address", { redirect_uri: "https://elsewhere.example/desk/" }],
    ["another client", { client_id: "another" }],
    ["no challenge", { code_challenge: "" }],
    ["tokens at once", { response_type: "token" }],
  ])("refuses a request for %s, and sends nobody there", async (_what, change) => {
    for (const answer of [
      await fetch(
        `${server.endpoint}/sign-in/oauth2/authorize?${new URLSearchParams({ ...request, ...change }).toString()}`,
      ),
      await post("oauth2/authorize", { ...request, ...change, person: "op01" }),
    ])
      expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
  });

  test("refuses a person who is not there", async () => {
    expect((await post("oauth2/authorize", { ...request, person: "sv99" })).status).toBe(400);
  });
});

describe("a code", () => {
  test("is spent once for tokens that the published key verifies, under Amazon Cognito's claims", async () => {
    const code = await aCode();
    const { id_token: token } = await tokensOf(await spend(code));
    const [header, payload, signature] = token.split(".");
    const jwks = await fetch(`${server.endpoint}/sign-in/.well-known/jwks.json`);
    const { keys } = (await jwks.json()) as { keys: unknown[] };
    const key = createPublicKey({ key: keys[0] as never, format: "jwk" });
    expect(
      verify("sha256", Buffer.from(`${header}.${payload}`), key, Buffer.from(signature!, "base64url")),
    ).toBe(true);
    expect(JSON.parse(Buffer.from(payload!, "base64url").toString())).toMatchObject({
      "cognito:username": "op01",
      "cognito:groups": ["operator"],
      token_use: "id",
      nonce: "nonce-1",
    });
    expect((await spend(code)).status).toBe(400);
  });

  test.each([
    ["another verifier", { code_verifier: "another-verifier" }],
    ["another address", { redirect_uri: "http://127.0.0.1:3001/desk/" }],
    ["another client", { client_id: "another" }],
  ])("is refused to who shows %s", async (_what, change) => {
    expect((await spend(await aCode(), change)).status).toBe(400);
  });

  test("is worth nothing after five minutes", async () => {
    const code = await aCode();
    now += 5 * 60_000;
    expect((await spend(code)).status).toBe(400);
  });
});

describe("tokens", () => {
  test("open the API for 30 minutes, are renewed once each, and not when they were taken", async () => {
    const first = await tokensOf(await spend(await aCode()));
    expect(signIn.claimsOf(first.id_token)?.["cognito:username"]).toBe("op01");
    now += 30 * 60_000;
    expect(signIn.claimsOf(first.id_token)).toBeUndefined();
    const second = await tokensOf(await renew(first.refresh_token));
    expect(signIn.claimsOf(second.id_token)?.["cognito:username"]).toBe("op01");
    expect((await renew(first.refresh_token)).status).toBe(400);
    signIn.signEverybodyOut();
    expect((await renew(second.refresh_token)).status).toBe(400);
  });

  test("that somebody else made, or changed, open nothing", async () => {
    const { id_token: token } = await tokensOf(await spend(await aCode()));
    const [header, payload, signature] = token.split(".");
    const claims = JSON.parse(Buffer.from(payload!, "base64url").toString());
    const raised = Buffer.from(JSON.stringify({ ...claims, "cognito:groups": ["supervisor"] })).toString(
      "base64url",
    );
    for (const forged of [`${header}.${raised}.${signature}`, `${header}.${payload}.`, "", "a.b.c", "{}"])
      expect(signIn.claimsOf(forged)).toBeUndefined();
  });
});
