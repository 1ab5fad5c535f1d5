import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { DeskSettings } from "../contract/settings.ts";
import { jsonAnswer, problemAnswer } from "./desk/answer.ts";
import { deskFilesOf, programmeOf, signInOf, type SignInParts, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";

const contentTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** A built file carries its content's hash in its name: it never changes. */
const forever = "public, max-age=31536000, immutable";

/**
 * Hands out the desk's screens: their page, the files that it names, and where to sign in. Whoever is not signed in gets the
 * same; there is nobody's data in it.
 */
export function showDeskHandler(world: World) {
  const programme = programmeOf(world);
  const files = deskFilesOf(world);
  const signIn = signInOf(world);
  const pageHeaders = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": contentSecurityPolicy(signIn),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };

  async function page(): Promise<APIGatewayProxyResult> {
    const body = await files("index.html");
    return body === undefined
      ? problemAnswer(503, { problem: "画面がまだ配置されていません。管理者に知らせてください。" })
      : { statusCode: 200, headers: pageHeaders, body };
  }

  async function asset(name: string): Promise<APIGatewayProxyResult> {
    const ending = /^[\w-]+(?:\.[\w-]+)*\.(css|js|svg)$/.exec(name)?.[1] ?? "";
    const type = contentTypes[ending];
    const body = type === undefined ? undefined : await files(`assets/${name}`);
    if (type === undefined || body === undefined) return problemAnswer(404, { problem: gone });
    const headers = { "content-type": type, "cache-control": forever, "x-content-type-options": "nosniff" };
    return { statusCode: 200, headers, body };
  }

  return handlerOf(world, async ({ path }: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const [folder, name = ""] = path.split("/").slice(-2);
    if (folder === "assets") return asset(name);
    if (name === "desk-settings.json") return settingsAnswer(programme, signIn);
    return name === "" ? page() : problemAnswer(404, { problem: gone });
  });
}

const gone = "画面が新しくなりました。入力を控えてから、画面を再読み込みしてください。";

function settingsAnswer(
  { name, deskName }: DeskSettings["programme"],
  { clientId, issuer, address }: SignInParts,
): APIGatewayProxyResult {
  if (clientId === undefined)
    return problemAnswer(503, {
      problem: "サインインの設定がまだありません（deskAddress）。管理者に知らせてください。",
    });
  return jsonAnswer(200, {
    programme: { name, deskName },
    signIn: {
      clientId,
      issuer,
      authorize: `${address}/oauth2/authorize`,
      token: `${address}/oauth2/token`,
      revoke: `${address}/oauth2/revoke`,
      logout: `${address}/logout`,
      keys: `${issuer}/.well-known/jwks.json`,
    },
  } satisfies DeskSettings);
}

/**
 * What the screens may load, and where they may send: this service and the sign-in service. Only the agent workspace may hold
 * them in a frame. Cloudscape sets sizes as style attributes through the script, which a policy does not forbid.
 */
function contentSecurityPolicy({ address, workspace }: SignInParts): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${new URL(address).origin}`,
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors 'self' ${workspace}`,
  ].join("; ");
}

export const handler = deployed(showDeskHandler);
