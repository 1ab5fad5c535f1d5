import { expect, test, vi } from "vitest";
import { casesOf, parkedWorkOf } from "../../lambdas/edge/composition.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { takeMailEventHandler } from "../../lambdas/take-mail-event.ts";
import { Unavailable } from "../../usecases/ports/host.ts";
import { aCloud } from "../support/cloud.ts";
import { bounceOf, complaintOf, snsEvent } from "../support/mails.ts";
import { aPage, aPost, asJson, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";

async function anInquiry(): Promise<string> {
  const fields = { ...filledIn, token: await aPage(environment) };
  const post = await aPost("/inquiries", "json", fields, { headers: asJson });
  return JSON.parse((await submitWebFormHandler(aWorld(environment))(post, context)).body).receiptNumber;
}

const kept = (number: string) => casesOf(aWorld(environment)).find(programme, number, "2024-07-16");

test("a bounce and a complaint are written into the case, once each, with the time that SES gives", async () => {
  const number = await anInquiry();
  const world = aWorld(environment);
  const take = takeMailEventHandler(world);
  for (let delivery = 0; delivery < 2; delivery++)
    await take(snsEvent(bounceOf(number), complaintOf(number)), context);
  expect((await kept(number))?.history.slice(1)).toEqual([
    {
      what: "mail-bounced",
      at: Date.UTC(2024, 6, 16, 1, 0, 2, 12),
      reference: "01000157c44f053b-bounce",
      note: "Permanent/General",
    },
    {
      what: "mail-complained",
      at: Date.UTC(2024, 6, 16, 1, 10, 2, 12),
      reference: "01000157c44f053b-complaint",
      note: "abuse",
    },
  ]);
  expect(world.logged).toEqual([]);
});

test.each([
  ["no JSON", "{", /not JSON/],
  ["another shape", { eventType: "Bounce" }, /mail/],
  ["an event that nobody asked for", { eventType: "Delivery", mail: {} }, /eventType/],
  ["a mail about no inquiry", bounceOf(undefined), /no inquiry/],
  ["an inquiry that nobody knows", bounceOf("419412345671"), /no case has/],
])("%s is parked with its reason, and named in no log", async (_what, message, reason) => {
  const world = aWorld(environment);
  await takeMailEventHandler(world)(snsEvent(message), context);
  const payload = typeof message === "string" ? message : JSON.stringify(message);
  const all = await parkedWorkOf(world).all(programme);
  const mine = all.find((one) => one.source === "mail-event" && one.payload === payload);
  expect(mine?.reason).toMatch(reason);
  expect(world.logged).toHaveLength(1);
  expect(JSON.stringify(world.logged)).not.toMatch(/someone/);
});

test("where the table is away, the event fails and comes again", async () => {
  const number = await anInquiry();
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
  const failing = takeMailEventHandler(aWorld(environment))(snsEvent(bounceOf(number)), context);
  await expect(failing).rejects.toBeInstanceOf(Unavailable);
  vi.unstubAllEnvs();
});
