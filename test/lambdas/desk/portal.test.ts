import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import iconv from "iconv-lite";
import { describe, expect, test, vi } from "vitest";
import type { Programme } from "../../../domain/programme.ts";
import { deskApiHandler } from "../../../lambdas/desk-api.ts";
import { publishServicesOf } from "../../../lambdas/edge/report-services.ts";
import { casesOf, specialDaysOf } from "../../../lambdas/edge/composition.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import type * as registryModule from "../../../programmes/registry.ts";
import { answerEscalation } from "../../../usecases/cases/answer-escalation.ts";
import { aCloud } from "../../support/cloud.ts";
import { aDeskEvent } from "../../support/desk-api.ts";
import { textOfPdf } from "../../support/pdf.ts";
import { anApprovedJuly, identities, publishAndApprove } from "../../support/portal.ts";
import { published } from "../../support/reports.ts";
import { aWorld, context } from "../../support/world.ts";

/** Another programme on the same tables and in the same bucket, with the same prefecture's user name. */
const another: Programme = { ...kobatonAlkoo, id: "another-programme" };
vi.mock("../../../programmes/registry.ts", async (original) => {
  const registry = await original<typeof registryModule>();
  return {
    ...registry,
    programmeById: (id: string) =>
      id === "another-programme" ? { ok: true, value: another } : registry.programmeById(id),
  };
});

const { environment } = await aCloud();
const worldAt = (now: string) => aWorld(environment, now);
const { open, appOperator } = await anApprovedJuly(worldAt);
const now = "2024-08-01T11:00";
const api = deskApiHandler(worldAt(now));

interface Request {
  readonly query?: Record<string, string>;
  readonly body?: unknown;
}

function asker(handler: typeof api) {
  return async (method: string, path: string, request: Request = {}) => {
    const { statusCode, body } = await handler(
      aDeskEvent(method, `/api/portal/${path}`, { as: "prefecture", ...request }),
      context,
    );
    return { status: statusCode, text: body, answer: JSON.parse(body) };
  };
}

const ask = asker(api);
const july = "reports/monthly/2024-07/1";

/** Takes a file whole, as the screen does. */
async function taken(file: string, encoding: "utf-8" | "cp932" = "utf-8") {
  const begun = await ask("POST", `${july}/downloads`, { body: { file, encoding } });
  expect(begun.status).toBe(200);
  const pieces: Buffer[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const { status, answer } = await ask("GET", `${july}/downloads`, {
      query: { file, encoding, from: String(from) },
    });
    expect(status).toBe(200);
    pieces.push(Buffer.from(answer.bytes, "base64"));
    from = answer.next;
  }
  const bytes = Buffer.concat(pieces);
  expect(bytes.length).toBe(begun.answer.bytes);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(begun.answer.sha256);
  return { ...(begun.answer as { name: string; sha256: string }), bytes };
}

describe("報告書", () => {
  test("are those that a supervisor approved, with their period and revision, and no draft", async () => {
    await published(publishServicesOf(worldAt("2024-09-02T06:00")), "2024-08");
    const { answer } = await ask("GET", "reports");
    expect(answer.reports).toEqual([
      {
        kind: "monthly",
        of: "2024-07",
        revision: 1,
        title: "定例報告（令和6年7月分）",
        period: "令和6年7月1日から令和6年7月31日まで",
        approvedAt: worldAt("2024-08-01T10:00").clock.now(),
        isTaken: false,
      },
    ]);
    expect((await ask("GET", "reports/monthly/2024-08/1")).status).toBe(404);
    const draft = { body: { file: "manifest.json", encoding: "utf-8" } };
    expect((await ask("POST", "reports/monthly/2024-08/1/downloads", draft)).status).toBe(404);
    expect((await ask("GET", "downloads")).answer.downloads).toEqual([]);
  });

  test("show their figures with numerator, denominator and definition, and the calls of each day", async () => {
    const { answer } = await ask("GET", july);
    // Three calls in opening hours, two of them answered: 2 ÷ 3 = 66.7 %.
    expect(answer.figures).toContainEqual(
      expect.objectContaining({
        label: "受電率（受電応答率）",
        value: "66.7％",
        basis: "2件 ÷ 3件",
        definition: expect.stringContaining("応答数÷受電数"),
        target: "90％以上",
        standing: "未達",
      }),
    );
    expect(answer.times).toHaveLength(22); // operating days of July 2024: 23 weekdays without 海の日 (15 July)
    expect(answer.times).toContainEqual({ time: "2024-07-17", offered: 2, answered: 1 });
    expect(answer.categories).toEqual([{ name: expect.any(String), cases: 2 }]);
    expect(answer.files.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["01_実績.csv", "定例報告.pdf", "定例報告.xlsx"]),
    );
  });
});

describe("a download", () => {
  test("is the file of the manifest, and the log has it before its bytes can be had", async () => {
    const wanted = { file: "03_応対一覧.csv", encoding: "utf-8", from: "0" };
    const early = await ask("GET", `${july}/downloads`, { query: wanted });
    expect([early.status, early.answer.bytes]).toEqual([404, undefined]);
    const file = await taken("03_応対一覧.csv");
    const { answer } = await ask("GET", july);
    expect(answer.files).toContainEqual(expect.objectContaining({ name: file.name, sha256: file.sha256 }));
    expect(answer.isTaken).toBe(true);
    const log = await ask("GET", "downloads");
    expect(log.answer.downloads).toEqual([
      {
        kind: "monthly",
        of: "2024-07",
        revision: 1,
        title: "定例報告（令和6年7月分）",
        at: worldAt(now).clock.now(),
        by: "PREF01",
        file: "03_応対一覧.csv",
      },
    ]);
  });

  test("that was begun more than an hour ago, or by somebody else, is begun again", async () => {
    await taken("01_実績.csv");
    const query = { file: "01_実績.csv", encoding: "utf-8", from: "0" };
    const late = asker(deskApiHandler(worldAt("2024-08-01T12:00")));
    expect((await late("GET", `${july}/downloads`, { query })).status).toBe(404);
    const claims = { "cognito:username": "pref02", "cognito:groups": "prefecture" };
    const other = await api(aDeskEvent("GET", `/api/portal/${july}/downloads`, { claims, query }), context);
    expect(other.statusCode).toBe(404);
  });

  test("of everything is an archive with each file as the manifest says, the manifest, and the checksums", async () => {
    const archive = await taken("*");
    expect(archive.name).toBe("定例報告（令和6年7月分）第1版.zip");
    const files = unzipSync(archive.bytes);
    const { files: listed } = JSON.parse(Buffer.from(files["manifest.json"]!).toString()) as {
      files: { name: string; sha256: string }[];
    };
    expect(Object.keys(files).sort()).toEqual(
      [...listed.map(({ name }) => name), "manifest.json", "SHA256SUMS.txt"].sort(),
    );
    const sums = Buffer.from(files["SHA256SUMS.txt"]!).toString();
    for (const { name, sha256 } of listed) {
      expect(createHash("sha256").update(files[name]!).digest("hex")).toBe(sha256);
      expect(sums).toContain(`${sha256} *${name}\n`);
    }
    expect((await taken("*")).sha256).toBe(archive.sha256);
  });

  test("in code page 932 has another name, and the list of what was lost beside it", async () => {
    const csv = await taken("03_応対一覧.csv", "cp932");
    expect(csv.name).toBe("03_応対一覧_Shift_JIS.csv");
    expect(iconv.decode(csv.bytes, "cp932")).toContain("歩数が増えない。〓と髙の字も表示されない。");
    const losses = (await taken("文字の置換一覧.csv", "cp932")).bytes.toString();
    expect(losses).toContain("03_応対一覧.csv");
    expect(losses).toContain("U+20BB7");
    const archive = await taken("*", "cp932");
    const files = unzipSync(archive.bytes);
    expect(archive.name).toBe("定例報告（令和6年7月分）第1版_Shift_JIS.zip");
    expect(Object.keys(files)).toContain("文字の置換一覧.csv");
    expect(Buffer.from(files["03_応対一覧.csv"]!)).toEqual(csv.bytes);
    // What exists in that encoding only is no file of the other.
    const none = { body: { file: "文字の置換一覧.csv", encoding: "utf-8" } };
    expect((await ask("POST", `${july}/downloads`, none)).status).toBe(404);
  });

  test.each(["../../another/manifest.json", "", "nothing.csv"])("of %j is none", async (file) => {
    const { status } = await ask("POST", `${july}/downloads`, { body: { file, encoding: "utf-8" } });
    expect([400, 404]).toContain(status);
  });
});

describe("照会", () => {
  test("are shown as a supervisor released them; what nobody has looked at is not shown, and cannot be answered", async () => {
    const { answer } = await ask("GET", "questions", { query: { view: "open" } });
    expect(answer.questions.map(({ receiptNumber, number }: never) => [receiptNumber, number])).toEqual([
      [open, 1],
      [open, 2],
    ]);
    expect(answer.questions[0].question).toContain("の景品は、転居のあとも届きますか。");
    expect(answer.questions[0].question).toContain("［電話番号］");
    expect(answer.questions[1]).not.toHaveProperty("question");
    const withheld = await ask("PUT", `questions/${open}/2/answer`, { body: { answer: "届きます。" } });
    expect([withheld.status, withheld.answer.problem]).toEqual([
      409,
      expect.stringContaining("個人情報を確認"),
    ]);
  });

  test("to the app operator are none of the prefecture's, also by their number", async () => {
    const answered = await ask("PUT", `questions/${appOperator}/1/answer`, { body: { answer: "はい。" } });
    expect(answered.status).toBe(404);
    const unknown = await ask("PUT", "questions/419800000017/1/answer", { body: { answer: "はい。" } });
    expect(unknown.status).toBe(404);
  });

  test.each(["", "  ", "あ".repeat(2001)])(
    "are not answered with a text that is none or too long",
    async (text) => {
      const { status, answer } = await ask("PUT", `questions/${open}/1/answer`, { body: { answer: text } });
      expect([status, answer.field]).toEqual([400, "answer"]);
    },
  );

  test("are answered once, by the officer's user name, and stay to be read", async () => {
    const body = { answer: "はい。転居先に届きます。" };
    const answered = await ask("PUT", `questions/${open}/1/answer`, { body });
    expect(answered.answer.answer).toEqual({
      text: body.answer,
      answeredAt: worldAt(now).clock.now(),
      by: "PREF01",
    });
    const again = await ask("PUT", `questions/${open}/1/answer`, { body: { answer: "いいえ。" } });
    expect([again.status, again.answer.problem]).toEqual([
      409,
      expect.stringContaining("先に回答が入りました"),
    ]);
    const kept = await casesOf(worldAt(now)).find(kobatonAlkoo.id, open, "2024-07-16");
    expect(kept).toMatchObject({
      status: "referred",
      escalations: [{ state: "answered", answer: body.answer, answeredBy: "PREF01" }, { state: "asked" }],
    });
    const list = await ask("GET", "questions", { query: { view: "open" } });
    expect(list.answer.questions[0].answer.text).toBe(body.answer);
  });

  test("that the desk answered by itself show that, and its words once they were released", async () => {
    const world = worldAt(now);
    const services = {
      programme: kobatonAlkoo,
      clock: world.clock,
      cases: casesOf(world),
      specialDays: specialDaysOf(world),
    };
    await answerEscalation(services)(open, 2, { answer: "埼玉花子様に届きます。", staff: "ld01" });
    expect((await ask("GET", "questions", { query: { view: "open" } })).answer.questions).toEqual([]);
    const { answer } = await ask("GET", "questions", { query: { view: "answered" } });
    expect(answer.questions[1].answer).toEqual({ answeredAt: world.clock.now(), by: "LD01" });
  });
});

test("a revision that takes the place of another says so, and the earlier one stays to be read", async () => {
  await publishAndApprove(worldAt("2024-08-02T10:00"));
  const { answer } = await ask("GET", "reports");
  expect(answer.reports).toMatchObject([
    { revision: 2, replaces: 1 },
    { revision: 1, replacedBy: 2 },
  ]);
});

describe("nobody's identity", () => {
  /** Each text that a file holds, whatever the file is. */
  async function textsIn(name: string, bytes: Uint8Array): Promise<string[]> {
    if (name.endsWith(".pdf")) return textOfPdf(bytes);
    if (/\.(zip|xlsx)$/.test(name)) {
      const inside = Object.entries(unzipSync(bytes));
      return (await Promise.all(inside.map(([part, content]) => textsIn(part, content)))).flat();
    }
    return [Buffer.from(bytes).toString("utf8"), iconv.decode(Buffer.from(bytes), "cp932")];
  }

  test("is in any answer of any route, nor in any file", async () => {
    const { answer: list } = await ask("GET", "reports");
    const texts = [
      JSON.stringify(list),
      (await ask("GET", july)).text,
      (await ask("GET", "reports/monthly/2024-07/2")).text,
      (await ask("GET", "questions", { query: { view: "open" } })).text,
      (await ask("GET", "questions", { query: { view: "answered" } })).text,
      (await ask("PUT", `questions/${open}/1/answer`, { body: { answer: "はい。" } })).text,
      (await ask("GET", "downloads")).text,
    ];
    for (const encoding of ["utf-8", "cp932"] as const) {
      const { name, bytes } = await taken("*", encoding);
      texts.push(...(await textsIn(name, bytes)));
    }
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.some((text) => text.includes("歩数が増えない。"))).toBe(true);
    for (const identity of identities)
      expect(
        texts.filter((text) => text.includes(identity)),
        identity,
      ).toEqual([]);
    // The walk would have found them: they are in the cases.
    const kept = JSON.stringify(await casesOf(worldAt(now)).find(kobatonAlkoo.id, open, "2024-07-16"));
    for (const identity of ["埼玉花子", "埼玉 花子", "090-1234-5678", "+819012345678", "hash-of-hanako"])
      expect(kept).toContain(identity);
  });
});

describe("another programme's officer, on the same tables and in the same bucket", () => {
  const other = asker(deskApiHandler(aWorld({ ...environment, PROGRAMME: "another-programme" }, now)));

  test("gets nothing", async () => {
    expect((await other("GET", "reports")).answer).toEqual({ reports: [] });
    expect((await other("GET", july)).status).toBe(404);
    for (const file of ["*", "manifest.json", "03_応対一覧.csv"]) {
      const wanted = { file, encoding: "utf-8" };
      expect((await other("POST", `${july}/downloads`, { body: wanted })).status).toBe(404);
      expect((await other("GET", `${july}/downloads`, { query: { ...wanted, from: "0" } })).status).toBe(404);
    }
    for (const view of ["open", "answered"])
      expect((await other("GET", "questions", { query: { view } })).answer).toEqual({ questions: [] });
    expect((await other("PUT", `questions/${open}/1/answer`, { body: { answer: "はい。" } })).status).toBe(
      404,
    );
    expect((await other("GET", "downloads")).answer).toEqual({ downloads: [] });
  });

  test("leaves no trace in this programme's log either", async () => {
    const { answer } = await ask("GET", "downloads");
    const count = answer.downloads.length;
    await other("POST", `${july}/downloads`, { body: { file: "*", encoding: "utf-8" } });
    expect((await ask("GET", "downloads")).answer.downloads).toHaveLength(count);
  });
});
