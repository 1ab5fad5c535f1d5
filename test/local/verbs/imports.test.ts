import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Case } from "../../../domain/case/case.ts";
import { datesBetween } from "../../../domain/japan-time.ts";
import { type LocalService, startLocalService } from "../../../local/local-service.ts";
import { formImport } from "../../../local/verbs/form-import.ts";
import { handoverImport } from "../../../local/verbs/handover-import.ts";
import { at } from "../../support/contacts.ts";
import { aHandoverFile } from "../../support/handover-file.ts";
import { print } from "./run-verb.ts";

const folder = mkdtempSync(join(tmpdir(), "callcentre-"));
afterAll(() => rmSync(folder, { recursive: true }));
let states = 0;
beforeEach(() => {
  process.env["CALLCENTRE_STATE"] = join(folder, `state-${states++}`);
});

function aFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function withLocalService<Answer>(ask: (service: LocalService) => Promise<Answer>): Promise<Answer> {
  const service = await startLocalService({ log: print });
  try {
    return await ask(service);
  } finally {
    await service.stop();
  }
}

/** Every case of the state folder that was received in June and July. */
function keptCases(): Promise<Case[]> {
  const dates = datesBetween("2024-06-01", "2024-07-31");
  return withLocalService(async ({ stores, programme }) =>
    (await Promise.all(dates.map((date) => stores.cases.ofDay(programme.id, date)))).flat(),
  );
}

/** What a verb prints with --json. */
async function summaryOf(verb: typeof handoverImport, ...words: string[]): Promise<Record<string, unknown>> {
  const outcome = await verb.run([...words, "--json"], print);
  if (outcome.kind !== "done") throw new Error(outcome.problem);
  expect(outcome.lines).toHaveLength(1);
  return JSON.parse(outcome.lines[0] ?? "") as Record<string, unknown>;
}

/** A rejects file as a spreadsheet reads it, without its heading. */
function rejectsIn(path: string): string[][] {
  const [heading, ...rows] = parse(readFileSync(path), { bom: true }) as string[][];
  expect(heading).toEqual(["行", "表の行", "項目", "値", "理由"]);
  return rows;
}

describe("handover import", () => {
  test("of 5,000 lines with 50 bad ones: 4,950 cases, 50 rejects with line, field and reason; again: 0 new", async () => {
    const { csv, expected } = aHandoverFile(5000, 50);
    expect(expected).toHaveLength(50);
    expect(new Set(expected.map(({ reason }) => reason)).size).toBeGreaterThanOrEqual(10);
    const path = aFile("open-cases.csv", csv);
    const rejectsFile = join(folder, "open-cases-rejects.csv");
    const counts = { lines: 5000, unchanged: 0, differing: 0, rejected: 50 };
    expect(await summaryOf(handoverImport, path)).toMatchObject({ ...counts, new: 4950, rejectsFile });
    const rejects = rejectsIn(rejectsFile);
    expect(rejects.map(([line, row, field, , reason]) => [line, row, field, reason])).toEqual(
      expected.map(({ line, field, reason }) => [
        String(line),
        String(line),
        field,
        expect.stringMatching(reason),
      ]),
    );
    for (const [index, [, , , value]] of rejects.entries())
      expect(value?.slice(0, 50)).toBe(expected[index]?.value.slice(0, 50));
    const cases = await keptCases();
    expect(cases).toHaveLength(4950);
    expect(new Set(cases.map(({ receiptNumber }) => receiptNumber)).size).toBe(4950);
    expect(cases.every(({ origin }) => origin.kind === "handover")).toBe(true);
    const again = await summaryOf(handoverImport, path);
    expect(again).toMatchObject({ ...counts, new: 0, unchanged: 4950 });
    expect(await keptCases()).toEqual(cases);
  }, 120_000);

  test("takes CP932 as it takes UTF-8: after the one, the other has nothing new and nothing that differs", async () => {
    const { csv } = aHandoverFile(100, 20);
    const path = aFile("utf-8.csv", `\uFEFF${csv}`);
    expect(await summaryOf(handoverImport, path)).toMatchObject({ new: 80, rejected: 20 });
    expect((await keptCases())[0]?.content).toContain("髙橋さんの端末①");
    const other = aFile("cp932.csv", iconv.encode(csv, "cp932"));
    expect(await summaryOf(handoverImport, other)).toMatchObject({ new: 0, unchanged: 80, rejected: 20 });
    expect(rejectsIn(join(folder, "cp932-rejects.csv"))).toEqual(
      rejectsIn(join(folder, "utf-8-rejects.csv")),
    );
  });

  test("on a dry run writes nothing at all, and shows what would happen", async () => {
    const path = aFile("dry.csv", aHandoverFile(20, 2).csv);
    const outcome = await handoverImport.run([path, "--dry-run"], print);
    expect(outcome).toMatchObject({
      kind: "done",
      lines: [
        "試行（書込みなし）: 20 行: 新規の見込み 18 件、取込済み 0 件、内容違い 0 件、不備 2 件",
        expect.stringMatching(/^11 行目 受付番号: /),
        expect.stringMatching(/^21 行目 受付番号: /),
      ],
    });
    expect(await keptCases()).toEqual([]);
    expect(existsSync(join(folder, "dry-rejects.csv"))).toBe(false);
    const named = join(folder, "named.csv");
    expect(await summaryOf(handoverImport, path, "--dry-run", "--rejects", named)).toMatchObject({
      dryRun: true,
      new: 18,
    });
    expect(rejectsIn(named)).toHaveLength(2);
    expect(await keptCases()).toEqual([]);
  });

  test("names the columns that it did not read", async () => {
    const path = aFile("more.csv", "受付番号,受付日,内容,状況,担当者名\nR-1,2024/6/3,本文,対応中,山田\n");
    expect(await summaryOf(handoverImport, path)).toMatchObject({ new: 1, unknownHeadings: ["担当者名"] });
    expect(JSON.stringify(await keptCases())).not.toContain("山田");
  });

  test("works on deployed tables with the caller's own sign-in, at the time that it is", async () => {
    await withLocalService(async ({ cloud, stores, programme }) => {
      Object.assign(process.env, cloud.environment, { PROGRAMME: programme.id });
      process.env["CALLCENTRE_STATE"] = join(folder, "must-not-be-made");
      const path = aFile("deployed.csv", "受付番号,受付日,内容,状況\nR-1,2024/6/3,本文,完了\n");
      expect(await summaryOf(handoverImport, path, "--deployed")).toMatchObject({ new: 1 });
      expect(await stores.cases.ofDay(programme.id, "2024-06-03")).toHaveLength(1);
      expect(existsSync(join(folder, "must-not-be-made"))).toBe(false);
    });
    delete process.env["PROGRAMME"];
  });
});

describe("form import", () => {
  test("takes a table once", async () => {
    const path = aFile("form.csv", "ID,日時,本文,メール\nF-1,2024/7/1 8:59,本文です,a@example.jp\n");
    expect(await summaryOf(formImport, path)).toMatchObject({ lines: 1, new: 1 });
    expect(await summaryOf(formImport, path)).toMatchObject({ lines: 1, new: 0, unchanged: 1 });
    expect(await keptCases()).toMatchObject([
      {
        origin: { kind: "hosted-form", reference: "F-1" },
        replyTo: { by: "mail" },
        owed: [{ work: "task" }],
      },
    ]);
  });

  test("takes the mail that a form sends, also in the encoding of Japanese mail", async () => {
    const body =
      "■お名前：玉川花子\r\n■メールアドレス：hanako@example.jp\r\n■お問い合わせ内容：\r\n歩数が出ません。\r\n";
    const mail = (text: Uint8Array, charset: string) =>
      Buffer.concat([
        Buffer.from(
          `From: form@example.jp\r\nTo: desk@example.jp\r\nSubject: form\r\nDate: Mon, 01 Jul 2024 08:30:00 +0900\r\nMessage-ID: <${charset}@example.jp>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
        ),
        Buffer.from(Buffer.from(text).toString("base64")),
      ]);
    for (const [charset, text] of [
      ["utf-8", Buffer.from(body)],
      ["shift_jis", iconv.encode(body, "cp932")],
    ] as const) {
      const path = aFile(`${charset}.eml`, mail(text, charset));
      expect(await summaryOf(formImport, path)).toMatchObject({ lines: 1, new: 1, rejected: 0 });
      expect(await summaryOf(formImport, path)).toMatchObject({ new: 0, unchanged: 1 });
    }
    const cases = await keptCases();
    expect(cases).toHaveLength(2);
    for (const one of cases)
      expect(one).toMatchObject({
        receivedAt: at("2024-07-01T08:30"),
        content: "歩数が出ません。",
        replyTo: { by: "mail", mail: "hanako@example.jp", name: "玉川花子" },
      });
  });

  test("refuses a file that a form cannot have sent", async () => {
    const html = aFile("html.eml", "Content-Type: text/html\r\nMessage-ID: <1@x.jp>\r\n\r\n<p>x</p>");
    const bare = aFile("bare.eml", "Subject: x\r\n\r\n内容：本文\r\n");
    for (const [path, sentence] of [
      [html, "no text part"],
      [bare, "no Message-ID or no Date"],
      [join(folder, "nowhere.eml"), "cannot be read (ENOENT)"],
      [join(folder, "nowhere.csv"), "cannot be read (ENOENT)"],
    ] as const)
      expect(await formImport.run([path], print)).toEqual({
        kind: "failed",
        problem: expect.stringContaining(sentence),
      });
  });
});
