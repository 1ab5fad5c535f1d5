import { expect, test } from "vitest";
import { inquiryOfReply, replyAddress } from "../../../domain/case/reply-address.ts";

// 41941234567 with Damm's check digit 1, by the table of receipt-number.ts.
const number = "419412345671";

test("the address of an inquiry leads back to it, and says nothing else", () => {
  const address = replyAddress(number, "reply.example.jp");
  expect(address).toBe("inquiry+419412345671@reply.example.jp");
  expect(inquiryOfReply({ recipients: ["else@example.jp", address], subject: "" })).toBe(number);
});

test.each([
  "Re: 【コバトンALKOOマイレージ】お問い合わせへの回答（受付番号 4194-1234-5671）",
  "RE: 受付番号419412345671について",
  "Re: 受付番号 ４１９４－１２３４－５６７１",
])("a subject leads to it too: %s", (subject) => {
  expect(inquiryOfReply({ recipients: ["reply@example.jp"], subject })).toBe(number);
});

test.each([
  ["no number", "Re: お問い合わせ"],
  ["a wrong digit", "Re: 4194-1234-5675"],
  ["a number that is longer", "Re: 4194-1234-56711"],
])("nothing leads to one: %s", (_what, subject) => {
  expect(inquiryOfReply({ recipients: [], subject })).toBeUndefined();
});

test("of two numbers the one in the address counts", () => {
  const recipients = [replyAddress(number, "reply.example.jp")];
  // 41980000001 with its check digit 6.
  expect(inquiryOfReply({ recipients, subject: "Re: 4198-0000-0016" })).toBe(number);
});
