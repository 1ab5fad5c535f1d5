import { expect } from "vitest";
import { casesOf, parkedWorkOf } from "../../lambdas/edge/composition.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { takeMailEventHandler } from "../../lambdas/take-mail-event.ts";
import { takeMailHandler } from "../../lambdas/take-mail.ts";
import { aMail, arrived, bounceOf, complaintOf, snsEvent } from "../support/mails.ts";
import { aPage, aPost, asJson, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";
import type { Exercise } from "./exercise.ts";

async function taken(environment: Parameters<Exercise>[0]["environment"]): Promise<string> {
  const fields = { ...filledIn, token: await aPage(environment) };
  const post = await aPost("/inquiries", "json", fields, { headers: asJson });
  return JSON.parse((await submitWebFormHandler(aWorld(environment))(post, context)).body).receiptNumber;
}

/** Joins replies to an inquiry, one of them twice, and parks what joins none. */
export const takeMailExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const take = takeMailHandler(world);
  const bucket = environment["MAIL_BUCKET"]!;
  const number = await taken(environment);
  const to = `inquiry+${number}@reply.example.jp`;
  const answers = [];
  for (const [name, mail] of [
    ["one", aMail({ to, messageId: "<one>" })],
    ["again", aMail({ to, messageId: "<one>" })],
    ["two", aMail({ to, messageId: "<two>" })],
    ["other", aMail({ to: "reply@example.jp" })],
  ] as const) {
    const event = await arrived(bucket, `${number}-${name}`, mail);
    answers.push(await recorded(() => take(event, context)));
  }
  expect(answers).toEqual(["joined", "joined", "joined", "parked"]);
  const kept = await casesOf(world).find(programme, number, "2024-07-16");
  expect(kept?.correspondence).toHaveLength(2);
};

/** Writes down what became of two mails, one of it twice, and parks what is about none. */
export const takeMailEventExercise: Exercise = async ({ environment, programme, recorded }) => {
  const world = aWorld(environment);
  const take = takeMailEventHandler(world);
  const number = await taken(environment);
  const bounce = bounceOf(number);
  await recorded(() => take(snsEvent(bounce), context));
  await recorded(() => take(snsEvent(bounce, complaintOf(number)), context));
  await recorded(() => take(snsEvent(bounceOf(undefined), "no JSON"), context));
  const kept = await casesOf(world).find(programme, number, "2024-07-16");
  expect(kept?.history.map(({ what }) => what)).toEqual(["opened", "mail-bounced", "mail-complained"]);
  const sources = (await parkedWorkOf(world).all(programme)).map(({ source }) => source);
  expect(sources).toEqual(expect.arrayContaining(["mail-event"]));
};
