import type { APIGatewayProxyEvent } from "aws-lambda";
import type { DeskRole } from "../../domain/desk/desk-role.ts";

let requests = 0;

/** A user name for each role, in lower case as Amazon Cognito writes it. */
const userNames: Readonly<Record<DeskRole, string>> = {
  supervisor: "sv01",
  leader: "ld01",
  operator: "op01",
  prefecture: "pref01",
};

/**
 * A request as a regional REST API with a Cognito authorizer hands it to the desk's function (AWS, "Input format of a Lambda
 * function for proxy integration"; every claim is a text).
 */
export function aDeskEvent(
  method: string,
  path: string,
  given: {
    readonly as?: DeskRole;
    readonly claims?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly requestId?: string;
  } = {},
): APIGatewayProxyEvent {
  const { as = "operator", query, body } = given;
  const claims = given.claims ?? {
    sub: "f1f2",
    "cognito:username": userNames[as],
    "cognito:groups": as,
    token_use: "id",
  };
  const requestContext = { requestId: given.requestId ?? `request-${requests++}`, authorizer: { claims } };
  return {
    httpMethod: method,
    path,
    resource: "/api/{proxy+}",
    headers: { "Content-Type": "application/json" },
    queryStringParameters: query ?? null,
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext,
  } as unknown as APIGatewayProxyEvent;
}
