import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEvent } from "aws-lambda";

/** API Gateway takes no larger body (AWS, "Amazon API Gateway quotas": 10 MB). */
const largestBodyBytes = 10_000_000;

/** A request's body as text. Reading stops, with an error, where it is larger than API Gateway takes. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBodyBytes) throw new Error(`A request body is larger than ${largestBodyBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A request as a regional REST API hands it to the function (proxy event, version 1), as far as it is read. */
export async function restApiEvent(request: IncomingMessage): Promise<APIGatewayProxyEvent> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
  return {
    httpMethod: request.method,
    path: request.url,
    headers,
    body: await readBody(request),
    isBase64Encoded: false,
  } as APIGatewayProxyEvent;
}
