import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectEffectiveHours, patientConnectClient } from "../../adapters/connect/effective-hours.ts";
import { serveOnLoopback } from "../../local/loopback-server.ts";
import { localAccess } from "../../local/local-access.ts";
import { Unavailable } from "../../usecases/ports/host.ts";

const hoursArn = "arn:aws:connect:ap-northeast-1:000000000000:instance/i-1/operating-hours/h-1";
const asked: string[] = [];
const answers: { status: number; body: unknown }[] = [];
const server = await serveOnLoopback(async (request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const { status, body } = answers.shift() ?? { status: 200, body: {} };
  const type = (body as { __type?: string }).__type;
  response
    .writeHead(status, { "content-type": "application/json", ...(type && { "x-amzn-errortype": type }) })
    .end(JSON.stringify(body));
});
afterAll(() => server.stop());
beforeAll(() => {
  process.env["AWS_ENDPOINT_URL_CONNECT"] = server.endpoint;
  process.env["AWS_REGION"] = localAccess.region;
  process.env["AWS_ACCESS_KEY_ID"] = localAccess.credentials.accessKeyId;
  process.env["AWS_SECRET_ACCESS_KEY"] = localAccess.credentials.secretAccessKey;
});

const time = (Hours: number, Minutes = 0) => ({ Hours, Minutes });
const list = (...days: unknown[]) => ({ status: 200, body: { EffectiveHoursOfOperationList: days } });

describe("the hours that are in force", () => {
  test("are asked for a month at a time, and no day is asked for twice", async () => {
    asked.length = 0;
    await connectEffectiveHours(patientConnectClient(), hoursArn).between("2024-07-01", "2024-09-30");
    // 92 days: 31 + 31 + 30.
    expect(asked).toEqual([
      "GET /effective-hours-of-operations/i-1/h-1?fromDate=2024-07-01&toDate=2024-07-31",
      "GET /effective-hours-of-operations/i-1/h-1?fromDate=2024-08-01&toDate=2024-08-31",
      "GET /effective-hours-of-operations/i-1/h-1?fromDate=2024-09-01&toDate=2024-09-30",
    ]);
  });

  test("are read as AWS writes them: none for a closed day, midnight as 00:00, a date left out is not there", async () => {
    answers.push(
      list(
        { Date: "2024-07-15", OperationalHours: [] },
        { Date: "2024-07-16", OperationalHours: [{ Start: time(9), End: time(17, 30) }] },
        { Date: "2024-07-17", OperationalHours: [{ Start: time(0), End: time(0) }] },
      ),
    );
    const hours = connectEffectiveHours(patientConnectClient(), hoursArn);
    expect([...(await hours.between("2024-07-15", "2024-07-18"))]).toEqual([
      ["2024-07-15", []],
      ["2024-07-16", [{ opensAtMinute: 540, closesAtMinute: 1050 }]],
      ["2024-07-17", [{ opensAtMinute: 0, closesAtMinute: 1440 }]],
    ]);
  });

  test("are asked for again when Amazon Connect is asked too often", async () => {
    asked.length = 0;
    answers.push({ status: 429, body: { __type: "ThrottlingException" } });
    await connectEffectiveHours(patientConnectClient(), hoursArn).between("2024-07-15", "2024-07-15");
    expect(asked.length).toBe(2);
  });

  test("are unavailable where there are none of that name, with the reason", async () => {
    answers.push({ status: 404, body: { __type: "ResourceNotFoundException", Message: "no such hours" } });
    const hours = connectEffectiveHours(patientConnectClient(), hoursArn);
    const failed = await hours.between("2024-07-15", "2024-07-15").catch((cause: unknown) => cause);
    expect(failed).toBeInstanceOf(Unavailable);
    expect((failed as Unavailable).cause).toMatchObject({ name: "ResourceNotFoundException" });
  });

  test("cannot be named by anything but an ARN of an instance's resource", () => {
    expect(() => connectEffectiveHours(patientConnectClient(), "h-1")).toThrow('"h-1" is not the ARN of');
  });
});
