import { describe, expect, test } from "vitest";
import type { FileLine } from "../../../domain/import/file-line.ts";
import { importFaq } from "../../../usecases/knowledge/import-faq.ts";
import { faqInUse, searchFaq } from "../../../usecases/knowledge/search-faq.ts";
import { faqUsesOf, useFaq } from "../../../usecases/knowledge/use-faq.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

const heading = ["質問", "回答", "分類", "キーワード"];
const first = ["歩数が反映されません。", "再起動してください。", "アプリ", "歩数、同期"];
const second = ["退会したいです。", "設定から退会できます。", "登録", ""];

async function* file(...rows: readonly (readonly string[])[]): AsyncGenerator<FileLine> {
  for (const [index, cells] of rows.entries()) yield { line: index + 1, row: index + 1, cells };
}

const edition = { source: "県マニュアル", version: "2024-06" };

describe("the prefecture's file of questions and answers", () => {
  test("is taken in whole, and found at once", async () => {
    const desk = aDeskAtWork();
    expect(valueOf(await importFaq(desk)(file(heading, first, second, ["", "", "", ""]), edition))).toEqual({
      lines: 2,
      entries: 2,
      rejects: [],
      isNew: true,
    });
    const [hit] = await searchFaq(desk)("歩数が反映されない");
    expect(hit?.entry).toMatchObject({
      ...edition,
      question: first[0],
      keywords: ["歩数", "同期"],
      number: 1,
    });
  });

  test("takes the place of that source's edition before, which stays as history; another source stays", async () => {
    const desk = aDeskAtWork();
    const search = searchFaq(desk);
    await importFaq(desk)(file(heading, first, second), edition);
    await importFaq(desk)(file(heading, ["抽選はいつですか。", "毎月末です。", "", ""]), {
      source: "補足",
      version: "1",
    });
    expect(await search("退会")).toHaveLength(1);
    const [before] = await search("歩数");
    desk.now = at("2024-08-01T10:00");
    const changed = [first[0] ?? "", "連携を確かめてください。", "", ""];
    await importFaq(desk)(file(heading, changed), { ...edition, version: "2024-08" });
    expect(await search("退会")).toEqual([]);
    expect(await search("抽選")).toHaveLength(1);
    const [after] = await search("歩数");
    expect(after?.entry).toMatchObject({ version: "2024-08", answer: "連携を確かめてください。" });
    // The same question keeps its id, and so its uses.
    expect(after?.entry.id).toBe(before?.entry.id);
    expect(await desk.faqEntries.all(desk.programme.id, "県マニュアル#2024-06#")).toHaveLength(2);
    const editions = (await desk.faqEditions.all(desk.programme.id)).map(({ version }) => version);
    expect(editions.toSorted()).toEqual(["1", "2024-06", "2024-08"]);
  });

  test("changes nothing where it is in already, and is refused with other words under the same version", async () => {
    const desk = aDeskAtWork();
    await importFaq(desk)(file(heading, first), edition);
    expect(valueOf(await importFaq(desk)(file(heading, first), edition)).isNew).toBe(false);
    expect(problemIn(await importFaq(desk)(file(heading, second), edition))).toContain("new --version");
    expect(await desk.faqEditions.all(desk.programme.id)).toHaveLength(1);
  });

  test("with wrong lines is not taken at all, and each is named", async () => {
    const desk = aDeskAtWork();
    const empty = ["退会したいです。", "", "", ""];
    const spelledElse = ["歩数が反映されません 。", "別の答え", "", ""];
    const { rejects, isNew } = valueOf(
      await importFaq(desk)(file(heading, first, empty, spelledElse, ["a"]), edition),
    );
    expect(rejects.map(({ line, field, reason }) => ({ line, field, reason }))).toEqual([
      { line: 3, field: "回答", reason: "空欄です。入力してください。" },
      { line: 4, field: "質問", reason: "1 件目と同じ質問です。" },
      { line: 5, field: "行", reason: expect.stringContaining("列が1") },
    ]);
    expect(isNew).toBe(false);
    expect(await searchFaq(desk)("歩数")).toEqual([]);
  });

  test("shows nothing of an import that was cut off, and leaves nothing of it in the next", async () => {
    const desk = aDeskAtWork();
    let puts = 0;
    const broken = {
      ...desk.faqEntries,
      put: async (...given: Parameters<typeof desk.faqEntries.put>) => {
        if (++puts === 2) throw new Error("cut off");
        return desk.faqEntries.put(...given);
      },
    };
    const cut = importFaq({ ...desk, faqEntries: broken })(file(heading, first, second), edition);
    await expect(cut).rejects.toThrow("cut off");
    expect(await searchFaq(desk)("歩数")).toEqual([]);
    await importFaq(desk)(file(heading, second), edition);
    expect((await faqInUse(desk)()).entries.map(({ question }) => question)).toEqual([second[0]]);
  });

  test.each([
    ["no column of answers", { rows: [["質問"], ["a"]], ...edition }, "no column 回答"],
    ["no question", { rows: [heading], ...edition }, "no question"],
    [
      "a source with the sign that parts ids",
      { rows: [heading, first], ...edition, source: "a#b" },
      "without #",
    ],
  ])("is refused with %s", async (_what, { rows, ...named }, words) => {
    expect(problemIn(await importFaq(aDeskAtWork())(file(...rows), named))).toContain(words);
  });
});

describe("an answer that was used", () => {
  test("is counted once a case, in its month, and only where there is such an answer", async () => {
    const desk = aDeskAtWork();
    await importFaq(desk)(file(heading, first, second), edition);
    const services = { ...desk, faqInUse: faqInUse(desk) };
    const [hit] = await searchFaq(desk)("歩数");
    const entryId = hit?.entry.id ?? "";
    const one = { entryId, receiptNumber: await aCaseOn(desk), staff: "op01" };
    const other = { ...one, receiptNumber: await aCaseOn(desk, { contactId: "other" }) };
    for (const used of [one, one, other]) valueOf(await useFaq(services)(used));
    expect(valueOf(await faqUsesOf(desk)("2024-07"))).toEqual([{ entryId, cases: 2 }]);
    expect(valueOf(await faqUsesOf(desk)("2024-08"))).toEqual([]);
    expect(problemIn(await useFaq(services)({ ...one, entryId: "none" }))).toContain("もう一度検索");
    expect(problemIn(await faqUsesOf(desk)("2024"))).toContain("not a month");
  });
});
