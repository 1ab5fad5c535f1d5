import { execFile } from "node:child_process";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { connectEffectiveHours, patientConnectClient } from "../../adapters/connect/effective-hours.ts";
import { connectInstance } from "../../adapters/connect/live-instance.ts";
import { testCaseDocument } from "../../connect-flows/test-case-document.ts";
import { localAccess } from "../../local/local-access.ts";
import { deployments } from "../../programmes/deployments.ts";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { acceptancePlan, planLines } from "../../tools/acceptance/plan.ts";
import { acceptInstance, type Finding } from "../../usecases/desk/accept-instance.ts";
import { at } from "../support/contacts.ts";
import { aLiveInstance } from "../support/live-instance.ts";

const live = await aLiveInstance(dev.instanceAlias);
const right = { ...live.world };
afterAll(() => live.stop());
beforeEach(() => {
  Object.assign(live.world, { ...right, testCases: new Map(right.testCases) });
  live.asked.length = 0;
});

const stack = "callcentre-dev-kobaton-alkoo";
const account = {
  AWS_ENDPOINT_URL_CONNECT: live.endpoint,
  AWS_ACCESS_KEY_ID: localAccess.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localAccess.credentials.secretAccessKey,
};
for (const [name, value] of Object.entries(account)) vi.stubEnv(name, value);
afterAll(() => vi.unstubAllEnvs());

function planAt(now: string) {
  const plan = acceptancePlan(stack, deployments, at(now));
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

/** Everything that the acceptance of an instance finds at an instant, and how long it paused, in seconds. */
async function findingsAt(now: string) {
  const client = patientConnectClient("ap-northeast-1");
  const instance = await connectInstance(client, dev.instanceAlias);
  if (!instance) throw new Error("There is no instance.");
  const { period, testCases, now: desk } = planAt(now);
  const findings: Finding[] = [];
  let pausedSeconds = 0;
  const accept = acceptInstance({
    programme: kobatonAlkoo,
    instance,
    effectiveHoursOf: (arn) => connectEffectiveHours(client, arn),
    pause: async (milliseconds) => {
      pausedSeconds += milliseconds / 1000;
    },
  });
  await accept({ period, testCases: testCases[desk] }, (finding) => findings.push(finding));
  return { findings, pausedSeconds };
}

const openHours = "2024-07-16T10:00";
const holiday = "2024-07-15T10:00";

describe("a deployed instance that is as its source says", () => {
  test.each([
    [openHours, ["hears-the-menu", "presses-nothing", "presses-3", "presses-a-wrong-key"], "open"],
    [holiday, ["hears-why"], "closed"],
  ])("is accepted at %s: its hours, and what callers hear then", async (now, names, desk) => {
    const { findings } = await findingsAt(now);
    expect(findings).toEqual([
      { check: "hours", passed: true, problems: [] },
      ...names.map((name) => ({ check: `kobaton-alkoo-${desk}-${name}`, passed: true, problems: [] })),
    ]);
  });

  test("is only read: no call but reading ones and the start of a test is made", async () => {
    await findingsAt(openHours);
    expect(live.asked.length).toBeGreaterThan(15);
    expect(live.asked.filter((call) => !call.startsWith("GET "))).toEqual(
      Array(4).fill(expect.stringMatching(/^PUT .+\/start-execution$/)),
    );
  });
});

describe("an instance that is not", () => {
  test("is told by the days on which its hours differ", async () => {
    live.world.openAllTheSame = ["2024-07-15"];
    const { findings } = await findingsAt(holiday);
    expect(findings[0]).toMatchObject({ check: "hours", passed: false });
    expect(findings[0]?.problems[0]).toContain("2024-07-15 should be closed and is 09:00-17:00");
  });

  test("is told by what a caller did not hear", async () => {
    const name = "kobaton-alkoo-closed-hears-why";
    live.world.testCases.set(name, testCaseDocument([{ text: "本日は営業しています。", isPart: true }]));
    const { findings } = await findingsAt(holiday);
    expect(findings[1]?.passed).toBe(false);
    expect(findings[1]?.problems[0]).toMatch(/^hears-1: heard コバトンアルコーマイレージ、/);
  });

  test("is told by what was not deployed", async () => {
    live.world.testCases.clear();
    live.world.hoursName = "Basic Hours";
    const { findings } = await findingsAt(holiday);
    expect(findings.map(({ problems }) => problems)).toEqual([
      ["There are no hours named kobaton-alkoo-desk: deploy the routing stack."],
      ["There is no such test case: deploy the acceptance stack."],
    ]);
  });
});

describe("a test that runs on", () => {
  test("is waited for", async () => {
    live.world.runsFor = 3;
    const { findings, pausedSeconds } = await findingsAt(holiday);
    expect(findings.every(({ passed }) => passed)).toBe(true);
    expect(pausedSeconds).toBe(15);
  });

  test("is given up after six minutes", async () => {
    live.world.runsFor = 1_000;
    const { findings } = await findingsAt(holiday);
    expect(findings[1]).toMatchObject({ passed: false, problems: ["It has not ended within 6 minutes."] });
  });
});

test("an account without the instance is told from one that cannot be asked", async () => {
  const client = patientConnectClient("ap-northeast-1");
  expect(await connectInstance(client, "another")).toBeUndefined();
});

describe("the plan", () => {
  test("is one screen: what is looked at, when, and with which permissions", () => {
    const lines = planLines(planAt(openHours));
    expect(lines.length).toBeLessThanOrEqual(20);
    // 274 days of the contract, of which 181 are operating days.
    expect(lines.join("\n")).toContain("2024-07-01 から 2025-03-31 まで 274 日（うち営業日 181 日）");
    expect(lines.join("\n")).toContain("今は受付時間内");
    expect(planLines(planAt(holiday)).join("\n")).toContain("今は受付時間外");
  });

  test.each([
    [undefined, "--stack is missing: name callcentre-dev-kobaton-alkoo or callcentre-prod-kobaton-alkoo."],
    [
      "callcentre-test-kobaton-alkoo",
      'There is no stack "callcentre-test-kobaton-alkoo": name callcentre-dev-',
    ],
  ])("is not made for %s", (name, problem) => {
    const plan = acceptancePlan(name, deployments, at(openHours));
    expect(plan.ok ? "made" : plan.problem).toContain(problem);
  });
});

describe("the command", () => {
  const withoutAccount = { PATH: process.env["PATH"], AWS_EC2_METADATA_DISABLED: "true", HOME: "/nowhere" };

  function run(words: readonly string[], environment: Record<string, string | undefined>) {
    return new Promise<{ status: number; out: string; err: string }>((resolve) => {
      execFile(
        process.execPath,
        ["tools/accept.ts", ...words],
        { env: { ...withoutAccount, ...environment } },
        (error, out, err) => resolve({ status: Number(error?.code ?? 0), out, err }),
      );
    });
  }

  test("accepts the instance, a line of JSON a finding", async () => {
    const { status, out, err } = await run(["--stack", `${stack}-acceptance`, "--json"], account);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const findings = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Finding);
    expect(findings[0]).toEqual({ check: "hours", passed: true, problems: [] });
    expect(findings.length).toBeGreaterThanOrEqual(2);
    expect(findings.every(({ passed }) => passed)).toBe(true);
  });

  test("refuses it with status 1, and says in words what is wrong", async () => {
    live.world.openAllTheSame = ["2025-01-02"];
    const { status, out } = await run(["--stack", stack], account);
    expect(status).toBe(1);
    expect(out).toMatch(/^不合格 {2}hours\n.+2025-01-02 should be closed/);
    expect(out).toContain("件中 1 件が不合格です。");
  });

  test("without an account says what it would do, and ends with status 2 because nothing was looked at", async () => {
    const { status, out, err } = await run(["--stack", stack], {});
    expect(status).toBe(2);
    expect(out).toContain("受入れ試験: コバトンALKOOマイレージ（dev）");
    expect(err).toBe(
      "Nothing was looked at, for nobody is signed in to AWS: sign in as for the AWS CLI, and try again.\n",
    );
    expect(live.asked).toEqual([]);
  });

  test.each([[["--plan", "--stack", stack]], [["--help"]]])(
    "%j asks nobody and ends with 0",
    async (words) => {
      const { status, out, err } = await run(words, account);
      expect({ status, err }).toEqual({ status: 0, err: "" });
      expect(out.length).toBeGreaterThan(100);
      expect(live.asked).toEqual([]);
    },
  );

  test.each([[[]], [["--stack", "x"]], [["--stak", "x"]], [["extra"]]])(
    "%j is wrong use: status 2 and one line",
    async (words) => {
      const { status, out, err } = await run(words, account);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(err).toContain("Use: npm run accept -- --stack NAME");
    },
  );
});
