import { describe, expect, test } from "vitest";
import { type Case, caseOfWebForm } from "../../../../domain/case/case.ts";
import { risingWordsOf } from "../../../../domain/report/contents/rising-words.ts";
import { at } from "../../../support/contacts.ts";
import { keptTables } from "../../../support/tables.ts";

let numbers = 0;

/** A written inquiry; each is another inquirer's unless the mail address says otherwise. */
function written(content: string, mail = `${numbers}@example.jp`): Case {
  return caseOfWebForm({
    programme: "kobaton-alkoo",
    receiptNumber: `number ${numbers++}`,
    submissionId: "s",
    receivedAt: at("2024-12-02T10:00"),
    category: "C04",
    content,
    attributes: {},
    replyTo: { by: "mail", mail },
  });
}

function risen(now: readonly Case[], before: readonly Case[]) {
  const counted = risingWordsOf();
  for (const one of before) counted.takeEarlier(one);
  for (const one of now) counted.take(one);
  const { begin, rows } = keptTables();
  counted.write(begin);
  return rows("02_増えた語.csv").map((row) => Object.values(row));
}

const times = (count: number, content: string) => Array.from({ length: count }, () => written(content));

describe("words that rose", () => {
  test("are shown with their counts and shares in both months, the highest rise first", () => {
    // Now 10 inquiries: 抽選 in 5 (50 %), 歩数 in 4 (40 %), 靴下 in 1. Before 20: 抽選 in 4 (20 %), 歩数 in 2, 賞品 in 14.
    const now = [...times(5, "抽選"), ...times(4, "歩数"), ...times(1, "靴下")];
    const before = [...times(4, "抽選"), ...times(2, "歩数"), ...times(14, "賞品")];
    expect(risen(now, before)).toEqual([
      // 歩数 rose most, by 40 − 10 = 30 points as does 抽選 by 50 − 20: of equals the first in order of code points.
      ["抽選", 5, 10, 50, 4, 20, expect.closeTo(30)],
      // Two inquirers wrote it in the month before: fewer than three are never shown.
      ["歩数", 4, 10, 40, null, 20, null],
    ]);
  });

  test("are held by three different inquirers at least", () => {
    const sameInquirer = ["抽選", "抽選", "抽選", "抽選"].map((word) => written(word, "one@example.jp"));
    const others = [written("抽選", "two@example.jp")];
    const before = times(3, "歩数");
    expect(risen([...sameInquirer, ...others], before)).toEqual([]);
    expect(risen([...sameInquirer, ...others, written("抽選", "three@example.jp")], before)).toHaveLength(1);
  });

  test("are none that anybody used as a name in the month", () => {
    const content = "受付の大鷲が折り返すと言いました。";
    const now = times(5, content);
    expect(risen(now, times(3, "歩数")).map(([word]) => word)).toContain("大鷲");
    expect(risen([...now, written("大鷲さん")], times(3, "歩数")).map(([word]) => word)).not.toContain(
      "大鷲",
    );
  });

  test("are none where there is no month before, nor where nothing rose", () => {
    expect(risen(times(5, "抽選"), [])).toEqual([]);
    expect(risen(times(5, "抽選"), times(5, "抽選"))).toEqual([]);
  });

  test("are twenty at most", () => {
    const letters = "甲 乙 丙 丁 戊 己 庚 辛 壬 癸".split(" ");
    const words = letters.flatMap((one) => letters.map((other) => `${one}${other}`));
    expect(words).toHaveLength(100);
    const now = words.flatMap((word) => times(3, `「${word}」`));
    const shown = risen(now, times(3, "歩数"));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThanOrEqual(20);
  });
});
