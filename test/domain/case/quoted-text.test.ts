import { expect, test } from "vitest";
import { withoutQuotedText } from "../../../domain/case/quoted-text.ts";

const own = "ありがとうございます。\n\nもう一つ教えてください。";

test.each([
  ["lines that are marked", "> お問い合わせ\n> について"],
  ["Gmail in Japanese", "2024年7月17日(水) 10:00 コバトン <kobaton@example.jp>:\n\n> 次のとおり"],
  ["Gmail in English", "On Wed, Jul 17, 2024 at 10:00 AM Kobaton <kobaton@example.jp> wrote:\n> as follows"],
  ["Outlook in English", "-----Original Message-----\nFrom: kobaton@example.jp\nSent: Wednesday"],
  ["Outlook in Japanese", "差出人: kobaton@example.jp\n送信日時: 2024年7月17日\n\n次のとおり"],
  ["Outlook's line", "________________________________\nFrom: kobaton"],
  ["a telephone's mail", "-------- 元のメッセージ --------\n次のとおり"],
  ["Thunderbird in Japanese", "2024/07/17 10:00、コバトン のメール:\n> 次のとおり"],
])("is cut: %s", (_program, quoted) => {
  expect(withoutQuotedText(`${own}\r\n\r\n${quoted}`.replaceAll("\r\n", "\n"))).toBe(own);
});

test("of a text between quoted lines only those go", () => {
  expect(withoutQuotedText("> 最初の質問\n答えです。\n> 次の質問\n分かりません。")).toBe(
    "答えです。\n分かりません。",
  );
});

test("a date in the person's own words is none", () => {
  const text = "2024年7月17日に歩きました。\nFromの意味を教えてください。";
  expect(withoutQuotedText(text)).toBe(text);
});

test("where all of it is quoted, it stays: better too much than nothing", () => {
  expect(withoutQuotedText("> 次のとおり回答します。\n")).toBe("> 次のとおり回答します。");
});
