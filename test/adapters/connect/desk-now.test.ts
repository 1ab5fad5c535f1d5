import { ConnectClient } from "@aws-sdk/client-connect";
import { expect, onTestFinished, test } from "vitest";
import { connectDeskNow, type WatchedQueues } from "../../../adapters/connect/desk-now.ts";
import { queueArns } from "../../../local/desk-exchange.ts";
import { localAccess } from "../../../local/local-access.ts";
import { serveOnLoopback } from "../../../local/loopback-server.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { anExchangeForTest } from "../../support/connect.ts";

const queues: WatchedQueues = {
  operators: queueArns.OperatorQueue,
  leaders: queueArns.LeaderQueue,
  supervisors: queueArns.SupervisorQueue,
};

const deskAt = (endpoint: string) =>
  connectDeskNow(new ConnectClient({ endpoint, ...localAccess, maxAttempts: 1 }), queues);

/** Amazon Connect, answering always the same, and what it was asked. */
async function answering(status: number, body: object) {
  const asked: string[] = [];
  const server = await serveOnLoopback(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  onTestFinished(() => server.stop());
  return { desk: deskAt(server.endpoint), asked };
}

test("a quiet desk has nobody waiting and whoever has signed in", async () => {
  const { exchange, endpoint } = await anExchangeForTest();
  const nobody = { callersWaiting: 0, longestWaitSeconds: 0, operatorsStaffed: 0 };
  expect(await deskAt(endpoint).look()).toEqual(nobody);
  exchange.addOperator({ arn: "operator/op01", username: "op01", queueArns: [queues.operators] }).signIn();
  exchange.addOperator({ arn: "operator/sv01", username: "sv01", queueArns: [queues.supervisors] }).signIn();
  expect(await deskAt(endpoint).look()).toEqual({ ...nobody, operatorsStaffed: 1 });
});

test("callers wait in seconds, the first of them longest", async () => {
  const { exchange, endpoint, callComes } = await anExchangeForTest();
  await callComes("+819011110001");
  const queued = exchange.now();
  await callComes("+819011110002");
  await exchange.advanceTo(queued + 300_000);
  const { longestWaitSeconds, ...others } = await deskAt(endpoint).look();
  expect(others).toEqual({ callersWaiting: 2, operatorsStaffed: 0 });
  expect(longestWaitSeconds).toBeGreaterThanOrEqual(300);
  expect(longestWaitSeconds).toBeLessThan(400);
});

test("callers of all the desk's queues are added up, and the longest wait is of any", async () => {
  const result = (queue: string, waiting: number, oldest: number | null, staffed: number) => ({
    Dimensions: { Queue: { Arn: queue, Id: queue.split("/").at(-1) } },
    Collections: [
      { Metric: { Name: "CONTACTS_IN_QUEUE", Unit: "COUNT" }, Value: waiting },
      { Metric: { Name: "OLDEST_CONTACT_AGE", Unit: "SECONDS" }, Value: oldest },
      { Metric: { Name: "AGENTS_STAFFED", Unit: "COUNT" }, Value: staffed },
    ],
  });
  const { desk, asked } = await answering(200, {
    MetricResults: [
      result(queues.supervisors, 1, 75, 2),
      result(queues.operators, 3, 40, 5),
      result(queues.leaders, 0, null, 4),
    ],
  });
  expect(await desk.look()).toEqual({ callersWaiting: 4, longestWaitSeconds: 75, operatorsStaffed: 5 });
  expect(asked).toEqual(["POST /metrics/current/local"]);
});

test("where Amazon Connect has no data of any queue, nobody waits and nobody is there", async () => {
  const { desk } = await answering(200, { MetricResults: [] });
  expect(await desk.look()).toEqual({ callersWaiting: 0, longestWaitSeconds: 0, operatorsStaffed: 0 });
});

test("where Amazon Connect refuses, the desk's state is unavailable, with the cause", async () => {
  const { desk } = await answering(429, { __type: "ThrottlingException", message: "Rate exceeded" });
  const refused = desk.look();
  await expect(refused).rejects.toBeInstanceOf(Unavailable);
  await expect(refused).rejects.toMatchObject({ cause: { name: "ThrottlingException" } });
});

test("what is no queue's ARN is refused when the handler starts", () => {
  expect(() => connectDeskNow(new ConnectClient(localAccess), { ...queues, operators: "operators" })).toThrow(
    '"operators" is not the ARN of a resource',
  );
});
