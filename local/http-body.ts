import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEvent } from "aws-lambda";

/** API Gateway takes no larger body (AWS, "Amazon API Gateway quotas": 10 MB). */
const largestBodyBytes = 10_000_000;

/** A request whose body is larger than API Gateway takes. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** A request's body as text in UTF-8. Reading stops with `BodyTooLarge` where API Gateway would not take it. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString("utf8");
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBodyBytes)
      throw new BodyTooLarge(`A request body is larger than ${largestBodyBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A request as a regional REST API hands it to the function (proxy event, version 1), as far as it is read. Forms with files
 * are one of the API's binary media types: their bodies come in base64.
 */
export async function restApiEvent(request: IncomingMessage): Promise<APIGatewayProxyEvent> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const isBase64Encoded = headers["content-type"]?.startsWith("multipart/form-data") ?? false;
  const bytes = await readBytes(request);
  return {
    httpMethod: request.method,
    path: pathname,
    queryStringParameters: searchParams.size > 0 ? Object.fromEntries(searchParams) : null,
    headers,
    body: bytes.toString(isBase64Encoded ? "base64" : "utf8"),
    isBase64Encoded,
  } as APIGatewayProxyEvent;
}
