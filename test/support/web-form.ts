import type { APIGatewayProxyEvent } from "aws-lambda";
import { secretFormTokens } from "../../adapters/secrets-manager/form-tokens.ts";
import { secretsManagerClient } from "../../adapters/secrets-manager/person-keys.ts";
import { newId } from "../../adapters/system/ids.ts";

/** What a resident filled in, all right. */
export const filledIn = {
  language: "ja",
  category: "C04",
  content: "歩いたのに歩数が増えません。",
  replyBy: "mail",
  mail: "someone@example.jp",
  consent: "yes",
} as const;

/** The token of a page that was handed out so many seconds ago. */
export function aPage(environment: Readonly<Record<string, string>>, secondsAgo = 60): Promise<string> {
  return tokensOf(environment["FORM_KEY_SECRET"] ?? "", secondsAgo).issue();
}

/** One of each kind: it asks for its key once, as a function that is called again and again does. */
const kept = new Map<string, ReturnType<typeof secretFormTokens>>();

function tokensOf(secret: string, secondsAgo: number): ReturnType<typeof secretFormTokens> {
  const name = `${process.env["AWS_ENDPOINT_URL_SECRETS_MANAGER"]} ${secret} ${secondsAgo}`;
  const clock = { now: () => Date.now() - secondsAgo * 1000 };
  const tokens = kept.get(name) ?? secretFormTokens(secretsManagerClient(), secret, { clock, newId });
  kept.set(name, tokens);
  return tokens;
}

/** A request as a regional REST API hands it to a function (AWS, "Input format of a Lambda function for proxy integration"). */
export function aRestEvent(
  method: "GET" | "POST",
  path: string,
  given: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | null;
    readonly isBase64Encoded?: boolean;
    readonly query?: Readonly<Record<string, string>>;
  } = {},
): APIGatewayProxyEvent {
  const { headers = {}, body = null, isBase64Encoded = false, query } = given;
  return {
    resource: path,
    path,
    httpMethod: method,
    headers: { Host: "form.example.jp", "User-Agent": "test", ...headers },
    multiValueHeaders: {},
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: { stage: "v1" } as APIGatewayProxyEvent["requestContext"],
    body,
    isBase64Encoded,
  };
}

type Fields = Readonly<Record<string, string>>;

/** How a form arrives: as a page without script sends it, with files in base64, and as JSON. */
export const bodyTypes = ["urlencoded", "multipart", "json"] as const;

/** A post with fields in a body of a type; `files` only go with multipart. */
export async function aPost(
  path: string,
  type: (typeof bodyTypes)[number],
  fields: Fields,
  more: { readonly headers?: Fields; readonly files?: readonly File[] } = {},
): Promise<APIGatewayProxyEvent> {
  if (type === "multipart") {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const file of more.files ?? []) form.append("pictures", file);
    const encoded = new Response(form);
    const headers = { "Content-Type": encoded.headers.get("content-type") ?? "", ...more.headers };
    const body = Buffer.from(await encoded.arrayBuffer()).toString("base64");
    return aRestEvent("POST", path, { headers, body, isBase64Encoded: true });
  }
  const isJson = type === "json";
  const contentType = isJson ? "application/json" : "application/x-www-form-urlencoded;charset=UTF-8";
  const body = isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
  return aRestEvent("POST", path, { headers: { "Content-Type": contentType, ...more.headers }, body });
}

export const asJson = { Accept: "application/json" };
