import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { startInquiryRunner } from "../../local/inquiry-runner.ts";
import { localClock } from "../../local/local-clock.ts";
import { startLocalService } from "../../local/local-service.ts";
import { inquiryAnswer } from "../../local/verbs/inquiry-answer.ts";
import { mailTake } from "../../local/verbs/mail-take.ts";
import { openPicture } from "../../usecases/inquiries/open-picture.ts";
import { at } from "../support/contacts.ts";
import { aMail } from "../support/mails.ts";
import { aFile, exifSegment, infectedPng, jpegWith, plainJpeg } from "../support/pictures.ts";
import { aPage, aPost, asJson, filledIn } from "../support/web-form.ts";
import { context } from "../support/world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function aService(folder: string) {
  vi.stubEnv("CALLCENTRE_STATE", folder);
  const service = await startLocalService({ log: () => undefined });
  const runner = await startInquiryRunner(service, await localClock(folder, at("2024-07-16T10:00")));
  onTestFinished(async () => {
    await runner.stop();
    await service.stop();
    vi.unstubAllEnvs();
  });
  await runner.clock.set(at("2024-07-16T10:00"));
  return { folder, service, runner };
}

const lines: string[] = [];
const print = (line: string) => void lines.push(line);

test("on this machine an inquiry lives its whole life: form with pictures, mail, task, answer, reply, answer, closed", async () => {
  const { folder, service, runner } = await aService(await temporaryFolder());
  const { environment } = service.cloud;
  const files = [aFile("家.jpg", jpegWith(exifSegment(1)), "image/jpeg"), aFile("b.png", infectedPng())];
  const fields = { ...filledIn, token: await aPage(environment) };
  const post = await aPost("/inquiries", "multipart", fields, { headers: asJson, files });
  const taken = await submitWebFormHandler(service.worldAt(runner.clock))(post, context);
  const number: string = JSON.parse(taken.body).receiptNumber;
  await runner.settled();
  const kept = async () => {
    const found = await service.stores.cases.find(service.programme.id, number, "2024-07-16");
    if (!found) throw new Error("There is no case.");
    return found;
  };
  const { pictures } = service.stores;
  const open = openPicture({ ...service.stores, clock: runner.clock, pictures });
  await vi.waitFor(async () => {
    const states = await Promise.all(((await kept()).pictures ?? []).map((one) => pictures.state(one)));
    expect(states).toEqual(["clean", "dangerous"]);
  });
  expect(await open(number, 0)).toEqual({ ok: true, value: { type: "image/jpeg", bytes: plainJpeg } });
  expect(await open(number, 1)).toEqual({
    ok: false,
    problem: "危険のため開けません。画像の内容は、相談者に文か電話で確かめてください。",
  });

  const answered = await inquiryAnswer.run([number, "--text", "直しました。", "--staff", "OP01"], print);
  expect(answered).toMatchObject({ kind: "done" });
  expect((await kept()).status).toBe("closed");
  const [, mail] = await service.cloud.mails();
  expect(mail).toMatchObject({ destination: { to: ["someone@example.jp"] }, replyTo: [expect.any(String)] });
  const [to] = mail?.replyTo ?? [];
  expect(to).toBe(`inquiry+${number}@reply.example.jp`);

  const file = join(folder, "reply.eml");
  const text = `まだです。\n> ${mail?.body.text?.replaceAll("\n", "\n> ")}`;
  await writeFile(file, aMail({ to: to ?? "", subject: `Re: ${mail?.subject}`, text }));
  expect(await mailTake.run([file, "--json"], print)).toEqual({
    kind: "done",
    lines: ['{"outcome":"joined"}'],
  });
  expect((await kept()).status).toBe("in-progress");
  await runner.clock.set(at("2024-07-17T10:00"));
  await runner.settled();
  await inquiryAnswer.run([number, "--text", "交換します。", "--staff", "OP02", "--json"], print);

  const after = await kept();
  expect(after.status).toBe("closed");
  expect(after.history.map(({ what }) => what)).toEqual([
    "opened",
    "mail-sent",
    "task-started",
    "answered",
    "mail-sent",
    "replied",
    "task-started",
    "answered",
    "mail-sent",
  ]);
  expect(after.correspondence?.map(({ text }) => text)).toEqual([
    "直しました。",
    "まだです。",
    "交換します。",
  ]);
  expect(await service.cloud.mails()).toHaveLength(3);
});

test("the verbs say what is missing, and what they could not do", async () => {
  await aService(await temporaryFolder());
  const number = "419412345671";
  expect(await inquiryAnswer.run([], print)).toMatchObject({ kind: "wrong-use" });
  expect(await inquiryAnswer.run([number, "--staff", "OP01"], print)).toMatchObject({ kind: "wrong-use" });
  expect(await inquiryAnswer.run([number, "--text", "x"], print)).toMatchObject({ kind: "wrong-use" });
  expect(await inquiryAnswer.run([number, "--text", "x", "--staff", "OP01"], print)).toMatchObject({
    kind: "wrong-use",
    problem: expect.stringContaining("There is no case"),
  });
  expect(await mailTake.run([], print)).toMatchObject({ kind: "wrong-use" });
  expect(await mailTake.run(["nothing.eml"], print)).toMatchObject({ kind: "failed" });
});
