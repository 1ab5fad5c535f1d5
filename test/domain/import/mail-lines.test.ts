import { expect, test } from "vitest";
import { mailLines } from "../../../domain/import/mail-lines.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";

const headings = kobatonAlkoo.imports?.hostedForm?.headings;
if (!headings) throw new Error("the programme reads no hosted form");

const tableOf = (text: string) => {
  const [heading, line] = mailLines(
    { text, messageId: "<1@example.jp>", date: "2024-07-16T01:30:00.000Z" },
    headings,
  );
  return Object.fromEntries((heading?.cells ?? []).map((name, index) => [name, line?.cells[index]]));
};

test("a mail's labels are its headings, however they are marked", () => {
  const mail = `県の問合せフォームから届きました。

■受付番号：F-0001
【送信日時】2024/7/16 10:30
・お名前 : 玉川　花子
[メールアドレス]
hanako@example.jp
■お問い合わせ内容：
歩数が反映されません。
参考 URL: https://example.jp/?a=b
端末の時計: 合っています
----------------------------------------
このメールは自動で送られています。
`;
  expect(tableOf(mail)).toEqual({
    受付番号: "F-0001",
    送信日時: "2024/7/16 10:30",
    お名前: "玉川　花子",
    メールアドレス: "hanako@example.jp",
    お問い合わせ内容: "歩数が反映されません。\n参考 URL: https://example.jp/?a=b\n端末の時計: 合っています",
  });
});

test("a form that gives no number and no time is known by its mail's own", () => {
  expect(tableOf("内容：使えません。\r\n困っています。")).toEqual({
    内容: "使えません。\n困っています。",
    受付番号: "<1@example.jp>",
    送信日時: "2024-07-16T01:30:00.000Z",
  });
});

test("a label without any mark counts only where it stands alone", () => {
  expect(tableOf("内容\n内容 はここです\n電話番号を忘れました")).toMatchObject({
    内容: "内容 はここです\n電話番号を忘れました",
  });
});

test("a label that the inquirer wrote into the text is text", () => {
  expect(tableOf("受付番号：F-1\n内容：本文\n受付番号：F-2\n■内容：続き")).toMatchObject({
    受付番号: "F-1",
    内容: "本文\n受付番号：F-2\n■内容：続き",
  });
});

test("a mail without labels is a line without fields", () => {
  expect(tableOf("ご無沙汰しております。")).toEqual({
    受付番号: "<1@example.jp>",
    送信日時: "2024-07-16T01:30:00.000Z",
  });
});
