import { expect, onTestFinished, test, vi } from "vitest";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { startInquiryRunner } from "../../local/inquiry-runner.ts";
import { localClock } from "../../local/local-clock.ts";
import { startLocalService } from "../../local/local-service.ts";
import { at } from "../support/contacts.ts";
import { aPage, aPost, asJson, filledIn } from "../support/web-form.ts";
import { context } from "../support/world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function aService(folder: string, now: string) {
  vi.stubEnv("CALLCENTRE_STATE", folder);
  const service = await startLocalService({ log: () => undefined });
  const runner = await startInquiryRunner(service, await localClock(folder, at(now)));
  const stop = async () => {
    await runner.stop();
    await service.stop();
  };
  onTestFinished(async () => {
    await stop();
    vi.unstubAllEnvs();
  });
  return { service, runner, stop };
}

type Service = Awaited<ReturnType<typeof aService>>;

async function send({ service, runner }: Service): Promise<string> {
  const submit = submitWebFormHandler(service.worldAt(runner.clock));
  const fields = { ...filledIn, token: await aPage(service.cloud.environment) };
  const answer = await submit(await aPost("/inquiries", "json", fields, { headers: asJson }), context);
  return JSON.parse(answer.body).receiptNumber;
}

const historyOf = async ({ service }: Service, number: string) => {
  const [kept] = await service.stores.cases.ofDay(service.programme.id, "2024-07-16");
  expect(kept?.receiptNumber).toBe(number);
  return kept?.history.map(({ what }) => what);
};

test("an inquiry that comes in the evening is confirmed at once, and a task when the clock is moved to the morning", async () => {
  const local = await aService(await temporaryFolder(), "2024-07-16T20:00");
  const number = await send(local);
  await local.runner.settled();
  expect((await local.service.cloud.mails()).map(({ destination }) => destination.to)).toEqual([
    ["someone@example.jp"],
  ]);
  expect(await historyOf(local, number)).toEqual(["opened", "mail-sent"]);
  await local.runner.clock.set(at("2024-07-17T08:59"));
  await local.runner.settled();
  expect(await historyOf(local, number)).toEqual(["opened", "mail-sent"]);
  await local.runner.clock.set(at("2024-07-17T09:00"));
  await local.runner.settled();
  expect(await historyOf(local, number)).toEqual(["opened", "mail-sent", "task-started"]);
});

test("what was owed when the service stopped is done when it starts again", async () => {
  const folder = await temporaryFolder();
  const first = await aService(folder, "2024-07-16T20:00");
  const number = await send(first);
  await first.stop();
  const again = await aService(folder, "2024-07-16T20:00");
  await again.runner.clock.set(at("2024-07-17T09:00"));
  await again.runner.settled();
  expect(await historyOf(again, number)).toEqual(["opened", "mail-sent", "task-started"]);
  expect(await again.service.cloud.mails()).toHaveLength(1);
});
