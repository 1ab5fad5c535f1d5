import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseOfCall } from "../../domain/case/case.ts";
import { datesBetween } from "../../domain/japan-time.ts";
import { monthlyPlan } from "../../domain/report/plan/report-plan.ts";
import {
  callAlertsOf,
  callbacksOf,
  deployedWorld,
  incidentsOf,
  registrationLogOf,
  trainingsOf,
} from "../../lambdas/edge/composition.ts";
import { openStateFolder } from "../../local/state-folder.ts";
import { trainingOf } from "../../programmes/registry.ts";
import { publishReport } from "../../usecases/reports/publish-report.ts";
import { at } from "../support/contacts.ts";
import { acts, aServedPurpose, doesAsTheManualHasIt, takesTheCall } from "../support/training.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { scripts } = trainingOf("kobaton-alkoo");
const scriptOf = (id: string) => {
  const found = scripts.find((one) => one.id === id);
  if (!found) throw new Error(`There is no script ${id}.`);
  return found;
};

describe("training on this machine", () => {
  test("every script can be done as the manual has it, through the desk's own API and a call as every other", {
    timeout: 120_000,
  }, async () => {
    const { ask, service, world } = await aServedPurpose(await temporaryFolder(), "training");
    for (const script of scripts) {
      const { outcomes, state, heard } = await doesAsTheManualHasIt(ask, script);
      const open = outcomes.filter(({ isMet }: { isMet: boolean }) => !isMet);
      expect({ script: script.id, open }).toEqual({ script: script.id, open: [] });
      expect(outcomes).toHaveLength(script.expectations.length);
      expect(state).toBe("over");
      for (const { says } of script.lines) expect(heard).toContainEqual(expect.objectContaining({ says }));
    }
    // The long one has reached the leader's minutes by itself, as in every call.
    const alerts = await callAlertsOf(world).all(service.programme.id);
    expect(alerts.filter(({ about }) => about === "long-call").map(({ role }) => role)).toContain("leader");

    const { trainings } = await ask("GET", "/training", undefined, "supervisor");
    expect(trainings).toHaveLength(scripts.length);
    for (const made of trainings) expect(made).toMatchObject({ staff: "OP01", open: [] });
  });

  test("who only answers and hangs up reads all that is still open, and may mend it later", async () => {
    const { ask } = await aServedPurpose(await temporaryFolder(), "training");
    const { contactId, receiptNumber } = await takesTheCall(ask, scriptOf("former-programme"));
    await acts(ask, contactId, "hang-up");
    const { outcomes } = await ask("PUT", `/training/calls/${contactId}/judgement`, {});
    expect(outcomes.map(({ isMet }: { isMet: boolean }) => isMet)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);

    const fields = { category: "C11", answer: "終了を案内した。" };
    await ask("PUT", `/cases/${receiptNumber}/fields`, { baseVersion: 1, fields });
    await ask("PUT", `/cases/${receiptNumber}/status`, { from: "in-progress", to: "closed" });
    const again = await ask("PUT", `/training/calls/${contactId}/judgement`, {});
    expect(again.outcomes.map(({ isMet }: { isMet: boolean }) => isMet)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test("one goes on at a time, nobody goes on with another's, and what cannot be done now is said in Japanese", async () => {
    const { ask, send } = await aServedPurpose(await temporaryFolder(), "training");
    const { contactId } = await ask("POST", "/training/calls", { script: "complaint" });
    const path = `/training/calls/${contactId}`;
    const refusals = [
      await send("POST", "/training/calls", { script: "complaint" }),
      await send("POST", "/training/calls", { script: "nothing" }, "leader"),
      await send("POST", `${path}/acts`, { act: "speak" }),
      await send("POST", `${path}/acts`, { act: "hold" }),
      await send("POST", `${path}/acts`, { act: "answer" }, "leader"),
      await send("PUT", `${path}/judgement`, {}),
      await send("PUT", `${path}/judgement`, {}, "supervisor"),
    ];
    for (const { statusCode, body } of refusals) {
      expect(statusCode).toBe(400);
      expect(body.problem).toMatch(/^[^a-z]+。$/);
    }
    expect((await ask("GET", path, undefined, "leader")).isOwn).toBe(false);
    // A leader may train too: operators' calls come to them meanwhile.
    const theirs = await ask("POST", "/training/calls", { script: "complaint" }, "leader");
    const answered = await ask(
      "POST",
      `/training/calls/${theirs.contactId}/acts`,
      { act: "answer" },
      "leader",
    );
    expect(answered.state).toBe("talking");
    expect((await send("GET", `/training/calls/${theirs.contactId}`)).statusCode).toBe(404);
  });

  test("after the service was started again, a call that was cut off can be ended, and the next begun", async () => {
    const folder = await temporaryFolder();
    const first = await aServedPurpose(folder, "training");
    const { contactId } = await takesTheCall(first.ask, scriptOf("complaint"));
    await first.stop();
    const second = await aServedPurpose(folder, "training");
    const { training } = await second.ask("GET", "/training/under-way");
    expect(training).toMatchObject({ contactId, state: "over" });
    expect(
      (await second.send("POST", `/training/calls/${contactId}/acts`, { act: "speak" })).statusCode,
    ).toBe(400);
    await second.ask("PUT", `/training/calls/${contactId}/judgement`, {});
    await second.ask("POST", "/training/calls", { script: "complaint" });
  });

  test("a call that is chosen outside opening hours comes at the next opening", async () => {
    const { ask, clock } = await aServedPurpose(await temporaryFolder(), "training");
    await clock.set(at("2024-07-05T17:30"));
    const { contactId } = await ask("POST", "/training/calls", { script: "complaint" });
    const { arrivedAt } = await ask("GET", `/calls/${contactId}`);
    expect(arrivedAt).toBe(at("2024-07-08T09:00"));
  });
});

describe("nothing of a training reaches the desk of residents, or its figures", () => {
  test("its calls, cases, call backs, incidents and numbers are in none of the desk's tables, and its report counts none", {
    timeout: 120_000,
  }, async () => {
    const folder = await temporaryFolder();
    const training = await aServedPurpose(folder, "training");
    for (const id of ["phone-changed", "outside-the-manual", "callback", "login-forgotten", "threat"])
      await doesAsTheManualHasIt(training.ask, scriptOf(id));
    const { programme } = training.service;
    const month = datesBetween("2024-07-01", "2024-07-31");
    const counted = async ({ service, world }: Pick<typeof training, "service" | "world">) => {
      const { cases, contacts } = service.stores;
      const days = await Promise.all(
        month.map(async (date) => [
          ...(await cases.ofDay(programme.id, date)),
          ...(await contacts.ofDay(programme.id, date)),
        ]),
      );
      return {
        casesAndContacts: days.flat().length,
        callbacks: (await callbacksOf(world).dueTimes(programme.id, 100)).length,
        incidents: (await incidentsOf(world).all(programme.id)).length,
        registrations: (await registrationLogOf(world).all(programme.id)).length,
        alerts: (await callAlertsOf(world).all(programme.id)).length,
        trainings: (await trainingsOf(world).all(programme.id)).length,
      };
    };
    // It looked: in the training's own tables all of them are there.
    const there = await counted(training);
    for (const count of Object.values(there)) expect(count).toBeGreaterThan(0);
    await training.stop();

    const desk = await aServedPurpose(folder, "desk");
    expect(await counted(desk)).toEqual({
      casesAndContacts: 0,
      callbacks: 0,
      incidents: 0,
      registrations: 0,
      alerts: 0,
      trainings: 0,
    });
    // One case of a resident: the report has that one and no other.
    const receiptNumber = "419700000019";
    const arrivedAt = at("2024-07-02T10:00");
    await desk.service.stores.cases.open(
      caseOfCall({ programme: programme.id, receiptNumber, contactId: "a-resident", arrivedAt }),
    );
    const plan = monthlyPlan(programme, "2024-07");
    if (!plan.ok) throw new Error(plan.problem);
    const clock = { now: () => at("2024-08-05T10:00") };
    const { report, revision, figures } = await publishReport({ ...desk.service.stores, clock })(plan.value);
    expect(figures).toMatchObject({ offered: 0, answered: 0, outboundAttempts: 0, webForms: 0 });
    const list = await desk.service.stores.reports.read(programme.id, report, revision, "03_応対一覧.csv");
    const text = new TextDecoder().decode(list);
    expect(text).toContain("4197-0000-0019");
    expect(text.trim().split("\n")).toHaveLength(2);
  });

  test("the desk of residents plays no caller and takes no training, whoever asks", async () => {
    const { ask, send } = await aServedPurpose(await temporaryFolder(), "desk");
    const room = await ask("GET", "/training");
    expect(room.elsewhere).toContain("npm start -- --training");
    expect(room.scripts.length).toBeGreaterThan(7);
    expect((await ask("GET", "/me")).isTraining).toBe(false);
    for (const as of ["operator", "leader", "supervisor"] as const)
      expect(await send("POST", "/training/calls", { script: "complaint" }, as)).toMatchObject({
        statusCode: 400,
        body: { problem: room.elsewhere },
      });
    expect(await ask("GET", "/training/under-way")).toEqual({});
    expect((await ask("GET", "/training", undefined, "supervisor")).trainings).toEqual([]);
  });

  test("no service opens a folder that was made for the other purpose", async () => {
    const folder = await temporaryFolder();
    const [forDesk, forTraining] = [join(folder, "desk"), join(folder, "training")];
    await openStateFolder(forDesk, () => "secret");
    await openStateFolder(forTraining, () => "secret", "training");
    expect(await readFile(join(forTraining, "training.txt"), "utf8")).toContain("研修");
    await expect(openStateFolder(forTraining, () => "secret")).rejects.toThrow(/is for training/);
    await expect(openStateFolder(forDesk, () => "secret", "training")).rejects.toThrow(/is not for training/);
    // Each opens its own again.
    await openStateFolder(forDesk, () => "other");
    await openStateFolder(forTraining, () => "other", "training");
  });

  test("no deployed function has a caller to play: only this machine's desk is given one", async () => {
    expect(Object.keys(deployedWorld).sort()).toEqual(["clock", "environment", "log"]);
  });
});
