import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { showDeskHandler } from "../../lambdas/show-desk.ts";
import { aDeskEvent } from "../support/desk-api.ts";
import { aWorld, context } from "../support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "callcentre-screens-"));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "<!doctype html><title>相談窓口</title>");
writeFileSync(join(folder, "assets/index-CN-Dh.js"), "export {};");
writeFileSync(join(folder, "secret.js"), "no screen names it");
afterAll(() => rmSync(folder, { recursive: true }));

const environment = {
  PROGRAMME: "kobaton-alkoo",
  DESK_FOLDER: folder,
  SIGN_IN_CLIENT_ID: "client-1",
  SIGN_IN_ISSUER: "https://cognito-idp.ap-northeast-1.amazonaws.com/pool",
  SIGN_IN_ADDRESS: "https://desk.auth.ap-northeast-1.amazoncognito.com",
  WORKSPACE_ORIGIN: "https://desk.my.connect.aws",
};
const ask = (path: string, more: Partial<typeof environment> = {}) =>
  showDeskHandler(aWorld({ ...environment, ...more }))(aDeskEvent("GET", path), context);

describe("the desk's page", () => {
  test("may load and send to this service and the sign-in service only, and stand in the workspace's frame only", async () => {
    const { statusCode, headers } = await ask("/");
    expect(statusCode).toBe(200);
    const policy = String(headers?.["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self' https://desk.auth.ap-northeast-1.amazoncognito.com",
        "frame-ancestors 'self' https://desk.my.connect.aws",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({ "cache-control": "no-cache", "referrer-policy": "no-referrer" });
  });

  test("is asked for anew each time, and its files once", async () => {
    const { statusCode, headers } = await ask("/assets/index-CN-Dh.js");
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    });
  });

  test.each([
    "/assets/..%2Fsecret.js",
    "/assets/../secret.js",
    "/secret.js",
    "/assets/nothing.js",
    "/assets/.js",
  ])("has no other file: %s", async (path) => {
    const { statusCode, body } = await ask(path);
    expect([statusCode, JSON.parse(body).problem]).toEqual([404, expect.stringMatching(/。$/)]);
  });

  test("says where to sign in, under Amazon Cognito's endpoints", async () => {
    const { body } = await ask("/desk-settings.json");
    expect(JSON.parse(body).signIn).toEqual({
      clientId: "client-1",
      issuer: environment.SIGN_IN_ISSUER,
      authorize: `${environment.SIGN_IN_ADDRESS}/oauth2/authorize`,
      token: `${environment.SIGN_IN_ADDRESS}/oauth2/token`,
      revoke: `${environment.SIGN_IN_ADDRESS}/oauth2/revoke`,
      logout: `${environment.SIGN_IN_ADDRESS}/logout`,
      keys: `${environment.SIGN_IN_ISSUER}/.well-known/jwks.json`,
    });
  });

  test("says what is missing where nobody can sign in yet, or nothing was built", async () => {
    const unready = await ask("/desk-settings.json", { SIGN_IN_CLIENT_ID: "none" });
    expect([unready.statusCode, JSON.parse(unready.body).problem]).toEqual([
      503,
      expect.stringContaining("deskAddress"),
    ]);
    expect((await ask("/", { DESK_FOLDER: join(folder, "nowhere") })).statusCode).toBe(503);
  });
});
