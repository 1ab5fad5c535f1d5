import { describe, expect, test } from "vitest";
import type { ReplyTo } from "../../../domain/case/case.ts";
import { checkDigitOf } from "../../../domain/case/receipt-number.ts";
import { lookUpInquiry } from "../../../usecases/inquiries/look-up-inquiry.ts";
import { submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

async function asked(replyTo: ReplyTo) {
  const desk = aDesk();
  const receipt = await submitWebForm(desk)({
    submissionId: "6f1c1f0e-0000-4000-8000-000000000001",
    language: "ja",
    category: "C04",
    content: "歩いたのに歩数が増えません。",
    attributes: {},
    replyTo,
    pictures: [],
  });
  if (!receipt.ok) throw new Error(receipt.problem);
  return { desk, number: receipt.value.receiptNumber };
}

const byMail: ReplyTo = { by: "mail", mail: "Someone@example.jp", name: "埼玉 花子" };
const byTelephone: ReplyTo = { by: "telephone", number: "+819012345678" };

/** A number of the same day that nobody has. */
function neighbour(number: string): string {
  const digits = `${number.slice(0, 4)}${String((Number(number.slice(4, 11)) + 1) % 10_000_000).padStart(7, "0")}`;
  return `${digits}${checkDigitOf(digits)}`;
}

describe("where an inquiry stands", () => {
  test.each<[string, ReplyTo, string]>([
    ["its mail address", byMail, "Someone@example.jp"],
    ["the address in other capitals and full-width letters", byMail, " ｓomeone@EXAMPLE.jp "],
    ["its telephone number", byTelephone, "090-1234-5678"],
    ["the number as it is written abroad", byTelephone, "+81 90 1234 5678"],
  ])("is shown to who knows %s, without a word of who asked what", async (_what, replyTo, contact) => {
    const { desk, number } = await asked(replyTo);
    const standing = await lookUpInquiry(desk)(number, contact);
    expect(standing).toEqual({
      status: "received",
      receivedAt: at("2024-07-16T10:00"),
      dueAt: at("2024-07-19T10:00"),
    });
  });

  test.each<[string, ReplyTo, string]>([
    ["another's mail address", byMail, "else@example.jp"],
    ["another's number", byTelephone, "090-1234-5679"],
    ["a mail address where a telephone was named", byTelephone, "someone@example.jp"],
    ["anything, where no answer was wanted", { by: "none" }, "someone@example.jp"],
    ["nothing", byMail, ""],
  ])(
    "is not shown to who knows %s, and the reply is that for a number that nobody has",
    async (_what, replyTo, contact) => {
      const { desk, number } = await asked(replyTo);
      let readings = 0;
      const cases = {
        find: (...key: Parameters<typeof desk.cases.find>) => {
          readings++;
          return desk.cases.find(...key);
        },
      };
      const lookUp = lookUpInquiry({ ...desk, cases });
      expect(await lookUp(number, contact)).toBeUndefined();
      expect(await lookUp(neighbour(number), contact)).toBeUndefined();
      expect(readings).toBe(2);
    },
  );

  test("no longer says by when, once it is closed", async () => {
    const { desk, number } = await asked(byMail);
    const [kept] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
    await desk.cases.update({ ...kept!, status: "closed", version: 2 });
    expect(await lookUpInquiry(desk)(number, "someone@example.jp")).toEqual({
      status: "closed",
      receivedAt: at("2024-07-16T10:00"),
    });
  });
});
