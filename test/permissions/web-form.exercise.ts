import { expect, vi } from "vitest";
import { casesOf } from "../../lambdas/edge/composition.ts";
import { followUpInquiryHandler } from "../../lambdas/follow-up-inquiry.ts";
import { resumeInquiriesHandler } from "../../lambdas/resume-inquiries.ts";
import { showFormHandler } from "../../lambdas/show-form.ts";
import { showInquiryStatusHandler } from "../../lambdas/show-inquiry-status.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { sqsEvent } from "../../local/sqs-event.ts";
import { aFile, pngWithMore } from "../support/pictures.ts";
import { aPage, aPost, aRestEvent, asJson, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

type Environment = Parameters<Exercise>[0]["environment"];

const inquiry = async (environment: Environment, other: Record<string, string> = {}) =>
  aPost(
    "/inquiries",
    "json",
    { ...filledIn, token: await aPage(environment), ...other },
    { headers: asJson },
  );

async function taken(environment: Environment): Promise<string> {
  const answer = await submitWebFormHandler(aWorld(environment))(await inquiry(environment), context);
  return JSON.parse(answer.body).receiptNumber;
}

/** Takes an inquiry, once more, one with mistakes, and one while the queue is away. */
export const submitFormExercise: Exercise = async ({ environment, recorded }) => {
  const submit = submitWebFormHandler(aWorld(environment));
  const once = await inquiry(environment);
  expect((await recorded(() => submit(once, context))).statusCode).toBe(201);
  expect((await recorded(() => submit(once, context))).statusCode).toBe(201);
  const wrong = await inquiry(environment, { category: "X" });
  expect((await recorded(() => submit(wrong, context))).statusCode).toBe(400);
  const deaf = { ...environment, INQUIRY_QUEUE_URL: "http://127.0.0.1:1/000000000000/nothing" };
  const another = await inquiry(environment);
  const answer = await recorded(() => submitWebFormHandler(aWorld(deaf))(another, context));
  expect(answer.statusCode).toBe(201);
  await sendPictures({ environment, recorded });
};

/** Shows two pictures on the check page, has one of them replace both, takes it back, and sends others. */
async function sendPictures({
  environment,
  recorded,
}: Pick<Parameters<Exercise>[0], "environment" | "recorded">): Promise<void> {
  const submit = submitWebFormHandler(aWorld(environment));
  const fields = { ...filledIn, token: await aPage(environment) };
  const [first, second] = ["1.png", "2.png"].map((name) => aFile(name, pngWithMore(10)));
  const post = (path: string, files: readonly File[], other: Record<string, string> = {}) =>
    aPost(path, "multipart", { ...fields, ...other }, { headers: asJson, files });
  const steps = [
    await post("/form-check", [first!, second!]),
    await post("/form-edit", [first!]),
    await post("/form-edit", [], { dropPictures: "yes" }),
    await post("/inquiries", [first!, second!]),
  ];
  const answers = [];
  for (const step of steps) answers.push((await recorded(() => submit(step, context))).statusCode);
  expect(answers).toEqual([200, 200, 200, 201]);
}

/** Hands pages out, from ten functions that have just started, and files, for which nothing is called. */
export const showFormExercise: Exercise = async ({ environment, recorded }) => {
  for (let start = 0; start < 10; start++) {
    const show = showFormHandler(aWorld(environment));
    for (const path of ["/form", "/form-en", "/base.css", "/nothing.css"])
      await recorded(() => show(aRestEvent("GET", path), context));
  }
};

/** Looks up what there is and what there is not. */
export const showStatusExercise: Exercise = async ({ environment, recorded }) => {
  const show = showInquiryStatusHandler(aWorld(environment));
  const number = await taken(environment);
  await recorded(() => show(aRestEvent("GET", "/inquiry-status"), context));
  for (let look = 0; look < 5; look++)
    for (const contact of ["someone@example.jp", "else@example.jp"]) {
      const asked = await aPost("/inquiry-status", "urlencoded", { receiptNumber: number, contact });
      await recorded(() => show(asked, context));
    }
};

const delivered = (programme: string, ...numbers: string[]) =>
  sqsEvent(
    numbers.map((receiptNumber, index) => ({
      id: `m${index}`,
      body: JSON.stringify({ programme, receiptNumber, received: "2024-07-16" }),
      groupId: programme,
      receives: 1,
    })),
  );

/** Does what is owed, finds nothing left, and fails on a mail that nobody takes. */
export const followUpExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const follow = followUpInquiryHandler(world);
  const event = delivered(programme, await taken(environment), "419800000017");
  for (let delivery = 0; delivery < 2; delivery++)
    expect(await recorded(() => follow(event, context))).toEqual({ batchItemFailures: [] });
  const number = await taken(environment);
  vi.stubEnv("AWS_ENDPOINT_URL_SES", "http://127.0.0.1:1");
  const deaf = followUpInquiryHandler(world);
  const { batchItemFailures } = await recorded(() => deaf(delivered(programme, number), context));
  vi.unstubAllEnvs();
  expect(batchItemFailures).toHaveLength(1);
};

/** Sweeps up what several inquiries owe. */
export const resumeExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  for (let inquiries = 0; inquiries < 10; inquiries++) await taken(environment);
  const { owing } = await recorded(() => resumeInquiriesHandler(world)({}, context));
  expect(owing).toBe((await casesOf(world).owing(programme)).length);
  expect(owing).toBeGreaterThanOrEqual(10);
};
