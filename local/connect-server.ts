import { connectApi } from "../simulator/connect-api.ts";
import type { Exchange } from "../simulator/exchange.ts";
import { readBody } from "./http-body.ts";
import { type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";

/**
 * Amazon Connect's API of one exchange, for the unmodified SDK client (`AWS_ENDPOINT_URL_CONNECT`). What was asked takes
 * effect at once; the exchange's time goes on only when somebody moves it.
 */
export function startConnectServer(exchange: Exchange): Promise<LoopbackServer> {
  const api = connectApi(exchange);
  return serveOnLoopback(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const asked =
      request.method === "GET" ? Object.fromEntries(searchParams) : parsed(await readBody(request));
    const { status, body } = await api(request.method ?? "", pathname, asked);
    const error = body["__type"];
    response
      .writeHead(status, {
        "content-type": "application/json",
        ...(typeof error === "string" && { "x-amzn-errortype": error }),
      })
      .end(JSON.stringify(body));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text || "{}");
  } catch {
    return undefined;
  }
}
