import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { newId } from "../adapters/system/ids.ts";
import { FifoQueue } from "./fifo-queue.ts";
import { readBody } from "./http-body.ts";
import { type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";

/** Stands in for one Amazon SQS FIFO queue. What lies in it goes with the process: it only hurries work that is kept elsewhere. */
export interface QueueServer extends LoopbackServer {
  /** What the SDK sends to: its host is this server, whatever the SDK is told of endpoints. */
  readonly queueUrl: string;
  readonly queue: FifoQueue;
  /** Calls `listener` whenever a message has been taken; one listener at a time. */
  onMessage(listener: () => void): void;
}

const service = "AmazonSQS.";
const known = new Set(["QueueUrl", "MessageBody", "MessageGroupId"]);

interface Answer {
  readonly status: number;
  readonly body: object;
}

/**
 * Takes `SendMessage` in JSON 1.0 (AWS, SQS API reference); everything else is refused by name. The consumer is a function
 * that Lambda calls, so nothing receives over HTTP.
 */
export async function startQueueServer(options: {
  readonly name: string;
  readonly port?: number;
}): Promise<QueueServer> {
  const queue = new FifoQueue(newId);
  let heard: () => void = () => undefined;
  const server = await serveOnLoopback(async (request, response) => {
    const { status, body } = answer(queue, queueUrl(), request, await readBody(request));
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
    if (status === 200) heard();
  }, options.port);
  function queueUrl(): string {
    return `${server.endpoint}/000000000000/${options.name}`;
  }
  return {
    endpoint: server.endpoint,
    queueUrl: queueUrl(),
    queue,
    onMessage(listener) {
      heard = listener;
    },
    stop: () => server.stop(),
  };
}

function answer(queue: FifoQueue, queueUrl: string, request: IncomingMessage, text: string): Answer {
  const target = String(request.headers["x-amz-target"]);
  const operation = target.startsWith(service) ? target.slice(service.length) : target;
  if (operation !== "SendMessage")
    return refusal("NotImplementedException", `The local SQS does not provide ${operation}.`, 501);
  const asked = parsedObject(text);
  const unknown = Object.keys(asked).find((name) => !known.has(name));
  if (unknown !== undefined)
    return refusal("NotImplementedException", `The local SendMessage does not provide ${unknown}.`, 501);
  const { QueueUrl, MessageBody, MessageGroupId } = asked;
  if (nameIn(QueueUrl) !== nameIn(queueUrl))
    return refusal("com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
  if (typeof MessageBody !== "string" || typeof MessageGroupId !== "string")
    return refusal("com.amazonaws.sqs#MissingParameter", "Give MessageBody and MessageGroupId.");
  const MessageId = queue.send(MessageBody, MessageGroupId);
  // The SDK compares it with what it sent.
  const MD5OfMessageBody = createHash("md5").update(MessageBody).digest("hex");
  return { status: 200, body: { MessageId, MD5OfMessageBody } };
}

/** A recorder may stand between: only the queue's name in the path counts, and not the host. */
function nameIn(queueUrl: unknown): string {
  return String(queueUrl).split("/").slice(-2).join("/");
}

function parsedObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...Object(JSON.parse(text)) };
  } catch {
    return {};
  }
}

function refusal(type: string, message: string, status = 400): Answer {
  return { status, body: { __type: type, message } };
}
