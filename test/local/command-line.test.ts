import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { verbs } from "../../local/verbs/verbs.ts";
import { aClosedRecord, aContactRecord, anAbandonedRecord, shuffled } from "../support/contact-records.ts";
import { callcentre, callcentreWith, callcentreWithin, type Ended } from "./callcentre.ts";

const folder = mkdtempSync(join(tmpdir(), "callcentre-"));
let states = 0;
const newState = () => join(folder, `state-${states++}`);
afterAll(() => rmSync(folder, { recursive: true }));

const eventsOf = (ended: Ended) =>
  ended.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("calendar", () => {
  test.each(["UTC", "Asia/Tokyo", "America/New_York"])(
    "counts 181 operating days in the contract on a host in %s",
    async (zone) => {
      const words = ["calendar", "days", "2024-07-01", "2025-03-31", "--json"];
      const ended = await callcentreWith({ TZ: zone, CALLCENTRE_STATE: newState() }, ...words);
      const { count, days } = JSON.parse(ended.out);
      expect({ status: ended.status, count, listed: days.length }).toEqual({
        status: 0,
        count: 181,
        listed: 181,
      });
    },
  );

  test("says why the desk is closed and when it opens next", async () => {
    const ended = await callcentreWithin(newState(), "calendar", "at", "2024-07-15T10:00", "--json");
    expect(JSON.parse(ended.out)).toEqual({
      open: false,
      reason: "海の日",
      nextOpening: "2024-07-16T09:00:00+09:00",
    });
  });

  test("knows at once of a closing day that was entered", async () => {
    const state = newState();
    expect(
      (await callcentreWithin(state, "calendar", "close", "2024-08-14", "--reason", "庁舎の停電")).status,
    ).toBe(0);
    const at = await callcentreWithin(state, "calendar", "at", "2024-08-14T10:00", "--json");
    expect(JSON.parse(at.out)).toMatchObject({ open: false, reason: "庁舎の停電" });
    const called = eventsOf(await callcentreWithin(state, "call", "--at", "2024-08-14T10:00", "--json"));
    expect(called.at(-1)).toMatchObject({ queued: false, answer: { reason: "庁舎の停電" } });
  });
});

describe("a simulated call", () => {
  test.each([
    ["2024-12-30T10:00+09:00", "年末年始", "2025-01-06T09:00:00+09:00", "1月6日"],
    ["2024-07-15T10:00+09:00", "海の日", "2024-07-16T09:00:00+09:00", "7月16日"],
  ])("at %s is told of %s", async (at, reason, nextOpening, spoken) => {
    const events = eventsOf(await callcentreWithin(newState(), "call", "--at", at, "--json"));
    expect(events.at(-1)).toMatchObject({ queued: false, answer: { status: "closed", reason, nextOpening } });
    const words = events
      .filter(({ kind }) => kind === "said")
      .map(({ text }) => text)
      .join();
    expect(words).toContain(reason);
    expect(words).toContain(spoken);
  });

  test.each([
    ["2024-07-16T16:59:59", true],
    ["2024-07-16T17:00:00", false],
    ["2024-07-16T09:00:00", true],
    ["2024-07-16T08:59:59", false],
  ])("at %s is queued: %s", async (at, queued) => {
    const events = eventsOf(await callcentreWithin(newState(), "call", "--at", at, "--json"));
    expect(events.at(-1)?.["queued"]).toBe(queued);
    expect(events.some(({ kind }) => kind === "connected")).toBe(queued);
  });

  test("reaches an operator with the answering handler down", async () => {
    const words = ["call", "--at", "2024-07-16T10:00", "--fault", "lambda-error", "--json"];
    const events = eventsOf(await callcentre(newState(), ...words));
    expect(events.map(({ kind }) => kind)).toContain("connected");
  });

  test("speaks at most 15 seconds before the queue to a caller who presses a key", async () => {
    const words = ["call", "--at", "2024-07-16T10:00", "--keys", "0", "--json"];
    const events = eventsOf(await callcentreWithin(newState(), ...words));
    expect(events.at(-1)?.["queued"]).toBe(true);
    expect(events.at(-1)?.["speechSecondsBeforeQueue"]).toBeGreaterThan(5);
    expect(events.at(-1)?.["speechSecondsBeforeQueue"]).toBeLessThanOrEqual(15);
  });
});

/** Some days of July 2024, closing days among them: transfers, a record that was updated, calls given up, closed arrivals. */
function aMonthOfRecords(): object[] {
  return ["02", "12", "13", "15", "31"].flatMap((date) =>
    ["08", "09", "12", "16", "17"].flatMap((hour) => {
      const day = `2024-07-${date}`;
      const id = `${day}-${hour}`;
      const first = aContactRecord(`${id}-a`, `${day}T${hour}:00`, { NextContactId: `${id}-b` });
      const leg = { InitiationMethod: "TRANSFER", InitialContactId: `${id}-a`, PreviousContactId: `${id}-a` };
      return [
        first,
        {
          ...first,
          LastUpdateTimestamp: `${day}T23:00:00Z`,
          Agent: { ...first.Agent, AfterContactWorkDuration: 90 },
        },
        aContactRecord(`${id}-b`, `${day}T${hour}:05`, leg),
        anAbandonedRecord(`${id}-c`, `${day}T${hour}:30`),
        aClosedRecord(`${id}-d`, `${day}T${hour}:40`),
      ];
    }),
  );
}

async function reportOf(state: string, file: string, lines: readonly string[]) {
  writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
  const imported = await callcentreWithin(state, "contacts", "import", join(folder, file), "--json");
  const out = join(folder, `${file}-report`);
  const built = await callcentreWithin(state, "report", "monthly", "2024-07", "--out", out);
  expect(built).toMatchObject({ status: 0, err: "" });
  return {
    imported: JSON.parse(imported.out),
    out,
    manifest: readFileSync(join(out, "manifest.json"), "utf8"),
  };
}

describe("contact records from a file", () => {
  test("give the same report, byte for byte, sorted once and shuffled three times over", {
    timeout: 60_000,
  }, async () => {
    const lines = aMonthOfRecords().map((record) => JSON.stringify(record));
    const once = await reportOf(newState(), "sorted.jsonl", lines);
    const thrice = await reportOf(newState(), "shuffled.jsonl", shuffled([...lines, ...lines, ...lines], 7));
    expect(thrice.manifest).toBe(once.manifest);
    for (const name of readdirSync(once.out))
      expect(readFileSync(join(thrice.out, name), "utf8")).toBe(readFileSync(join(once.out, name), "utf8"));
    // The 13th is a Saturday and the 15th 海の日: three operating days, with the hours 9, 12 and 16 inside opening time.
    // Each hour has one call that was transferred and one that was given up: nine and nine.
    const { figures } = JSON.parse(once.manifest);
    expect(figures).toMatchObject({
      offered: 18,
      answered: 9,
      abandoned: 9,
      selfServed: 0,
      outboundAttempts: 0,
    });
    // First leg 300 + 30 + 90 s (the update counts), second leg 300 + 30 + 60 s.
    expect(figures).toMatchObject({ averageHandlingSeconds: 810, averageTalkSeconds: 660, answerRate: 0.5 });
    // Five days of five hours with three calls each are 75 calls; 18 were offered.
    expect(figures.arrivedClosed).toBe(75 - 18);
    expect(once.imported).toEqual({ lines: 125, taken: 125, parked: 0, reasons: [] });
  });

  test("that cannot be true are parked with their reason and counted; the others go in", async () => {
    const good = aContactRecord("good", "2024-07-16T10:00");
    const bad = [
      "not JSON",
      "[]",
      JSON.stringify({ ...good, ContactId: undefined }),
      JSON.stringify({ ...good, ContactId: "" }),
      JSON.stringify({ ...good, ContactId: "ends-first", DisconnectTimestamp: "2024-07-16T00:59:59Z" }),
      JSON.stringify({ ...good, ContactId: "no-such-day", InitiationTimestamp: "2024-02-30T10:00:00Z" }),
      JSON.stringify({ ...good, ContactId: "no-beginning", InitiationTimestamp: null }),
      JSON.stringify({ ...good, ContactId: "negative", Queue: { ...good.Queue, Duration: -1 } }),
    ];
    const state = newState();
    const { imported, manifest } = await reportOf(state, "bad.jsonl", [...bad, JSON.stringify(good), ""]);
    expect(imported).toMatchObject({ lines: 9, taken: 1, parked: 8 });
    expect(imported.reasons).toHaveLength(8);
    for (const reason of [
      "not JSON",
      "ContactId is missing",
      "ContactId: is empty",
      "2024-02-30",
      "DisconnectTimestamp",
      "Queue.Duration",
    ])
      expect(imported.reasons.join()).toContain(reason);
    expect(JSON.parse(manifest).figures).toMatchObject({ offered: 1, answered: 1 });
  });

  test("of a month without operators or calls make a report with dashes", async () => {
    const { manifest } = await reportOf(newState(), "empty.jsonl", []);
    expect(JSON.parse(manifest).figures).toMatchObject({
      offered: 0,
      answerRate: null,
      averageHandlingSeconds: null,
    });
  });
});

describe("wrong use is answered in one line, with status 2", () => {
  test.each([
    [["calendar", "at", "2024-02-30T10:00"], "does not exist"],
    [["calendar", "at"], "INSTANT is missing"],
    [["calendar", "days", "2024-07-02", "2024-07-01"], "earlier date first"],
    [["calendar", "close", "2024-08-14"], "reason"],
    [
      ["calendar", "open", "2024-08-14", "--reason", "x", "--from", "17:00", "--to", "09:00"],
      "must be after",
    ],
    [["call", "--at", "2024-07-16T10:00", "--fault", "fire"], 'no fault called "fire"'],
    [["call", "--at", "2024-07-16T10:00", "--operators", "many"], "whole number"],
    [["call", "--at", "2024-07-16T10:00", "--loud"], "--loud"],
    [["call", "--at", "2024-07-16T10:00", "--keys", "1,x"], 'not "x"'],
    [["report", "monthly", "2024-13", "--out", "x"], "not a month"],
    [["report", "monthly", "2024-06", "--out", "x"], "outside the contract"],
    [["report", "monthly", "2024-07"], "--out DIR is missing"],
    [["report", "weekly", "2024-07-32", "--out", "x"], "does not exist"],
    [["report", "weekly", "2024-08-05", "--out", "x"], "no weekly list"],
    [["report", "final", "2025-03", "--out", "x"], "one word too many"],
    [["report", "completion"], "--out DIR is missing"],
    [["case", "release", "4198-6896-7501", "--staff", "OP01"], "Only a supervisor"],
    [["case", "release", "4198-6896-7501", "--staff", "SV99"], "not in the roster"],
    [["case", "release", "4198-6896-7501"], "--staff CODE is missing"],
    [["case", "unreleased", "July"], "not a month"],
  ])("%j", async (words, sentence) => {
    vi.stubEnv("CALLCENTRE_STATE", newState());
    const verb = verbs.find(({ name }) => words.join(" ").startsWith(name));
    const rest = words.slice(verb?.name.split(" ").length);
    const outcome = await verb?.run(rest, () => undefined);
    vi.unstubAllEnvs();
    expect(outcome).toMatchObject({ kind: "wrong-use", problem: expect.stringContaining(sentence) });
    expect(JSON.stringify(outcome)).not.toContain("\\n");
  });

  test.each([
    [["phone"], 'no verb "phone"'],
    [["calendar", "at"], "INSTANT is missing"],
    [["calendar", "at", "2024-07-16T10:00", "--programme", "other"], 'no programme "other"'],
  ])("%j, of the whole command", async (words, sentence) => {
    const ended = await callcentre(newState(), ...words);
    expect(ended.err).toContain(sentence);
    expect(ended.err.trim().split("\n")).toHaveLength(1);
    expect(ended).toMatchObject({ out: "" });
    expect([1, 2]).toContain(ended.status);
  });

  test("a file that is not there is a failed job: status 1", async () => {
    const ended = await callcentre(newState(), "contacts", "import", join(folder, "nowhere.jsonl"));
    expect(ended).toMatchObject({ status: 1, out: "", err: expect.stringContaining("cannot be read") });
  });

  test("every verb says how it is used, in the list and by itself", async () => {
    const { out } = await callcentre(newState(), "--help");
    expect(verbs.length).toBeGreaterThan(30);
    expect(out.trim().split("\n")).toEqual(verbs.map(({ help }) => help.split("\n")[0]));
    for (const { name, help } of verbs) expect(help).toMatch(new RegExp(`^${name}\\b.*\n.+`, "s"));
    for (const { name, help } of verbs.filter((_verb, index) => index % 15 === 0))
      expect(await callcentre(newState(), ...name.split(" "), "--help")).toMatchObject({
        out: `${help}\n`,
        status: 0,
      });
  });
});
