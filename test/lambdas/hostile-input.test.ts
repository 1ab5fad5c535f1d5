import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { memoryPictures } from "../../adapters/memory/inquiries.ts";
import { memoryMailer } from "../../adapters/memory/mails.ts";
import type { Case } from "../../domain/case/case.ts";
import { casesOf, parkedWorkOf, picturesOf, settingsOf, reportsOf } from "../../lambdas/edge/composition.ts";
import { formIntake } from "../../lambdas/edge/form-intake.ts";
import { publishReportHandler } from "../../lambdas/publish-report.ts";
import { showInquiryStatusHandler } from "../../lambdas/show-inquiry-status.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { consoleApi } from "../../local/console-api.ts";
import type { LocalService } from "../../local/local-service.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { receiptMailWorker } from "../../usecases/inquiries/inquiry-workers.ts";
import { submitWebForm } from "../../usecases/inquiries/submit-web-form.ts";
import type { Problem } from "../../web/form/form-rules.js";
import { textsOf } from "../../web/form/texts/texts-of.ts";
import { aCloud } from "../support/cloud.ts";
import { aDesk } from "../support/desk.ts";
import { aFile, plainPng } from "../support/pictures.ts";
import { aPage, aPost, aRestEvent, asJson, bodyTypes, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";
import { freeFields, nastyBodies, nastyFileNames, nastyTexts, otherFields } from "./hostile-input.ts";

const { environment } = await aCloud();
const programme = kobatonAlkoo.id;
const world = aWorld(environment);
const submit = submitWebFormHandler(world);
const show = showInquiryStatusHandler(world);

/** How many inputs were sent, and what became of them. */
const count = { sent: 0, stored: 0, refused: 0 };
afterAll(() =>
  console.log(`Hostile inputs: ${count.sent} sent, ${count.stored} stored, ${count.refused} refused`),
);

/** All that somebody may fill in, right but for one field, which is nasty. */
const allFields = { ...filledIn, name: "埼玉 花子", telephone: "090-1234-5678", reachable: "夕方" };
const token = () => aPage(environment);

/** Every tag of a page with the names of its attributes: what a browser would make of it, but for texts and values. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<[!/]?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi)].map(([tag]) =>
    tag.replaceAll(/=(?:"[^"]*"|'[^']*'|[^\s>]+)/g, "=").replaceAll(/\s+/g, " "),
  );
}

/** The tags of our own pages, met with harmless words: nothing else may be in any page. */
const ourTags = new Set<string>();
const learnt = ({ body }: APIGatewayProxyResult) => tagsOf(body).forEach((tag) => void ourTags.add(tag));

const ordinaryPosts: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[] = [
  ["/form-edit", {}],
  ["/form-check", {}],
  ["/inquiries", {}],
  ["/inquiries", { token: "none" }],
  ["/inquiries", { website: "x" }],
  ...["category", "content", "replyBy", "mail", "consent"].map(
    (field) => ["/inquiries", { [field]: "" }] as const,
  ),
  [
    "/inquiries",
    { replyBy: "telephone", telephone: "1", reachable: "あ".repeat(200), name: "あ".repeat(200) },
  ],
  ["/inquiries", { relation: "x", municipality: "x", ageBand: "x", device: "x" }],
  ["/inquiries", { category: "x", content: "あ".repeat(5_000) }],
];

const choices = { relation: "参加者本人", municipality: "川越市", ageBand: "60代", device: "iPhone" };

async function learnForm(fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, other] of ordinaryPosts) {
    const post = { ...allFields, ...fields, token: await token(), ...other };
    learnt(await submit(await aPost(path, "urlencoded", post), context));
  }
}

async function learnOthers(): Promise<void> {
  const files = [new File(["a text"], "a.txt")];
  const wrongFile = await aPost("/inquiries", "multipart", { ...allFields, token: await token() }, { files });
  learnt(await submit(wrongFile, context));
  for (const receiptNumber of ["", "419800000017"])
    for (const contact of ["", "a@example.jp"])
      learnt(await show(await aPost("/inquiry-status", "urlencoded", { receiptNumber, contact }), context));
  for (const body of ["x", "a".repeat(600_000)])
    learnt(
      await submit(
        aRestEvent("POST", "/inquiries", { body, headers: { "Content-Type": "text/plain" } }),
        context,
      ),
    );
}

for (const replyBy of ["mail", "telephone", "none"])
  for (const language of ["ja", "easy", "en"])
    for (const chosen of [{}, choices]) await learnForm({ replyBy, language, ...chosen });
await learnOthers();

function expectHarmless(what: string, { statusCode, headers, body }: APIGatewayProxyResult): void {
  expect([what, [200, 201, 400, 403, 404, 409, 413].includes(statusCode)]).toEqual([what, true]);
  expect(Object.values(headers ?? {}).join()).not.toMatch(/[\r\n]|hostile/);
  if (!String(headers?.["content-type"]).startsWith("text/html")) return;
  expect([what, tagsOf(body).filter((tag) => !ourTags.has(tag))]).toEqual([what, []]);
  expect([what, body.isWellFormed(), body.includes("\u0000")]).toEqual([what, true, false]);
}

/** A refusal says in each language what to do. */
function expectClear(what: string, answer: string): void {
  const { problems = [], fault, notice } = JSON.parse(answer);
  const said = (["ja", "easy", "en"] as const).flatMap((language) => {
    const texts = textsOf(language);
    if (fault) return [texts.faults[fault as keyof typeof texts.faults].body.join()];
    if (notice) return [texts.notices[notice as keyof typeof texts.notices]];
    return problems.map(({ code }: Problem) => texts.problems.each[code]);
  });
  expect([what, said.length > 0 && said.every((text) => String(text ?? "").length > 5)]).toEqual([
    what,
    true,
  ]);
}

/** Control characters but line end and tab, and changes of direction. */
const invisible = /[\p{Cc}--[\n\t]]|[\u202a-\u202e\u2066-\u2069]/v;

function expectStoredHarmlessly(what: string, kept: Case | undefined): void {
  const text = JSON.stringify([kept?.content, kept?.replyTo, kept?.attributes]);
  const texts = [
    kept?.content ?? "",
    ...Object.values(kept?.replyTo ?? {}),
    ...Object.values(kept?.attributes ?? {}),
  ];
  expect([what, text.isWellFormed(), texts.some((one) => invisible.test(String(one)))]).toEqual([
    what,
    true,
    false,
  ]);
  expect(Array.from(kept?.content ?? "").length).toBeLessThanOrEqual(4_000);
}

/** Sends an input by script, looks at what became of it, and looks at it again on the pages without script. */
async function meet(
  what: string,
  event: APIGatewayProxyEvent,
  checkPage?: APIGatewayProxyEvent,
): Promise<void> {
  count.sent++;
  const answer = await submit({ ...event, headers: { ...event.headers, ...asJson } }, context);
  expectHarmless(what, answer);
  if (answer.statusCode === 201) {
    count.stored++;
    const { receiptNumber } = JSON.parse(answer.body);
    expectStoredHarmlessly(what, await casesOf(world).find(programme, receiptNumber, "2024-07-16"));
  } else {
    count.refused++;
    expectClear(what, answer.body);
  }
  expectHarmless(what, await submit(event, context));
  if (checkPage) expectHarmless(what, await submit(checkPage, context));
}

async function meetField(
  field: string,
  nasty: (typeof nastyTexts)[number],
  type: (typeof bodyTypes)[number],
): Promise<void> {
  const text = nasty.text.repeat(nasty.times ?? 1);
  const replyBy = field === "telephone" || field === "reachable" ? "telephone" : "mail";
  const fields = { ...allFields, token: await token(), replyBy, [field]: text };
  const what = `${nasty.what} as ${field} in ${type}`;
  await meet(what, await aPost("/inquiries", type, fields), await aPost("/form-check", type, fields));
}

describe("hostile input is refused with a clear message, or stored and shown harmlessly", () => {
  test.each(freeFields)(
    "every nasty text as %s, in every type of body",
    async (field) => {
      for (const type of bodyTypes) for (const nasty of nastyTexts) await meetField(field, nasty, type);
    },
    120_000,
  );

  test.each(otherFields)(
    "every nasty text as %s",
    async (field) => {
      for (const [index, nasty] of nastyTexts.entries())
        await meetField(field, nasty, bodyTypes[index % bodyTypes.length] ?? "json");
    },
    120_000,
  );

  test.each(nastyBodies)("a body that is $what", async ({ what, type, body }) => {
    const headers = type === undefined ? {} : { "Content-Type": type };
    for (const isBase64Encoded of [false, true]) {
      const sent = isBase64Encoded ? Buffer.from(body).toString("base64") : body;
      await meet(what, aRestEvent("POST", "/inquiries", { headers, body: sent, isBase64Encoded }));
    }
  });

  test.each(nastyFileNames)("a file with the name %j", async (name) => {
    const picture = Buffer.from(plainPng);
    for (const bytes of [picture, Buffer.from("<svg onload=alert(1)>")]) {
      const fields = { ...allFields, token: await token() };
      const files = [new File([bytes], name, { type: "image/png" })];
      const post = async (path: string) => aPost(path, "multipart", fields, { files });
      await meet(`file ${name.slice(0, 40)}`, await post("/inquiries"), await post("/form-check"));
    }
  });

  test("every nasty name of a file, where it is kept and shown: one word without folders", async () => {
    const desk = aDesk();
    const pictures = memoryPictures();
    const submissionId = "6f1c1f0e-0000-4000-8000-000000000001";
    const tokens = { issue: async () => "new", read: async () => ({ submissionId, ageMillis: 60_000 }) };
    const fail = (message: string, cause: unknown) => {
      throw new Error(message, { cause });
    };
    const intake = formIntake({
      programme: desk.programme,
      tokens,
      offering: async () => desk.programme,
      submit: submitWebForm(desk),
      pictures,
      fail,
    });
    const pagesWith = async (name: string) => {
      const files = [aFile(name, plainPng, "")];
      const fields = { ...allFields, token: "token" };
      return Promise.all(
        ["/form-check", "/form-edit"].map(async (path) =>
          intake(await aPost(path, "multipart", fields, { files })),
        ),
      );
    };
    for (const page of await pagesWith("harmless.png")) {
      expect(page.body).toContain("harmless.png");
      learnt(page);
    }
    for (const name of nastyFileNames) {
      for (const answer of await pagesWith(name)) expectHarmless(name.slice(0, 40), answer);
      count.sent++;
      count.stored++;
      const [kept] = await pictures.of(programme, submissionId);
      expect(kept?.name).toMatch(/^[^/\\.][^/\\]{0,199}$/);
      expect([name, invisible.test(kept?.name ?? "")]).toEqual([name, false]);
      expect([kept?.name.isWellFormed(), kept?.type]).toEqual([true, "image/png"]);
    }
  });

  test("every nasty text as receipt number and as contact on the page of the state", async () => {
    for (const { what, text, times = 1 } of nastyTexts)
      for (const fields of [
        { receiptNumber: text.repeat(times), contact: "a@example.jp" },
        { receiptNumber: "419800000017", contact: text.repeat(times) },
      ]) {
        count.sent++;
        count.refused++;
        const answer = await show(await aPost("/inquiry-status", "urlencoded", fields), context);
        expect([what, [400, 404, 413].includes(answer.statusCode)]).toEqual([what, true]);
        expectHarmless(what, answer);
      }
  });
});

describe("what was stored of it", () => {
  const kept = () => casesOf(world).ofDay(programme, "2024-07-16");

  test("is harmless in the month's files: every row has its cells, and none is a formula", async () => {
    const cases = await kept();
    expect(cases.length).toBeGreaterThan(100);
    const { report, revision } = await publishReportHandler(world)({ month: "2024-07" }, context);
    const csv = await reportsOf(world).read(programme, report, revision, "03_応対一覧.csv");
    const rows: string[][] = parse(Buffer.from(csv ?? []), { bom: true });
    expect(rows).toHaveLength(cases.length + 1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    expect(rows.flat().join()).not.toMatch(/hostile|someone@example|花子/);
  });

  test("is harmless in the list of cases on the first page: data, and nothing that was written", async () => {
    const service = {
      programme: kobatonAlkoo,
      stores: {
        cases: casesOf(world),
        parked: parkedWorkOf(world),
        pictures: picturesOf(world),
        ...settingsOf(world),
      },
    } as unknown as LocalService;
    const api = consoleApi(service, { now: () => world.clock.now(), set: async () => undefined });
    const { status, data } = await api("GET", ["cases"], { month: "2024-07" });
    expect(status).toBe(200);
    const text = JSON.stringify(data);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/hostile|someone@example|花子/);
  });

  test("is confirmed to one address, in a mail whose subject nobody else has written", async () => {
    const mailer = memoryMailer();
    const confirm = receiptMailWorker({ programme: kobatonAlkoo, mailer });
    const cases = await kept();
    for (const one of cases) await confirm.carryOut(one);
    expect(mailer.sent.length).toBeGreaterThan(50);
    for (const { to, subject, text, html } of mailer.sent) {
      expect(to).toMatch(/^[\x21-\x7e]+@[\x21-\x7e]+$/);
      expect(to).not.toMatch(/[,;<>"]/);
      expect(subject).toMatch(/^[【[].{10,60}[（(]?(受付番号|番号|receipt number) \d{4}-\d{4}-\d{4}[）)]$/);
      expect(`${text}${html}`).not.toMatch(/hostile|<script|evil/);
    }
  });
});

test("far more than five hundred inputs were sent, and no fault of ours was logged", () => {
  expect(count.sent).toBeGreaterThanOrEqual(500);
  expect(count.stored).toBeGreaterThanOrEqual(100);
  expect(count.refused).toBeGreaterThanOrEqual(300);
  expect(count.stored + count.refused).toBe(count.sent);
  expect(world.logged.filter(({ level }) => level !== "info")).toEqual([]);
});
