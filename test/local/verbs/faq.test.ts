import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { callbacksOf, casesOf, personKeysOf, specialDaysOf } from "../../../lambdas/edge/composition.ts";
import { startLocalService } from "../../../local/local-service.ts";
import { callbacksList } from "../../../local/verbs/callbacks-list.ts";
import { faqImport, faqSearch } from "../../../local/verbs/faq.ts";
import { requestCallback } from "../../../usecases/callbacks/request-callback.ts";
import { at } from "../../support/contacts.ts";
import { folderWithState, print } from "./run-verb.ts";

const folder = folderWithState();

/** A file as Excel writes it. */
function aFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  return path;
}

const named = ["--source", "県マニュアル", "--version", "2024-06"];

describe("questions and answers on the command line", () => {
  test("are imported once and found in whatever spelling", async () => {
    const path = aFile("faq.csv", "質問,回答,分類\nパスワードを忘れました。,画面から再設定できます。,登録\n");
    expect(await faqImport.run([path, ...named], print)).toEqual({
      kind: "done",
      lines: ["県マニュアル 2024-06: 1 件を取り込みました"],
    });
    expect(await faqImport.run([path, ...named, "--json"], print)).toMatchObject({
      kind: "done",
      lines: [JSON.stringify({ lines: 1, entries: 1, rejects: [], isNew: false })],
    });
    expect(await faqSearch.run(["ﾊﾟｽﾜｰﾄﾞを忘れた"], print)).toEqual({
      kind: "done",
      lines: ["パスワードを忘れました。 → 画面から再設定できます。（県マニュアル 2024-06）"],
    });
    expect(await faqSearch.run(["鉄道"], print)).toMatchObject({
      lines: [expect.stringContaining("見つかりません")],
    });
  });

  test("with a wrong line are not taken, and the line is named", async () => {
    const path = aFile("wrong.csv", "質問,回答\n退会したいです。,\n");
    expect(await faqImport.run([path, "--source", "x", "--version", "1"], print)).toEqual({
      kind: "failed",
      problem: expect.stringMatching(/不備が 1 件.*2 行目 回答/),
    });
  });

  test.each([
    [[], "FILE.csv is missing"],
    [["a.csv", "--version", "1"], "--source NAME is missing"],
    [["a.csv", "--source", "x"], "--version V is missing"],
  ])("%j is wrong use", async (words, problem) => {
    expect(await faqImport.run(words, print)).toEqual({
      kind: "wrong-use",
      problem: expect.stringContaining(problem),
    });
  });
});

describe("call backs on the command line", () => {
  test("are listed with case and due time, never with the number", async () => {
    expect(await callbacksList.run([], print)).toEqual({ kind: "done", lines: ["折返し架電: なし"] });
    const service = await startLocalService({ log: print });
    const clock = { now: () => at("2024-07-01T09:00") };
    const world = service.worldAt(clock);
    await requestCallback({
      programme: service.programme,
      clock,
      specialDays: specialDaysOf(world),
      callbacks: callbacksOf(world),
      cases: casesOf(world),
      personKeys: personKeysOf(world),
      warn: print,
    })({ contactId: "queue", number: "+819012345678" });
    await service.stop();
    // A new state folder begins with the contract; a call back is due within two hours.
    expect(await callbacksList.run([], print)).toEqual({
      kind: "done",
      lines: [expect.stringMatching(/^2024-07-01 11:00 4183-\d{4}-\d{4} 架電 0 回、架電できる$/)],
    });
    const listed = await callbacksList.run(["--json"], print);
    expect(listed).toMatchObject({ kind: "done", lines: [expect.stringContaining('"attemptsLeft":3')] });
    expect(JSON.stringify(listed)).not.toContain("9012345678");
  });
});
