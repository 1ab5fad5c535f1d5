import { describe, expect, test } from "vitest";
import { findingsInDraft } from "../../../domain/faq/faq-draft.ts";
import { answerEscalation } from "../../../usecases/cases/answer-escalation.ts";
import { decideFaqDraft, writeFaqDraft } from "../../../usecases/knowledge/decide-faq-draft.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { importFaq } from "../../../usecases/knowledge/import-faq.ts";
import { makeFaqDraft } from "../../../usecases/knowledge/make-faq-draft.ts";
import { faqInUse, searchFaq } from "../../../usecases/knowledge/search-faq.ts";
import { faqUsesOf, useFaq } from "../../../usecases/knowledge/use-faq.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

const question = "家族の端末でも歩数を記録できますか。";
const answer = "端末ごとに登録すれば記録できます。";

/** A desk with a case whose question was answered, and the number of that case. */
async function aDeskWithAnAnswer(texts = { question, answer }) {
  const desk = aDeskAtWork();
  const receiptNumber = await aCaseOn(desk);
  valueOf(
    await escalateCase(desk)(receiptNumber, { to: "prefecture", question: texts.question, staff: "OP01" }),
  );
  valueOf(await answerEscalation(desk)(receiptNumber, 1, { answer: texts.answer, staff: "PR01" }));
  return { desk, receiptNumber };
}

async function* file(...rows: readonly (readonly string[])[]) {
  for (const [index, cells] of rows.entries()) yield { line: index + 1, row: index + 1, cells };
}

describe("a draft of an answered escalation", () => {
  test("is made once, whoever presses, and only when there is an answer", async () => {
    const { desk, receiptNumber } = await aDeskWithAnAnswer();
    const first = valueOf(await makeFaqDraft(desk)(receiptNumber, 1, "op01"));
    expect(first).toMatchObject({
      question,
      answer,
      state: "draft",
      history: [{ what: "made", by: "OP01" }],
    });
    desk.now = at("2024-07-16T11:00");
    expect(valueOf(await makeFaqDraft(desk)(receiptNumber, 1, "OP02"))).toEqual(first);
    expect(await desk.faqDrafts.all(desk.programme.id)).toHaveLength(1);
    valueOf(
      await escalateCase(desk)(receiptNumber, { to: "app-operator", question: "いつ?", staff: "OP01" }),
    );
    expect(problemIn(await makeFaqDraft(desk)(receiptNumber, 2, "OP01"))).toContain("まだ回答がありません");
    expect(problemIn(await makeFaqDraft(desk)(receiptNumber, 3, "OP01"))).toContain("照会はありません");
  });

  test("takes over nothing that says who asked, and is not approved before that was put in other words", async () => {
    const texts = { question: "電話 090-1234-5678 の山田太郎さんは対象ですか。", answer };
    const { desk, receiptNumber } = await aDeskWithAnAnswer(texts);
    const draft = valueOf(await makeFaqDraft(desk)(receiptNumber, 1, "OP01"));
    expect(JSON.stringify(draft)).not.toMatch(/090-1234-5678|山田/);
    expect(findingsInDraft(draft).map(({ text }) => text)).toEqual(["［電話番号］", "［氏名］"]);
    const seen = { receiptNumber, escalation: 1, staff: "LD01" };
    const decide = decideFaqDraft(desk);
    expect(problemIn(await decide({ ...seen, version: 1 }, { to: "approved" }))).toContain("［電話番号］");
    const words = { question: "鈴木花子さんは対象ですか。", answer, category: "", keywords: [] };
    valueOf(await writeFaqDraft(desk)({ ...seen, version: 1 }, words));
    expect(problemIn(await decide({ ...seen, version: 2 }, { to: "approved" }))).toContain("鈴木花子");
    valueOf(await writeFaqDraft(desk)({ ...seen, version: 2 }, { ...words, question: "町民は対象ですか。" }));
    expect(valueOf(await decide({ ...seen, version: 3 }, { to: "approved" })).state).toBe("approved");
  });

  test("is found by the search once it is approved, with its source, edition and who approved it", async () => {
    const { desk, receiptNumber } = await aDeskWithAnAnswer();
    const search = searchFaq(desk);
    const heading = ["質問", "回答"];
    const edition = { source: "県マニュアル", version: "2024-06" };
    await importFaq(desk)(file(heading, ["歩数の記録はどこですか。", "最初の画面です。"]), edition);
    const draft = valueOf(await makeFaqDraft(desk)(receiptNumber, 1, "OP01"));
    expect(await search("家族の端末")).toEqual([]);
    desk.now = at("2024-07-17T09:30");
    const seen = { receiptNumber, escalation: 1, version: 1, staff: "sv01" };
    valueOf(await decideFaqDraft(desk)(seen, { to: "approved" }));
    const [hit] = await search("家族の端末");
    expect(hit?.entry).toMatchObject({
      question,
      answer,
      source: "窓口で作成",
      version: "第1版",
      approved: { at: at("2024-07-17T09:30"), by: "SV01" },
    });
    expect(JSON.stringify(hit)).not.toContain(receiptNumber);
    expect(await search("歩数の記録")).toHaveLength(2);

    // The prefecture's next edition comes, and leaves it as it is.
    desk.now = at("2024-08-01T10:00");
    const next = file(heading, ["抽選はいつですか。", "毎月末です。"]);
    valueOf(await importFaq(desk)(next, { ...edition, version: "2024-08" }));
    expect((await search("歩数の記録")).map(({ entry }) => entry.id)).toEqual([draft.entryId]);
    expect(
      problemIn(await importFaq(desk)(file(heading, ["a", "b"]), { source: "窓口で作成", version: "1" })),
    ).toContain("another --source");

    const services = { ...desk, faqInUse: faqInUse(desk) };
    valueOf(await useFaq(services)({ entryId: draft.entryId, receiptNumber, staff: "OP01" }));
    expect(valueOf(await faqUsesOf(desk)("2024-08"))).toEqual([{ entryId: draft.entryId, cases: 1 }]);
  });

  test("is rejected or taken out of use with a reason, and can be written anew for another edition", async () => {
    const { desk, receiptNumber } = await aDeskWithAnAnswer();
    const search = searchFaq(desk);
    valueOf(await makeFaqDraft(desk)(receiptNumber, 1, "OP01"));
    const seen = (version: number) => ({ receiptNumber, escalation: 1, version, staff: "LD01" });
    const decide = decideFaqDraft(desk);
    const words = { question, answer: "できます。", category: "", keywords: ["家族"] };
    expect(problemIn(await decide(seen(1), { to: "withdrawn", reason: "古い" }))).toContain("承認待ち");
    expect(problemIn(await decide(seen(1), { to: "rejected", reason: " " }))).toContain("理由を");
    valueOf(await decide(seen(1), { to: "rejected", reason: "回答が短い。" }));
    valueOf(await writeFaqDraft(desk)(seen(2), words));
    valueOf(await decide(seen(3), { to: "approved" }));
    expect(await search("家族")).toHaveLength(1);
    expect(problemIn(await writeFaqDraft(desk)(seen(4), words))).toContain("使用をやめる");
    valueOf(await decide(seen(4), { to: "withdrawn", reason: "制度が変わった。" }));
    expect(await search("家族")).toEqual([]);
    valueOf(await writeFaqDraft(desk)(seen(5), { ...words, answer: "いまはできません。" }));
    const again = valueOf(await decide(seen(6), { to: "approved" }));
    expect(again.history.map(({ what }) => what)).toEqual([
      "made",
      "rejected",
      "written",
      "approved",
      "withdrawn",
      "written",
      "approved",
    ]);
    const [hit] = await search("家族");
    expect(hit?.entry).toMatchObject({ version: "第2版", answer: "いまはできません。" });
  });

  test("of two who decide at once one does; what was decided is told to the search when it is sent again", async () => {
    const { desk, receiptNumber } = await aDeskWithAnAnswer();
    const search = searchFaq(desk);
    valueOf(await makeFaqDraft(desk)(receiptNumber, 1, "OP01"));
    const seen = { receiptNumber, escalation: 1, version: 1, staff: "LD01" };
    const cut = { ...desk, faqDraftChanges: { put: () => Promise.reject(new Error("cut off")) } };
    await expect(decideFaqDraft(cut)(seen, { to: "approved" })).rejects.toThrow("cut off");
    expect(await search("家族")).toEqual([]);
    const other = decideFaqDraft(desk)({ ...seen, staff: "SV01" }, { to: "rejected", reason: "不要" });
    expect(problemIn(await other)).toContain("ほかの人が先に");
    valueOf(await decideFaqDraft(desk)(seen, { to: "approved" }));
    expect(await search("家族")).toHaveLength(1);
    expect((await desk.faqDrafts.all(desk.programme.id))[0]?.approvals).toBe(1);
  });
});
